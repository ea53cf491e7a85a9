package org.chartwarden.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailCommandTest {

    private static final List<String> KINDS = List.of(
            "alert",
            "escalation",
            "digest-hourly",
            "digest-daily",
            "digest-quiet-hours",
            "digest-limit",
            "courtesy",
            "chain-head");

    @TempDir
    private Path folder;

    @Test
    void shouldWriteEachKindOfMailIntoFiles() throws IOException {
        Path out = folder.resolve("out");

        CommandLineRun run = CommandLineRun.of(folder, "mail", "preview", "--out", out.toString());

        assertThat(run.exitCode()).isZero();
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(KINDS.stream()
                            .flatMap(kind -> Stream.of(kind + ".eml", kind + ".html", kind + ".txt"))
                            .toList());
        }
        assertThat(out.resolve("alert.eml")).content().contains("Subject: [Chartwarden] HIGH alert", "multipart/");
        assertThat(out.resolve("digest-limit.html")).content().startsWith("<!DOCTYPE html>");
        assertThat(out.resolve("courtesy.txt")).content().contains("This is a reminder and no accusation.");
    }

    @Test
    void shouldShowWhoWouldGetWhat() throws IOException {
        Path file = Files.writeString(folder.resolve("recipients.yml"), """
                recipients:
                  - address: ann@hospital.example
                """);

        CommandLineRun run = CommandLineRun.of(folder, "mail", "check", file.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines().toList())
                .startsWith("ann@hospital.example", "  at once: critical, high", "  hourly: medium")
                .contains("What reaches nobody else: privacy-office@localhost", "  rules: none");
    }

    @Test
    void shouldNameEverythingThatIsWrongInTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("recipients.yml"), """
                recipients:
                  - address: ann
                    hourly-limit: 0
                """);

        CommandLineRun run = CommandLineRun.of(folder, "mail", "check", file.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines())
                .containsExactly(
                        "The recipients of mails were refused, and nothing was started:",
                        file + ":2:14: address is \"ann\", but must be one address, name@host",
                        file + ":3:19: hourly-limit is \"0\", but must be a whole number from 1");
    }

    @Test
    void shouldOrderOnlyWhereSomethingRuns() {
        String[] unsubscribe = {"mail", "unsubscribe", "--rule", "r", "--address", "ann@h.example", "--by", "o1"};

        assertThat(CommandLineRun.of(folder, unsubscribe).err()).startsWith("chartwarden: No Chartwarden runs in ");
        assertThat(CommandLineRun.of(folder, "mail", "courtesy", "a1", "--address", "eva@h.example", "--by", "o1")
                        .err())
                .startsWith("chartwarden: No Chartwarden runs in ");
    }

    @Test
    void shouldRefuseWhatCannotBeOrdered() throws IOException {
        Path config = Files.writeString(folder.resolve("site.properties"), "kafka.bootstrap.servers=127.0.0.1:1\n");

        assertThat(refusal(config, "mail", "courtesy", "a1", "--address", "eva@h.example", "--by", "o1"))
                .isEqualTo("Courtesy notices are switched off: set mail.courtesy=true first. Nothing is released.");
        assertThat(refusal(config, unsubscription("no-such-rule", "ann@h.example", "o1")))
                .startsWith("There is no rule no-such-rule: ./chartwarden rules list names them all");
        assertThat(refusal(config, unsubscription("no-such-rule", "Ann <ann@h.example>", "o1")))
                .startsWith("The address must be one bare address, name@host.");
        assertThat(refusal(config, unsubscription("no-such-rule", "ann@h.example", " ")))
                .startsWith("The officer who orders it must be named.");
    }

    private static String[] unsubscription(String rule, String address, String officer) {
        return new String[] {"mail", "unsubscribe", "--rule", rule, "--address", address, "--by", officer};
    }

    /** Of a command to a system elsewhere. */
    private String refusal(Path config, String... command) {
        String[] all = Stream.concat(Stream.of(command), Stream.of("--config", config.toString()))
                .toArray(String[]::new);
        CommandLineRun run = CommandLineRun.of(folder, all);
        assertThat(run.exitCode()).isEqualTo(2);
        return run.err().strip().replaceFirst("^chartwarden: ", "");
    }
}
