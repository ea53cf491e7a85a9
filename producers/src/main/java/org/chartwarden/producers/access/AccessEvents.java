package org.chartwarden.producers.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.Refusal;
import org.chartwarden.topic.Topics;

/**
 * The last step of every audit source: makes one access of what was told, so that the same act is the same access,
 * whichever door it comes through. Safe for use by many threads.
 */
public final class AccessEvents {

    /** How far a source's clock may be ahead of ours. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofHours(24);

    /** v3-PurposeOfUse: break the glass, and emergency treatment. */
    private static final Set<String> EMERGENCY = Set.of("BTG", "ETREAT");

    private static final int MOST_PATIENTS = 1_000;

    /**
     * Entries of each list. Every access of a record carries its lists, so that long ones would be multiplied by the
     * patients.
     */
    private static final int LONGEST_LIST = 100;

    /** Of each entry, in characters. */
    private static final int LONGEST_ENTRY = 256;

    private final Clock clock;

    /** @param clock tells when an event was received */
    public AccessEvents(Clock clock) {
        this.clock = clock;
    }

    /**
     * Completes what a source told.
     *
     * @param told everything but eventId and receivedAt; emergency only where the source says it otherwise than by a
     *     purpose of use
     * @param recordId the id that the recording system gave its record, which counts only beside a sourceSystem; null
     *     when it has none
     * @param timePath the element that told the time, for the message when it cannot be
     */
    public Outgoing<AccessEvent> complete(AccessEvent.Builder told, String recordId, String timePath) throws Refusal {
        requirePlausible(told.getTime(), timePath);
        requireBounded("purposes of use", told.getPurposeOfUse());
        requireBounded("security labels", told.getSecurityLabels());
        requireBounded("names of search parameters", told.getQueryParameters());
        requireText(told);
        told.setEmergency(told.getEmergency() || declaresEmergency(told.getPurposeOfUse()))
                .setReceivedAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .setEventId(eventId(told, recordId));
        AccessEvent access = told.build();
        // Not by user: one record of an act may name the user, and the other only a token; both must meet.
        String key = Objects.requireNonNullElse(access.getPatientId(), access.getEventId());
        return new Outgoing<>(Topics.ACCESS, key, access);
    }

    /** @param purposes null when the source told none */
    private static boolean declaresEmergency(List<String> purposes) {
        return purposes != null && purposes.stream().anyMatch(EMERGENCY::contains);
    }

    private void requirePlausible(Instant time, String path) throws Refusal {
        if (time.isAfter(clock.instant().plus(CLOCK_TOLERANCE))) {
            throw new Refusal(
                    path,
                    "is more than " + CLOCK_TOLERANCE.toHours()
                            + " hours in the future; one such event would make every event of today look late. Correct"
                            + " the clock of the source");
        }
        if (time.isBefore(Instant.EPOCH)) {
            throw new Refusal(path, "is before 1970; Kafka knows no such times. Correct the clock of the source");
        }
    }

    /** @param entries null when the source told none */
    private static void requireBounded(String what, List<String> entries) throws Refusal {
        if (entries != null
                && (entries.size() > LONGEST_LIST
                        || entries.stream().anyMatch(entry -> entry.length() > LONGEST_ENTRY))) {
            throw new Refusal("The record has more than %d %s, or one of more than %d characters"
                    .formatted(LONGEST_LIST, what, LONGEST_ENTRY));
        }
    }

    /**
     * @param path the element that names patients
     * @throws Refusal when a record names so many that it would make an unreasonable number of accesses
     */
    public static void requireBoundedPatients(int patients, String path) throws Refusal {
        if (patients > MOST_PATIENTS) {
            throw new Refusal(
                    path, "names more than %,d patients; tell of them in several records".formatted(MOST_PATIENTS));
        }
    }

    /** The topology separates ids by a NUL, and no id or name needs any other control character. */
    private static void requireText(AccessEvent.Builder told) throws Refusal {
        Stream<String> texts = Stream.of(
                told.getUserId(),
                told.getUserName(),
                told.getUserRole(),
                told.getPatientId(),
                told.getEncounterId(),
                told.getObjectType(),
                told.getObjectId(),
                told.getSourceSystem(),
                told.getNetworkAddress(),
                told.getRequestId(),
                told.getTokenId());
        Stream<String> lists = Stream.of(told.getPurposeOfUse(), told.getSecurityLabels(), told.getQueryParameters())
                .filter(Objects::nonNull)
                .flatMap(List::stream);
        if (Stream.concat(texts, lists)
                .filter(Objects::nonNull)
                .flatMapToInt(String::chars)
                .anyMatch(AccessEvents::isForbidden)) {
            throw new Refusal("The record has a control character in an id, a name or a code; only tab, line feed and"
                    + " carriage return are allowed");
        }
    }

    private static boolean isForbidden(int character) {
        return character < ' ' && character != '\t' && character != '\n' && character != '\r';
    }

    private static String eventId(AccessEvent.Builder told, String recordId) {
        String action = told.getAction().name();
        if (told.getRequestId() != null) {
            return EventIds.ofRequest(told.getRequestId(), told.getPatientId(), action);
        }
        if (recordId != null && told.getSourceSystem() != null) { // an id alone is only its server's
            return EventIds.ofRecord(told.getSourceSystem(), recordId, told.getPatientId());
        }
        return EventIds.ofAct(told);
    }
}
