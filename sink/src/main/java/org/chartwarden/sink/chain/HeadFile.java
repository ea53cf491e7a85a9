package org.chartwarden.sink.chain;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.chartwarden.model.ChainLink;
import org.chartwarden.sink.elasticsearch.Fields;

/**
 * The chain's heads in a file outside, one line a link: number, time of sealing, hash. Each link has its line once, also
 * after a crash: what the last line lacks is cut off, and the links behind it are told again.
 */
public final class HeadFile {

    private static final int LONGEST_LINE = 256;

    private final Path file;

    HeadFile(Path file) {
        this.file = file;
    }

    /** The newest link that the file has; empty when it has none yet. */
    Optional<ChainHead> newest() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            int length = (int) Math.min(open.length(), LONGEST_LINE);
            byte[] end = new byte[length];
            open.seek(open.length() - length);
            open.readFully(end);
            String text = new String(end, StandardCharsets.US_ASCII);
            int whole = text.lastIndexOf('\n') + 1;
            open.setLength(open.length() - length + whole); // the rest was cut off by a crash
            return whole == 0 ? Optional.empty() : Optional.of(lastOf(text.substring(0, whole - 1)));
        }
    }

    private ChainHead lastOf(String lines) throws IOException {
        return parse(lines.substring(lines.lastIndexOf('\n') + 1))
                .orElseThrow(() -> new IOException(file + " does not end with a line of the chain."));
    }

    /** One line of such a file; empty when it is none. */
    public static Optional<ChainHead> parse(String line) {
        String[] parts = line.split(" ");
        if (parts.length != 3 || !parts[0].matches("[0-9]{1,18}") || !parts[2].matches("[0-9a-f]{64}")) {
            return Optional.empty();
        }
        return Optional.of(new ChainHead(Long.parseLong(parts[0]), parts[2]));
    }

    void append(ChainLink link) throws IOException {
        String line = link.getSequence() + " " + Fields.format(link.getSealedAt()) + " " + link.getHash() + "\n";
        Files.writeString(file, line, StandardCharsets.US_ASCII, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
