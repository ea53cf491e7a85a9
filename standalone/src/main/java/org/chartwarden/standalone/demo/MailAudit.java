package org.chartwarden.standalone.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chartwarden.standalone.mail.Mailbox;

/**
 * The mails held against the alerts: each alert that mails and was open at one time has one mail, unless paperwork closed
 * it before the mail went out.
 *
 * @param due ids of those alerts; paperwork may have explained some of them since
 * @param mails in the order in which they arrived
 */
public record MailAudit(Set<String> due, List<Mail> mails) {

    private static final Pattern ALERT = Pattern.compile("(?m)^Alert:\\s+(\\S+)");

    /**
     * One mail.
     *
     * @param alertId of the alert that it tells of
     */
    public record Mail(Path file, String alertId) {}

    public MailAudit {
        due = Set.copyOf(due);
        mails = List.copyOf(mails);
    }

    /**
     * Reads a mailbox.
     *
     * @param folder the mailbox's
     * @throws IOException when a mail cannot be read
     */
    public static MailAudit of(Set<String> due, Path folder) throws IOException {
        List<Mail> mails = new ArrayList<>();
        for (Path file : Mailbox.mails(folder)) {
            Matcher alert = ALERT.matcher(Files.readString(file, StandardCharsets.UTF_8));
            mails.add(new Mail(file, alert.find() ? alert.group(1) : "none, in " + file.getFileName()));
        }
        return new MailAudit(due, mails);
    }

    /** Whether somebody was mailed about the alert. */
    boolean hasTold(String alertId) {
        return told().contains(alertId);
    }

    private List<String> told() {
        return mails.stream().map(Mail::alertId).toList();
    }

    /**
     * What is wrong, naming the alerts; empty when nothing is.
     *
     * @param waiting ids of the alerts that mail and are open now
     */
    List<String> failures(Set<String> waiting) {
        List<String> told = told();
        Set<String> seen = new HashSet<>();
        return Stream.of(
                        failure("opened, but nobody was mailed", waiting, id -> !told.contains(id)),
                        failure("mailed, but never open", told, id -> !due.contains(id)),
                        failure("mailed more than once", told, id -> !seen.add(id)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> failure(String what, Iterable<String> ids, Predicate<String> isWrong) {
        Set<String> wrong = new TreeSet<>();
        for (String id : ids) {
            if (isWrong.test(id)) {
                wrong.add(id);
            }
        }
        return wrong.isEmpty() ? List.of() : List.of("Alerts that were " + what + ": " + String.join(", ", wrong));
    }
}
