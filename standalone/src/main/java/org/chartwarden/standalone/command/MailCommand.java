package org.chartwarden.standalone.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code chartwarden mail}. */
@Command(
        name = "mail",
        description = "Who gets which mails, how they look, and what officers order about them.",
        mixinStandardHelpOptions = true,
        subcommands = {
            MailCheckCommand.class,
            MailPreviewCommand.class,
            MailSubscriptionCommand.Unsubscribe.class,
            MailSubscriptionCommand.Subscribe.class,
            MailCourtesyCommand.class
        })
final class MailCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
