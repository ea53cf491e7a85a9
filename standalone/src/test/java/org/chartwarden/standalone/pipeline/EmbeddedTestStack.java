package org.chartwarden.standalone.pipeline;

import java.net.URI;
import java.util.Optional;
import org.chartwarden.standalone.data.DataDirectory;
import org.chartwarden.standalone.data.Ports;
import org.chartwarden.standalone.process.ManagedProcess;
import org.chartwarden.standalone.stack.EmbeddedStack;
import org.chartwarden.standalone.stack.Progress;
import org.chartwarden.standalone.stack.SmtpAddress;

/** The embedded servers. */
final class EmbeddedTestStack implements TestStack {

    private final EmbeddedStack stack;

    EmbeddedTestStack(DataDirectory data, Ports ports) throws InterruptedException {
        stack = EmbeddedStack.start(data, ports, Progress.NONE);
    }

    @Override
    public String bootstrapServers() {
        return stack.bootstrapServers();
    }

    @Override
    public URI schemaRegistryUrl() {
        return stack.schemaRegistryUrl();
    }

    @Override
    public URI elasticsearchUrl() {
        return stack.elasticsearchUrl();
    }

    @Override
    public SmtpAddress smtp() {
        return stack.smtp();
    }

    @Override
    public Optional<ManagedProcess> elasticsearch() {
        return stack.processes().stream()
                .filter(process -> process.name().equals("elasticsearch"))
                .findFirst();
    }

    @Override
    public void close() {
        stack.close();
    }
}
