package org.chartwarden.producers.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.Action;
import org.chartwarden.model.Outcome;
import org.junit.jupiter.api.Test;

class ActTest {

    @Test
    void shouldVaryInEverythingThatADoorMayGetWrong() {
        List<Act> acts = Act.hundred();

        assertThat(acts).hasSize(100).doesNotHaveDuplicates().isEqualTo(Act.hundred());
        assertThat(acts).extracting(Act::category).contains(AccessCategory.values());
        assertThat(acts).extracting(Act::action).contains(Action.values());
        assertThat(acts).extracting(Act::outcome).contains(Outcome.values());
        assertThat(objectTypes(acts)).contains("Patient", "Encounter", "Observation");
        assertThat(acts).extracting(Act::userId).containsNull();
        assertThat(acts).extracting(Act::requestId).containsNull();
        assertThat(acts).anyMatch(act -> act.patientId() == null && act.category() == AccessCategory.SEARCH);
        assertThat(acts).anyMatch(act -> act.purposeOfUse().contains("BTG"));
        assertThat(acts).anyMatch(Act::interactive);
        assertThat(acts).anyMatch(act -> !act.securityLabels().isEmpty());
    }

    private static Set<String> objectTypes(List<Act> acts) {
        return acts.stream().map(act -> String.valueOf(act.objectType())).collect(Collectors.toSet());
    }
}
