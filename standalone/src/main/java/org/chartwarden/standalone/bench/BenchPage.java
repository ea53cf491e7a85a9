package org.chartwarden.standalone.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The page that runs write: each command makes its own section anew, and leaves the others as they are. */
public final class BenchPage {

    private static final String HEADING = "## ";
    private static final List<String> NEW_PAGE = List.of("# Performance");

    private BenchPage() {}

    /**
     * Replaces one section of the page; makes the page where there is none.
     *
     * @param title of the section
     * @param section its lines, without the heading
     */
    public static void write(Path page, String title, List<String> section) throws IOException {
        List<String> before = Files.exists(page) ? Files.readAllLines(page) : NEW_PAGE;
        Files.write(page, replaced(before, title, section));
    }

    /** A section begins with its heading of the second level and ends before the next one; a new one comes last. */
    static List<String> replaced(List<String> page, String title, List<String> section) {
        String heading = HEADING + title;
        int begin = page.indexOf(heading);
        int from = begin < 0 ? page.size() : begin;
        int to = from;
        while (to < page.size() && (to == from || !page.get(to).startsWith(HEADING))) {
            to++;
        }
        List<String> lines = new ArrayList<>(page.subList(0, from));
        if (!lines.isEmpty() && !lines.get(lines.size() - 1).isBlank()) {
            lines.add("");
        }
        lines.add(heading);
        lines.add("");
        lines.addAll(section);
        if (to < page.size()) {
            lines.add("");
        }
        lines.addAll(page.subList(to, page.size()));
        return lines;
    }

    /** The machine in one line. */
    public static String machine() {
        Runtime runtime = Runtime.getRuntime();
        return "Machine: %d processors, Java %s, %s %s."
                .formatted(
                        runtime.availableProcessors(),
                        Runtime.version().feature(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"));
    }
}
