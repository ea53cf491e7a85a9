package org.chartwarden.standalone.command;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.chartwarden.settings.Settings;
import org.chartwarden.sink.mail.MailSettings;
import org.chartwarden.sink.mail.MailWriter;
import org.chartwarden.sink.mail.Notice;
import org.chartwarden.sink.mail.RenderedNotice;
import org.chartwarden.standalone.mail.SampleNotices;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code chartwarden mail preview}. */
@Command(
        name = "preview",
        description = {
            "Writes each kind of mail into a folder: as the mail itself (.eml), as text and as HTML.",
            "The alerts are made up, the words are those of the settings. Needs nothing that runs, and sends nothing."
        },
        mixinStandardHelpOptions = true)
final class MailPreviewCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Where where;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "mail-preview",
            description = "The folder (default: ${DEFAULT-VALUE}).")
    private Path folder;

    @Override
    public Integer call() throws Exception {
        Settings settings = where.settingsToRead();
        MailSettings mail = MailSettings.of(settings);
        Files.createDirectories(folder);
        MailWriter writer = new MailWriter(mail.server().session(), mail.from());
        for (Map.Entry<String, Notice> sample : SampleNotices.of(mail.site()).entrySet()) {
            RenderedNotice words = RenderedNotice.of(sample.getValue());
            Files.writeString(folder.resolve(sample.getKey() + ".txt"), words.text());
            Files.writeString(folder.resolve(sample.getKey() + ".html"), words.html());
            try (OutputStream file = Files.newOutputStream(folder.resolve(sample.getKey() + ".eml"))) {
                writer.write(
                                "<sample@localhost>",
                                sample.getValue(),
                                SampleNotices.NOW,
                                mail.to().get(0))
                        .writeTo(file);
            }
            spec.commandLine().getOut().printf("%-20s %s%n", sample.getKey(), words.subject());
        }
        spec.commandLine().getOut().printf("each as .eml, .txt and .html in %s%n", folder);
        return ExitCode.OK;
    }
}
