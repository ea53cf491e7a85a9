package org.chartwarden.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.chartwarden.standalone.StackException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagedProcessTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private ManagedProcess child;

    @AfterEach
    void stop() {
        if (child != null) {
            child.close();
        }
    }

    static ManagedProcess waitingChild(Path folder) {
        JavaProgram program =
                JavaProgram.of("waiting", WaitingChild.class, "-Xmx32m").withArguments(folder.toString());
        return new ManagedProcess(program, files(folder), () -> Files.exists(folder.resolve("started")));
    }

    private static ProcessFiles files(Path folder) {
        return new ProcessFiles(folder.resolve("child.log"), folder.resolve("child.out"), folder.resolve("child.lock"));
    }

    private void startChild() throws InterruptedException {
        child = waitingChild(folder);
        child.start();
        child.awaitReady(LIMIT);
    }

    @Test
    void shouldStopInOrderAndStartAgain() throws Exception {
        startChild();
        String first = Files.readString(folder.resolve("started"));

        child.close();

        assertThat(folder.resolve("stopped")).hasContent(first);
        assertThat(child.problem()).isEmpty();
        Files.delete(folder.resolve("started"));
        child.start();
        child.awaitReady(LIMIT);
        assertThat(folder.resolve("started")).hasContent(Long.toString(child.pid()));
        assertThat(Long.toString(child.pid())).isNotEqualTo(first);
    }

    @Test
    void shouldSayThatAKilledChildEnded() throws Exception {
        startChild();
        assertThat(child.problem()).isEmpty();

        child.kill();

        assertThat(child.problem())
                .contains("waiting (process " + child.pid() + ") ended by itself with exit status 137;"
                        + " it left no error; see " + folder.resolve("child.log"));
        assertThat(folder.resolve("stopped")).doesNotExist();
    }

    @Test
    void shouldShowWhyAChildCannotStart() {
        JavaProgram program = JavaProgram.of("failing", FailingChild.class, "-Xmx32m");
        child = new ManagedProcess(program, files(folder), () -> false);
        child.start();

        assertThatThrownBy(() -> child.awaitReady(LIMIT))
                .isInstanceOf(StackException.class)
                .hasMessage("failing (process " + child.pid() + ") ended by itself with exit status 1;"
                        + " last output: java.lang.IllegalStateException: the cellar is flooded (more in "
                        + folder.resolve("child.out") + ")");
    }

    @Test
    void shouldShowTheLastLoggedError() throws Exception {
        startChild();
        Files.writeString(folder.resolve("child.log"), """
                2026-01-01T00:00:00.000Z ERROR [main] first - no
                2026-01-01T00:00:01.000Z ERROR [main] second - yes
                2026-01-01T00:00:02.000Z INFO  [main] third - stopped
                """);

        child.kill();

        assertThat(child.problem().orElseThrow())
                .endsWith("; last error: 2026-01-01T00:00:01.000Z ERROR [main] second - yes (more in "
                        + folder.resolve("child.log") + ")");
    }

    @Test
    void shouldGiveUpOnAChildThatIsNotReadyInTime() {
        JavaProgram program =
                JavaProgram.of("waiting", WaitingChild.class, "-Xmx32m").withArguments(folder.toString());
        child = new ManagedProcess(program, files(folder), () -> false);
        child.start();

        assertThatThrownBy(() -> child.awaitReady(Duration.ofSeconds(1)))
                .isInstanceOf(StackException.class)
                .hasMessage("waiting was not ready within 1 s; it left no error; see " + folder.resolve("child.log"));
        assertThat(child.isAlive()).isTrue();
    }

    @Test
    void shouldNotStartTwice() throws Exception {
        startChild();

        assertThatThrownBy(() -> child.start())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("waiting runs already as process " + child.pid());
    }

    @Test
    void shouldIgnoreTheSignalsOfATerminal() throws Exception {
        startChild();

        for (String signal : new String[] {"-INT", "-HUP"}) {
            assertThat(new ProcessBuilder("kill", signal, Long.toString(child.pid()))
                            .start()
                            .waitFor())
                    .isZero();
        }

        await().during(Duration.ofMillis(500)).until(child::isAlive);
        assertThat(folder.resolve("stopped")).doesNotExist();
    }

    @Test
    void shouldEndInOrderWhenItsParentIsKilled() throws Exception {
        Process parent = startParent();
        await().atMost(LIMIT).until(() -> Files.exists(folder.resolve("started")));

        parent.destroyForcibly().waitFor();

        await().atMost(LIMIT).until(() -> Files.exists(folder.resolve("stopped")));
    }

    @Test
    void shouldWaitForAPredecessorThatStillRuns() throws Exception {
        startChild();
        Files.delete(folder.resolve("started"));
        try (ManagedProcess successor = waitingChild(folder)) {
            successor.start();
            await().during(Duration.ofSeconds(1))
                    .atMost(LIMIT)
                    .until(() -> successor.isAlive() && !Files.exists(folder.resolve("started")));

            child.kill();

            successor.awaitReady(LIMIT);
            assertThat(folder.resolve("started")).hasContent(Long.toString(successor.pid()));
        }
    }

    private Process startParent() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        ParentProgram.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("parent.out").toFile());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return builder.start();
    }
}
