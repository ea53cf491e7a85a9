package org.chartwarden.sink.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chartwarden.model.Alert;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.Patient;
import org.chartwarden.model.RuleText;
import org.chartwarden.model.Severity;
import org.chartwarden.model.WorkforceMember;
import org.chartwarden.serde.TrustedClasses;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Searches every kind of mail for everything that is known of a case. */
class NoIdentifierTest {

    static {
        TrustedClasses.ensure();
    }

    private static final Session SESSION = Session.getInstance(new Properties());

    @RepeatedTest(20)
    void shouldCarryNoIdentifierOfTheCase(RepetitionInfo repetition) throws Exception {
        FilledCase filled = new FilledCase(repetition.getCurrentRepetition());
        Alert alert = filled.alert("4f1c0a");
        filled.record(ExplainedAccess.class, ExplainedAccess.getClassSchema());
        filled.record(Patient.class, Patient.getClassSchema());
        filled.record(WorkforceMember.class, WorkforceMember.getClassSchema());
        filled.record(RuleText.class, RuleText.getClassSchema());

        List<Notice> notices = Notices.each(MailedAlert.of(alert, Notices.RAISED), Notices.SITE);

        Set<Class<?>> kinds = notices.stream().map(Object::getClass).collect(Collectors.toSet());
        assertThat(kinds).containsExactlyInAnyOrder(Notice.class.getPermittedSubclasses());
        assertThat(filled.identifiers()).hasSizeGreaterThan(200);
        for (Notice notice : notices) {
            assertThat(readAll(notice)).contains("Chartwarden North").doesNotContain(filled.identifiers());
            assertThat(RenderedNotice.of(notice).toString()).doesNotContain(Integer.toString(alert.getRiskScore()));
        }
    }

    @Test
    void shouldFindAnIdentifierHoweverItIsEncoded() throws Exception {
        Site site = new Site("X12 M\u00fcller-4711", Notices.SITE.zone(), "x", "http://h/");

        for (Notice notice : Notices.each(Notices.alert("a1", Severity.LOW), site)) {
            assertThat(readAll(notice).split("M\u00fcller-4711", -1)).hasSizeGreaterThan(3);
        }
    }

    /** The mail as it is sent, then its headers and parts decoded. */
    private static String readAll(Notice notice) throws Exception {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        new MailWriter(SESSION, Notices.BOT)
                .write("<1@hospital.example>", notice, Notices.RAISED, Notices.ANN)
                .writeTo(sent);
        MimeMessage read = new MimeMessage(SESSION, new ByteArrayInputStream(sent.toByteArray()));
        MimeMultipart parts = (MimeMultipart) read.getContent();
        assertThat(parts.getCount()).as("nothing attached").isEqualTo(2);
        Stream.Builder<String> all = Stream.builder();
        all.add(sent.toString(StandardCharsets.UTF_8));
        for (String line : Collections.list(read.getAllHeaderLines())) {
            all.add(MimeUtility.decodeText(MimeUtility.unfold(line)));
        }
        all.add(parts.getBodyPart(0).getContent().toString());
        all.add(parts.getBodyPart(1).getContent().toString());
        return all.build().collect(Collectors.joining("\n"));
    }
}
