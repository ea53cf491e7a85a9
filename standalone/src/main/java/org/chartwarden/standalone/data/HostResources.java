package org.chartwarden.standalone.data;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.chartwarden.standalone.StackException;

/**
 * What the machine has left for the embedded servers.
 *
 * @param folder whose file system holds the data
 * @param diskBytes free on that file system
 * @param memoryBytes that new processes can use without swapping
 */
public record HostResources(Path folder, long diskBytes, long memoryBytes) {

    private static final long GIBIBYTE = 1L << 30;
    private static final long DISK_NEEDED = 2 * GIBIBYTE;
    private static final long MEMORY_NEEDED = 4 * GIBIBYTE;
    private static final Path MEMORY_INFORMATION = Path.of("/proc/meminfo");

    /** Measures now. */
    public static HostResources measure(Path folder) {
        try {
            return new HostResources(folder, Files.getFileStore(folder).getUsableSpace(), availableMemory());
        } catch (IOException e) {
            throw new StackException("The free disk or memory cannot be measured (" + e + ").", e);
        }
    }

    /** @throws StackException when the disk or the memory is too short to start */
    public void requireEnough() {
        if (diskBytes < DISK_NEEDED) {
            throw new StackException("Not enough disk: " + gibibytes(diskBytes) + " free in " + folder + ", "
                    + gibibytes(DISK_NEEDED)
                    + " needed. Free some, or choose a data directory on another file system.");
        }
        if (memoryBytes < MEMORY_NEEDED) {
            throw new StackException("Not enough memory: " + gibibytes(memoryBytes) + " available, "
                    + gibibytes(MEMORY_NEEDED)
                    + " needed. Close other programs, or give this machine or container more.");
        }
    }

    private static long availableMemory() throws IOException {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        if (!Files.exists(MEMORY_INFORMATION)) {
            return system.getTotalMemorySize(); // what is free leaves out caches that would be given up
        }
        // Linux' own estimate counts the page cache that it can give up; the bean knows a container's limit.
        return Math.min(memoryAvailable(Files.readAllLines(MEMORY_INFORMATION)), system.getTotalMemorySize());
    }

    static long memoryAvailable(List<String> memoryInformation) {
        return memoryInformation.stream()
                .filter(line -> line.startsWith("MemAvailable:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElse(Long.MAX_VALUE); // a kernel before 3.14: the container's limit decides alone
    }

    private static String gibibytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", (double) bytes / GIBIBYTE);
    }
}
