package org.chartwarden.sink.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.chartwarden.model.ChainLink;
import org.chartwarden.model.LeafKind;
import org.chartwarden.serde.TrustedClasses;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadFileTest {

    static {
        TrustedClasses.ensure();
    }

    private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");

    @TempDir
    private Path folder;

    private Path path;
    private HeadFile file;
    private ChainLink first;
    private ChainLink second;

    @BeforeEach
    void open() {
        path = folder.resolve("heads");
        file = new HeadFile(path);
        first = link(ChainHead.NONE);
        second = link(ChainHead.of(first));
    }

    @Test
    void shouldHaveALineForEachLink() throws IOException {
        file.append(first);
        file.append(second);

        assertThat(path)
                .hasContent("1 2026-01-31T10:00:00.000Z " + first.getHash() + "\n2 2026-01-31T10:00:00.000Z "
                        + second.getHash() + "\n");
        assertThat(file.newest()).contains(ChainHead.of(second));
    }

    @Test
    void shouldKnowOfNoLinkAtFirst() throws IOException {
        assertThat(file.newest()).isEmpty();
        assertThat(path).doesNotExist();
    }

    @Test
    void shouldCutOffWhatACrashLeftHalf() throws IOException {
        file.append(first);
        Files.writeString(path, Files.readString(path) + "2 2026-01-31T10:00");

        assertThat(file.newest()).contains(ChainHead.of(first));
        file.append(second);

        assertThat(Files.readAllLines(path)).hasSize(2);
        assertThat(file.newest()).contains(ChainHead.of(second));
    }

    @Test
    void shouldRefuseAnotherFile() throws IOException {
        Files.writeString(path, "something else\n");

        assertThatThrownBy(file::newest)
                .isInstanceOf(IOException.class)
                .hasMessage(path + " does not end with a line of the chain.");
    }

    private static ChainLink link(ChainHead head) {
        SealedDocument document = new SealedDocument(LeafKind.ACCESS, "e1", 1, NOW, "ab".repeat(32));
        return head.seal(head.nextPage(List.of(document.toLeaf())), NOW);
    }
}
