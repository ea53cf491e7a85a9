package org.chartwarden.standalone.pipeline;

import java.util.Optional;
import org.chartwarden.standalone.data.DataDirectory;
import org.chartwarden.standalone.data.Ports;
import org.chartwarden.standalone.process.ManagedProcess;
import org.chartwarden.standalone.stack.Stack;

/** A stack of a test's own, and how to end it. */
interface TestStack extends Stack, AutoCloseable {

    @Override
    void close();

    /** The process of Elasticsearch, to be killed and started again; empty where it is not ours. */
    Optional<ManagedProcess> elasticsearch();

    /**
     * Starts the kind of stack that {@code -Dstack} names.
     *
     * @param data where embedded servers keep their data, and where the mails are
     */
    static TestStack start(DataDirectory data, Ports ports) throws InterruptedException {
        String kind = System.getProperty("stack", "embedded");
        return switch (kind) {
            case "embedded" -> new EmbeddedTestStack(data, ports);
            case "containers" -> new ContainerTestStack(data, ports);
            default ->
                throw new IllegalArgumentException("-Dstack is " + kind + ", but must be embedded or containers");
        };
    }
}
