package org.chartwarden.producers.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PageTest {

    private static final String PAGE = """
            {"resourceType":"Bundle","link":[7,{"relation":"self","url":"a"},{"url":"b","relation":"next","x":[{}]},
            {"relation":"previous","url":"c"}],"type":"searchset","entry":[{"link":[{"relation":"next","url":"no"}],
            "resource":{"resourceType":"Patient"}}]}""";

    @Test
    void shouldFindTheNextLinkAndTheResources() throws Exception {
        Page page = Page.of(PAGE.getBytes(StandardCharsets.UTF_8));

        assertThat(page.next()).contains("b");
        assertThat(page.entries())
                .extracting(entry -> new String(entry.raw(), StandardCharsets.UTF_8))
                .containsExactly("{\"resourceType\":\"Patient\"}");
    }

    @Test
    void shouldReadOrRefuseWhateverIsChanged() {
        for (int seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            byte[] changed = PAGE.getBytes(StandardCharsets.UTF_8);
            for (int change = random.nextInt(3); change >= 0; change--) {
                changed[random.nextInt(changed.length)] = (byte) "\"{}[],:0 n".charAt(random.nextInt(10));
            }

            assertThatCode(() -> readOrRefuse(changed)).as("seed %d", seed).doesNotThrowAnyException();
        }
    }

    private static void readOrRefuse(byte[] body) {
        try {
            assertThat(Page.of(body).entries()).hasSizeBetween(0, List.of(body).size() * 8);
        } catch (PollException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }
}
