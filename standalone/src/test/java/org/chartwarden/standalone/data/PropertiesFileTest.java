package org.chartwarden.standalone.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PropertiesFileTest {

    @TempDir
    private Path folder;

    @Test
    void shouldReadWhatWasWrittenLast() {
        Path file = folder.resolve("file");
        Properties properties = new Properties();
        properties.setProperty("key", "first");
        PropertiesFile.write(file, properties);
        properties.setProperty("key", "second");
        PropertiesFile.write(file, properties);

        assertThat(PropertiesFile.read(file)).isEqualTo(properties);
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
    }

    @Test
    void shouldHoldNothingWithoutAFile() {
        assertThat(PropertiesFile.read(folder.resolve("none"))).isEmpty();
    }

    @Test
    void shouldKeepASecretFromOthersAlsoInAnExistingFile() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        PropertiesFile.writePrivately(file, new Properties());

        assertThat(Files.getPosixFilePermissions(file))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }
}
