package org.chartwarden.producers.inbox;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folders of an inbox: one for each feed, and beside them where its files go.
 *
 * @param root {@code inbox.directory}
 */
record Folders(Path root) {

    /** What was taken, and what was delivered a second time. */
    static final String ARCHIVE = "archive";

    /** What would do harm. */
    static final String HELD = "held";

    /** What cannot be read as its feed. */
    static final String REFUSED = "refused";

    /** Names that no feed can have. */
    static final Set<String> RESERVED = Set.of(ARCHIVE, HELD, REFUSED);

    private static final String REASON = ".reason.txt";
    private static final int SUFFIX_LENGTH = 8;

    Path of(String feed) {
        return root.resolve(feed);
    }

    /** Makes what is missing. */
    void create(Set<String> feeds) throws IOException {
        for (String feed : feeds) {
            Files.createDirectories(of(feed));
        }
        for (String name : RESERVED) {
            Files.createDirectories(root.resolve(name));
        }
    }

    /** The files that wait: not hidden, and no links, which could lead out of the inbox. */
    List<Path> waiting(String feed) throws IOException {
        return visible(of(feed), false);
    }

    /** Puts a file to those that were taken, without replacing another; tells where it lies then. */
    Path archive(String feed, Path file, String content, YearMonth month) throws IOException {
        return move(file, root.resolve(ARCHIVE).resolve(feed).resolve(month.toString()), content);
    }

    /** Puts an archived file to those that wait, under the name that it came by if that is free. */
    void putBack(String feed, Path archived, String name, String content) throws IOException {
        move(archived, of(feed), name, content);
    }

    /**
     * Puts a file aside, with a page beside it that says why.
     *
     * @param place {@link #HELD} or {@link #REFUSED}
     */
    void setAside(String place, String feed, Path file, String content, String reason) throws IOException {
        Path moved = move(file, root.resolve(place).resolve(feed), content);
        Files.writeString(moved.resolveSibling(moved.getFileName() + REASON), reason + "\n");
    }

    private static Path move(Path file, Path folder, String content) throws IOException {
        return move(file, folder, file.getFileName().toString(), content);
    }

    private static Path move(Path file, Path folder, String name, String content) throws IOException {
        Files.createDirectories(folder);
        for (int attempt = 0; ; attempt++) {
            Path target = folder.resolve(name + suffix(content, attempt));
            try {
                return Files.move(file, target);
            } catch (FileAlreadyExistsException e) {
                continue; // another file of that name: the next one is free, sooner or later
            }
        }
    }

    private static String suffix(String content, int attempt) {
        String hash = "." + content.substring(0, SUFFIX_LENGTH);
        return attempt == 0 ? "" : attempt == 1 ? hash : hash + "." + attempt;
    }

    /** What a person has to look after, one sentence each. */
    List<String> complaints(Set<String> feeds) throws IOException {
        List<String> complaints = new ArrayList<>();
        for (Path stray : visible(root, false)) {
            complaints.add("%s lies in the inbox itself: put it into the folder of its feed".formatted(stray));
        }
        for (Path folder : visible(root, true)) {
            String name = folder.getFileName().toString();
            if (!feeds.contains(name) && !RESERVED.contains(name)) {
                complaints.add("%s is no feed's folder; the feeds are %s"
                        .formatted(
                                folder,
                                String.join(", ", feeds.stream().sorted().toList())));
            }
        }
        for (String feed : feeds.stream().sorted().toList()) {
            complaints.addAll(aside(HELD, feed, "held back"));
            complaints.addAll(aside(REFUSED, feed, "refused"));
        }
        return complaints;
    }

    private List<String> aside(String place, String feed, String what) throws IOException {
        return visible(root.resolve(place).resolve(feed), false).stream()
                .filter(file -> !file.toString().endsWith(REASON))
                .map(file -> "%s is %s: see %s%s beside it".formatted(file, what, file.getFileName(), REASON))
                .toList();
    }

    private static List<Path> visible(Path folder, boolean folders) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(path -> !path.getFileName().toString().startsWith("."))
                    .filter(path -> folders
                            ? Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                            : Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }
}
