package org.chartwarden.streams.explain.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldedTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "O'Brien", "12 Elm St., Apt 3", "--Smith-JONES--", "'", "a`b c_d", "x\ty\nz", "1st 2ND"
            })
    void shouldFoldPlainTextAsItFoldsAnyOther(String text) {
        String[] words = Folded.words(text);

        // A letter that is not plain takes the whole text the other way.
        List<String> otherWay = new ArrayList<>(List.of(words));
        otherWay.add("e");
        assertThat(Folded.words(text + " é")).containsExactlyElementsOf(otherWay);
    }
}
