package org.chartwarden.standalone.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.chartwarden.standalone.data.DataDirectory;
import org.chartwarden.standalone.data.Ports;
import org.chartwarden.standalone.process.ManagedProcess;
import org.chartwarden.standalone.registry.RegistryServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStackIT {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    private DataDirectory directory;
    private EmbeddedStack stack;
    private Process program;

    @AfterEach
    void stop() throws InterruptedException {
        if (program != null) {
            program.destroyForcibly().waitFor();
        }
        if (stack != null) {
            stack.close();
        }
        if (directory != null) {
            directory.close();
        }
    }

    private StackContents start() throws InterruptedException {
        directory = DataDirectory.open(folder);
        stack = EmbeddedStack.start(directory, new Ports(directory, Map.of()), Progress.NONE);
        return new StackContents(stack);
    }

    private StackContents restart() throws InterruptedException {
        stack.close();
        directory.close();
        return start();
    }

    @Test
    void shouldKeepTopicsSchemasAndDocumentsAcrossAStopAndACrash() throws Exception {
        StackContents contents = start();
        contents.createTopic();
        contents.produce("before the stop");
        String schemaId = contents.registerSchema();
        contents.index("{\"kept\":\"before the stop\"}");
        String bootstrapServers = stack.bootstrapServers();

        contents = restart();

        assertThat(stack.bootstrapServers()).isEqualTo(bootstrapServers);
        assertThat(contents.topics()).containsExactly("kept");
        assertThat(contents.records()).containsExactly("before the stop");
        assertThat(contents.subjects()).isEqualTo("[\"kept-value\"]");
        assertThat(contents.registerSchema()).isEqualTo(schemaId);
        assertThat(contents.document()).isEqualTo("{\"kept\":\"before the stop\"}");

        contents.produce("before the crash");
        contents.index("{\"kept\":\"before the crash\"}");
        for (ManagedProcess server : stack.processes()) {
            server.kill();
        }
        contents = restart();

        assertThat(contents.topics()).containsExactly("kept");
        assertThat(contents.records()).containsExactly("before the stop", "before the crash");
        assertThat(contents.subjects()).isEqualTo("[\"kept-value\"]");
        assertThat(contents.document()).isEqualTo("{\"kept\":\"before the crash\"}");
    }

    @Test
    void shouldSayWhichServerDied() throws Exception {
        start();
        assertThat(stack.problem()).isEmpty();
        ManagedProcess registry = stack.processes().get(1);

        registry.kill();

        assertThat(stack.problem().orElseThrow())
                .startsWith("registry (process " + registry.pid() + ") ended by itself with exit status 137; ");
        stack.close();
        assertThat(stack.problem()).isEmpty();
    }

    @Test
    void shouldRefuseASecondStackAndTakeOverWhenTheFirstIsKilled() throws Exception {
        program = startProgram("first.out");
        await().atMost(LIMIT).until(() -> output("first.out").contains("up"));

        Process second = startProgram("second.out");

        assertThat(second.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(1);
        assertThat(output("second.out").get(0))
                .isEqualTo("Exception in thread \"main\" org.chartwarden.standalone.StackException: The data directory "
                        + folder + " is in use by process " + program.pid()
                        + ". Stop that process, or choose another data directory.");

        program.destroyForcibly().waitFor();

        assertThat(start().topics()).containsExactly("kept");
    }

    private Process startProgram(String output) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx128m");
        command.add("-D" + RegistryServer.HOME_PROPERTY + "=" + System.getProperty(RegistryServer.HOME_PROPERTY));
        command.add(StackProgram.class.getName());
        command.add(folder.toString());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(output).toFile());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return builder.start();
    }

    private List<String> output(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name));
    }
}
