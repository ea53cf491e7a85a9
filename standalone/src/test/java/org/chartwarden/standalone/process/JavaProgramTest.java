package org.chartwarden.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class JavaProgramTest {

    @Test
    void shouldRunTheMainClassThroughTheShellAndChildMain() {
        JavaProgram program = JavaProgram.of("waiting", WaitingChild.class, "-Xmx32m", "-Dkey=value")
                .withArguments("first", "second");

        List<String> command = program.command(new ProcessFiles(Path.of("/l"), Path.of("/o"), Path.of("/k")));

        assertThat(command)
                .containsExactly(
                        "/bin/sh",
                        "-c",
                        "trap '' INT HUP; exec \"$@\"",
                        "sh",
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:ErrorFile=/l.crash",
                        "-Xmx32m",
                        "-Dkey=value",
                        "-Dchartwarden.log.file=/l",
                        "-Dchartwarden.child.lock=/k",
                        "org.chartwarden.standalone.process.ChildMain",
                        "org.chartwarden.standalone.process.WaitingChild",
                        "first",
                        "second");
    }

    @Test
    void shouldRefuseAProgramWithoutAHeap() {
        assertThatThrownBy(() -> JavaProgram.of("waiting", WaitingChild.class, "-Dkey=value"))
                .hasMessage("jvmOptions of waiting must state the heap with -Xmx");
    }

    @Test
    void shouldRefuseANameThatIsNoFileName() {
        assertThatThrownBy(() -> JavaProgram.of("a/b", WaitingChild.class, "-Xmx32m"))
                .hasMessage("name is \"a/b\"; allowed are lower-case letters, digits and -");
    }
}
