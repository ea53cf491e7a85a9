package org.chartwarden.sink.hold;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegalHoldsTest {

    private static final LegalHolds HOLDS = LegalHolds.of(Set.of("u1"), Set.of("p1"), Set.of("a1"), Set.of("e1"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "chartwarden-accesses-2026.01  | {'user':{'id':'u1'}}",
                "chartwarden-alerts            | {'chartwarden':{'involved_user_ids':['u2','u1']}}",
                "chartwarden-dispositions      | {'patient':{'id':'p1'}}",
                "chartwarden-accesses-2026.01  | {'patient':{'id':'p2','merged_into':'p1'}}",
                "chartwarden-dispositions      | {'chartwarden':{'alert_id':'a1'}}",
                "chartwarden-accesses-2026.01  | {'chartwarden':{'rule_hits':[{'alert_id':'a2'},{'alert_id':'a1'}]}}",
                "chartwarden-alert-revisions   | {'event':{'id':'a1'}}",
                "chartwarden-accesses-2026.01  | {'event':{'id':'e1'}}"
            })
    void shouldCoverWhatIsAboutTheHeld(String index, String document) throws JsonProcessingException {
        assertThat(HOLDS.cover(index, json(document))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "chartwarden-accesses-2026.01 | {'user':{'id':'u2'},'patient':{'id':'u1'},'event':{'id':'p1'}}",
                "chartwarden-accesses-2026.01 | {'user':{'id':['u2']}}",
                "chartwarden-accesses-2026.01 | {}",
                "chartwarden-instructions     | {'user':{'id':'u1'}}"
            })
    void shouldNotCoverAnythingElse(String index, String document) throws JsonProcessingException {
        assertThat(HOLDS.cover(index, json(document))).isFalse();
    }

    @Test
    void shouldAskForNothingWithoutAHold() {
        assertThat(HoldQueries.of(LegalHolds.of(Set.of(), Set.of(), Set.of(), Set.of())))
                .isEmpty();
    }

    @Test
    void shouldAskForNoMoreTermsAtOnceThanElasticsearchTakes() {
        Set<String> many =
                IntStream.range(0, 25_000).mapToObj(Integer::toString).collect(Collectors.toSet());

        List<Integer> terms = HoldQueries.of(LegalHolds.of(Set.of(), Set.of(), Set.of(), many)).stream()
                .map(query -> query.terms().terms().value().size())
                .toList();

        assertThat(terms).containsExactly(10_000, 10_000, 5_000);
    }

    private static ObjectNode json(String document) throws JsonProcessingException {
        return (ObjectNode) new ObjectMapper().readTree(document.replace('\'', '"'));
    }
}
