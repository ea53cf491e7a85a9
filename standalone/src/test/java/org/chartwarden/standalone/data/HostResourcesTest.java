package org.chartwarden.standalone.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.chartwarden.standalone.StackException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostResourcesTest {

    private static final long GIBIBYTE = 1L << 30;

    @TempDir
    private Path folder;

    @Test
    void shouldAcceptExactlyWhatIsNeeded() {
        assertThatCode(new HostResources(folder, 2 * GIBIBYTE, 4 * GIBIBYTE)::requireEnough)
                .doesNotThrowAnyException();
    }

    @Test
    void shouldRefuseAShortDisk() {
        assertThatThrownBy(new HostResources(folder, GIBIBYTE / 2, 4 * GIBIBYTE)::requireEnough)
                .isInstanceOf(StackException.class)
                .hasMessage("Not enough disk: 0.5 GiB free in " + folder
                        + ", 2.0 GiB needed. Free some, or choose a data directory on another file system.");
    }

    @Test
    void shouldRefuseShortMemory() {
        assertThatThrownBy(new HostResources(folder, 2 * GIBIBYTE, 3 * GIBIBYTE)::requireEnough)
                .isInstanceOf(StackException.class)
                .hasMessage("Not enough memory: 3.0 GiB available, 4.0 GiB needed."
                        + " Close other programs, or give this machine or container more.");
    }

    @Test
    void shouldReadLinuxsEstimateOfAvailableMemory() {
        List<String> information =
                List.of("MemTotal:       24684000 kB", "MemFree:         1000 kB", "MemAvailable:    2048 kB");

        assertThat(HostResources.memoryAvailable(information)).isEqualTo(2048 * 1024);
    }

    @Test
    void shouldMeasureThisMachine() {
        HostResources measured = HostResources.measure(folder);

        assertThat(measured.diskBytes()).isPositive();
        assertThat(measured.memoryBytes()).isBetween(1L << 20, 1L << 50);
    }
}
