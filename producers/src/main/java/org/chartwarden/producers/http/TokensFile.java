package org.chartwarden.producers.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.SettingsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file of {@link Setting#HTTP_TOKENS_FILE}, read anew when it changes. A bad file leaves the old one in force. */
final class TokensFile {

    private static final Logger LOG = LoggerFactory.getLogger(TokensFile.class);

    private final Path file;
    private Stamp read;
    private TokenHashes hashes;
    private String problem;

    /** What changes when the file does. */
    private record Stamp(FileTime modified, long size, Object key) {}

    /** @throws SettingsException when the file cannot be used */
    TokensFile(Path file) {
        this.file = file;
        refresh();
        if (hashes == null) {
            throw new SettingsException(problem);
        }
    }

    /** What the file says now, or said when it was last right. */
    synchronized TokenHashes current() {
        refresh();
        return hashes;
    }

    /** What is wrong with the file as it is now. */
    synchronized Optional<String> problem() {
        refresh();
        return Optional.ofNullable(problem);
    }

    private void refresh() {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            Stamp stamp = new Stamp(now.lastModifiedTime(), now.size(), now.fileKey());
            if (stamp.equals(read)) {
                return;
            }
            hashes = TokenHashes.parse(Files.readAllLines(file));
            read = stamp;
            problem = null;
        } catch (IOException e) {
            wrong("the file " + file + " could not be read (" + e.getClass().getSimpleName() + ")");
        } catch (IllegalArgumentException e) {
            wrong("in the file " + file + ", " + e.getMessage());
        }
    }

    private void wrong(String reason) {
        String sentence = Setting.HTTP_TOKENS_FILE.key() + ": " + reason
                + (hashes == null ? "" : "; the tokens that were read before stay in force");
        if (!sentence.equals(problem)) {
            LOG.warn("{}", sentence);
        }
        problem = sentence;
        read = null;
    }
}
