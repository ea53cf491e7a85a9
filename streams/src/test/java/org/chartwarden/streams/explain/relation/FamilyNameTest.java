package org.chartwarden.streams.explain.relation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FamilyNameTest {

    @ParameterizedTest
    @CsvSource({
        "Byron, BYRON",
        "García, Garcia",
        "Strauß, STRAUSS",
        "Sørensen, Sorensen",
        "Łukasik, Lukasik",
        "Smith-Jones, Jones",
        "García López, López-Martín",
        "O'Brien, O’BRIEN",
        "van den Berg, Berg",
        "Li, LI",
        "De, de",
    })
    void shouldRecogniseTheSameName(String one, String other) {
        assertThat(FamilyName.isShared(one, other)).isTrue();
        assertThat(FamilyName.isShared(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Byron, Byrne", "de la Cruz, de la Torre", "van Dijk, van Gogh", "Smithson, Smith", ", Byron", ","})
    void shouldTellNamesApart(String one, String other) {
        assertThat(FamilyName.isShared(one, other)).isFalse();
        assertThat(FamilyName.isShared(other, one)).isFalse();
    }

    @Test
    void shouldGiveTheTellingParts() {
        assertThat(FamilyName.parts("von Müller-Lüdenscheidt")).containsExactlyInAnyOrder("muller", "ludenscheidt");
        assertThat(FamilyName.parts(null)).isEmpty();
    }
}
