package org.chartwarden.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {

    @TempDir
    private Path folder;

    @Test
    void shouldSayThatAPacketIsNotThere() {
        Path packet = folder.resolve("packet.zip");

        CommandLineRun run = CommandLineRun.of(folder, "verify", packet.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains(packet + ": no such file or folder");
    }

    @Test
    void shouldRefuseAFolderAsPacket() {
        CommandLineRun run = CommandLineRun.of(folder, "verify", folder.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("PACKET must be a ZIP file, but '" + folder + "' is a folder");
    }
}
