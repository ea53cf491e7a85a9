package org.chartwarden.standalone.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.chartwarden.standalone.StackException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    private Path folder;

    @Test
    void shouldRefuseADirectoryThatIsInUse() {
        try (DataDirectory first = DataDirectory.open(folder)) {
            assertThatThrownBy(() -> DataDirectory.open(first.root()))
                    .isInstanceOf(StackException.class)
                    .hasMessage("The data directory " + folder + " is in use by process "
                            + ProcessHandle.current().pid()
                            + ". Stop that process, or choose another data directory.");
        }
    }

    @Test
    void shouldOpenAgainAfterClose() {
        DataDirectory.open(folder).close();

        try (DataDirectory second = DataDirectory.open(folder)) {
            assertThat(second.folder("mail")).isEqualTo(folder.resolve("mail")).isDirectory();
        }
    }

    @Test
    void shouldRefuseAPlaceThatIsNoFolder() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> DataDirectory.open(file))
                .isInstanceOf(StackException.class)
                .hasMessageStartingWith("The data directory " + file + " cannot be written (")
                .hasMessageEndingWith("). Make it writable for this user, or choose another one.");
    }

    @Test
    void shouldGiveEachProcessItsFiles() {
        try (DataDirectory directory = DataDirectory.open(folder)) {
            assertThat(directory.processFiles("kafka").log()).isEqualTo(folder.resolve("logs/kafka.log"));
            assertThat(directory.processFiles("kafka").output()).isEqualTo(folder.resolve("logs/kafka.out"));
            assertThat(directory.processFiles("kafka").lock()).isEqualTo(folder.resolve("locks/kafka"));
        }
    }
}
