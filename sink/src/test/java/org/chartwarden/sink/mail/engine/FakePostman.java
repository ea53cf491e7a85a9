package org.chartwarden.sink.mail.engine;

import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chartwarden.sink.mail.Notice;
import org.chartwarden.sink.mail.RenderedNotice;
import org.chartwarden.sink.mail.smtp.SmtpOutcome;

/** Keeps what it is given, unless it is told otherwise. */
final class FakePostman implements Postman {

    /** The process ends right after the server has taken a mail. */
    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * One mail that was taken.
     *
     * @param at when, by the test's clock
     */
    record Sent(String messageId, String to, Notice notice, Instant date, Instant at) {

        /** Such as {@code ann: Hourly digest, 2 alerts: 2 MEDIUM}. */
        String line() {
            String subject = RenderedNotice.of(notice).subject();
            return to.replaceFirst("@.*", ": ") + subject.substring(subject.indexOf("] ") + 2);
        }
    }

    final List<Sent> sent = new ArrayList<>();
    private final Map<String, SmtpOutcome> answers = new HashMap<>();
    private final Clock clock;
    private SmtpOutcome answer = new SmtpOutcome.Sent();
    private boolean crashes;
    private int attempts;

    FakePostman(Clock clock) {
        this.clock = clock;
    }

    void answer(SmtpOutcome outcome) {
        answer = outcome;
    }

    /** Of this recipient, whatever the others get. */
    void answer(String address, SmtpOutcome outcome) {
        answers.put(address, outcome);
    }

    void crashOnce() {
        crashes = true;
    }

    int attempts() {
        return attempts;
    }

    @Override
    public SmtpOutcome attempt(String messageId, Notice notice, Instant date, InternetAddress recipient) {
        attempts++;
        SmtpOutcome outcome = answers.getOrDefault(recipient.getAddress(), answer);
        if (outcome instanceof SmtpOutcome.Sent) {
            sent.add(new Sent(messageId, recipient.getAddress(), notice, date, clock.instant()));
        }
        if (crashes) {
            crashes = false;
            throw new Crash();
        }
        return outcome;
    }
}
