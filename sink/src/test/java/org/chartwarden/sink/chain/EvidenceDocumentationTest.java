package org.chartwarden.sink.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.chartwarden.model.ChainLink;
import org.chartwarden.model.LeafKind;
import org.chartwarden.serde.TrustedClasses;
import org.chartwarden.sink.elasticsearch.CanonicalJson;
import org.chartwarden.sink.elasticsearch.ChainPageDocument;
import org.chartwarden.sink.elasticsearch.Fingerprint;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The worked example of docs/evidence.md: what an auditor would compute is what we compute. */
class EvidenceDocumentationTest {

    static {
        TrustedClasses.ensure();
    }

    private static final Pattern JSON = Pattern.compile("(?s)```json\n(.*?)\n```");
    private static final Pattern HASH = Pattern.compile("(?m)^    ([0-9a-f]{64})$");

    /** The document, then what is hashed: of it, of the page, of the link. */
    private static List<String> json;

    /** The document's, the page's and the link's. */
    private static List<String> hashes;

    @BeforeAll
    static void readPage() throws IOException {
        String page = Files.readString(Path.of("../docs/evidence.md"));
        json = all(JSON, page);
        hashes = all(HASH, page);
    }

    private static List<String> all(Pattern pattern, String page) {
        return pattern.matcher(page).results().map(result -> result.group(1)).toList();
    }

    @Test
    void shouldHashExactlyTheBytesThatThePageShows() {
        List<String> hashed = json.subList(1, 4).stream()
                .map(text -> Fingerprint.sha256(text.getBytes(StandardCharsets.UTF_8)))
                .toList();

        assertThat(hashed).isEqualTo(hashes);
    }

    @Test
    void shouldSealTheDocumentOfThePageAsItSays() throws IOException {
        ObjectNode document = (ObjectNode) new ObjectMapper().readTree(json.get(0));
        SealedDocument sealed = SealedDocument.of(LeafKind.DISPOSITION, document);

        ChainLink link = ChainHead.NONE.seal(
                ChainHead.NONE.nextPage(List.of(sealed.toLeaf())), Instant.parse("2026-01-31T22:10:05Z"));

        assertThat(sealed.sha256()).isEqualTo(hashes.get(0));
        assertThat(CanonicalJson.bytes(ChainPageDocument.leaves(List.of(sealed.toLeaf()))))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(json.get(2));
        assertThat(link.getPageSha256()).isEqualTo(hashes.get(1));
        assertThat(CanonicalJson.bytes(ChainHashes.toJson(link)))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(json.get(3));
        assertThat(link.getHash()).isEqualTo(hashes.get(2));
    }
}
