package org.chartwarden.sink.mail.engine;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chartwarden.model.ChainLink;
import org.chartwarden.model.Instruction;
import org.chartwarden.model.Notification;
import org.chartwarden.model.NotificationKind;
import org.chartwarden.model.NotificationState;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.settings.SettingsException;
import org.chartwarden.sink.mail.MailSettings;
import org.chartwarden.sink.mail.MessageIds;
import org.chartwarden.sink.mail.Site;

/**
 * Which mails are to be sent now: a function of the state and the time. Nobody to whom a mail is on its way gets another
 * one before that has arrived.
 */
public final class Plan {

    private static final String NOT_NAMED = "Its address is to get no such mails any more.";

    private final Recipients recipients;
    private final MailSettings settings;
    private final Optional<String> chainHead;

    Plan(Recipients recipients, MailSettings settings, Optional<String> chainHead) {
        this.recipients = recipients;
        this.settings = settings;
        this.chainHead = chainHead;
    }

    /** @throws SettingsException naming everything that is wrong with the recipients */
    public static Plan of(Settings settings, MailSettings mail) {
        return new Plan(
                Recipients.of(settings, mail),
                mail,
                settings.optional(Setting.CHAIN_HEAD_MAIL).map(Plan::address));
    }

    private static String address(String text) {
        try {
            return Addresses.parse(text.strip()).getAddress();
        } catch (IllegalArgumentException e) {
            throw new SettingsException("chain.head.mail must be one address, name@host.", e);
        }
    }

    Recipients recipients() {
        return recipients;
    }

    Site site() {
        return settings.site();
    }

    /** Each as a record that is planned, in an order in which they can be sent. */
    List<Notification> due(MailState state, Instant now) {
        Instant time = now.truncatedTo(ChronoUnit.MILLIS);
        List<Notification> mails = new ArrayList<>();
        new Errands(recipients, zone()).due(state, time).forEach((recipient, errands) -> {
            int room = room(recipient.address(), state, mails, time);
            new Bundling(recipient, time, zone())
                    .drafts(errands, room)
                    .forEach(draft -> mails.add(ofAlerts(draft, recipient.address(), time)));
        });
        for (Instruction order : dueCourtesies(state, time)) {
            if (room(order.getAddress(), state, mails, time) > 0) {
                mails.add(ofCourtesy(order, time).build());
            }
        }
        chainHead
                .filter(address -> room(address, state, mails, time) > 0)
                .flatMap(address -> state.chain().due(time, zone()).map(link -> ofChain(link, address, time)))
                .ifPresent(mails::add);
        return mails;
    }

    private List<Instruction> dueCourtesies(MailState state, Instant now) {
        return settings.courtesyTime().map(this::courtesies).stream()
                .flatMap(courtesies -> state.orders().openCourtesies().stream()
                        .filter(order -> courtesies.isDue(order, now))
                        .filter(order -> courtesies.objection(order, state, now).isEmpty()))
                .filter(order -> state.alert(order.getAlertId()).isPresent()) // it tells the day
                .toList();
    }

    /** Courtesy notices that were released and can never be sent, as records that say why. */
    List<Notification> missed(MailState state, Instant now) {
        Instant time = now.truncatedTo(ChronoUnit.MILLIS);
        List<Notification> missed = new ArrayList<>();
        settings.courtesyTime().map(this::courtesies).ifPresent(courtesies -> {
            for (Instruction order : state.orders().openCourtesies()) {
                courtesies
                        .objection(order, state, time)
                        .ifPresent(reason -> missed.add(ofCourtesy(order, order.getAt())
                                .setState(NotificationState.CANCELLED)
                                .setSettledAt(later(time, order.getAt()))
                                .setDetail(reason)
                                .build()));
            }
        });
        return missed;
    }

    /** Why a planned mail is not to be sent any more; empty when nothing stands against it. */
    Optional<String> objection(Notification mail, MailState state, Instant now) {
        return switch (mail.getKind()) {
            case ALERT, DIGEST, ESCALATION ->
                recipients.names(mail.getRecipient())
                        ? Optional.of("No alert of which it tells waits any longer.")
                                .filter(reason -> state.dueAlertsOf(mail).isEmpty())
                        : Optional.of(NOT_NAMED);
            case COURTESY -> objectionToCourtesy(mail, state, now);
            case CHAIN_HEAD ->
                Optional.of(NOT_NAMED)
                        .filter(reason -> chainHead
                                .filter(address -> Addresses.same(address, mail.getRecipient()))
                                .isEmpty());
        };
    }

    private Optional<String> objectionToCourtesy(Notification mail, MailState state, Instant now) {
        Optional<Courtesies> courtesies = settings.courtesyTime().map(this::courtesies);
        if (courtesies.isEmpty()) {
            return Optional.of("Courtesy notices are switched off.");
        }
        return state.orders()
                .courtesy(mail.getAlertIds().get(0))
                .map(order -> courtesies.get().objection(order, state, now))
                .orElse(Optional.of("Its release was taken back."));
    }

    private Courtesies courtesies(LocalTime evening) {
        return new Courtesies(evening, zone());
    }

    private ZoneId zone() {
        return settings.site().zone();
    }

    /** How many mails this address may still get within the hour; none while one is on its way. */
    private int room(String address, MailState state, List<Notification> planned, Instant now) {
        if (state.isWaiting(address)) {
            return 0;
        }
        long taken = planned.stream()
                .filter(mail -> Addresses.same(mail.getRecipient(), address))
                .count();
        int limit = recipients.of(address).hourlyLimit();
        return Math.max(0, limit - state.correspondence().withinTheHour(address, now) - (int) taken);
    }

    private Notification ofAlerts(Draft draft, String address, Instant now) {
        Instant reopened = draft.alerts().stream()
                .map(AlertFacts::reopened)
                .max(Instant::compareTo)
                .orElse(now);
        // A clock that is behind an officer's must not make the mail look older than the decision.
        Instant time = later(reopened, now);
        List<String> alertIds = draft.alerts().stream().map(AlertFacts::id).toList();
        return begin(draft.kind(), address, alertIds, time)
                .setAlertIds(alertIds)
                .setDetail(draft.reason().map(Enum::name).orElse(null))
                .build();
    }

    private Notification.Builder ofCourtesy(Instruction order, Instant planned) {
        List<String> alert = List.of(order.getAlertId());
        return begin(NotificationKind.COURTESY, order.getAddress(), alert, planned)
                .setAlertIds(alert);
    }

    private Notification ofChain(ChainLink link, String address, Instant now) {
        return begin(NotificationKind.CHAIN_HEAD, address, List.of(link.getHash()), now)
                .setDetail(ChainHeads.detail(link))
                .build();
    }

    private Notification.Builder begin(NotificationKind kind, String address, List<String> about, Instant now) {
        return Notification.newBuilder()
                .setMessageId(MessageIds.of(kind, Addresses.parse(address), about, now, settings.from()))
                .setKind(kind)
                .setState(NotificationState.PLANNED)
                .setRecipient(address)
                .setPlannedAt(now);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
