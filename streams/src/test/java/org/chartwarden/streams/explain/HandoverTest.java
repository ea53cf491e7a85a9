package org.chartwarden.streams.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartwarden.streams.explain.Scene.NOW;
import static org.chartwarden.streams.explain.Scene.ONCOLOGY;
import static org.chartwarden.streams.explain.Scene.SURGERY;
import static org.chartwarden.streams.explain.Scene.care;

import java.time.Duration;
import java.util.List;
import org.chartwarden.model.CareKind;
import org.chartwarden.model.Explanation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandoverTest {

    private final Scene scene = new Scene();

    @ParameterizedTest
    @CsvSource({
        "ORDER, an order",
        "LABORATORY, a laboratory order",
        "IMAGING, an imaging order",
        "REFERRAL, a referral",
        "MEDICATION, a medication order",
    })
    void shouldExplainByWhatTheUsersDepartmentIsToDo(CareKind kind, String words) {
        scene.with(care(CareKind.ENCOUNTER, SURGERY), care(kind, ONCOLOGY));

        assertThat(scene.explanation(Family.HANDOVER))
                .contains(new Explanation(
                        "handover",
                        0.8,
                        "The patient has " + words + " to Oncology, where the user works",
                        List.of(kind.name())));
    }

    @Test
    void shouldExplainByATransfer() {
        scene.with(care(CareKind.ENCOUNTER, SURGERY, ONCOLOGY));

        assertThat(scene.explanation(Family.HANDOVER))
                .contains(new Explanation(
                        "handover",
                        0.8,
                        "The patient has a transfer to Oncology, where the user works",
                        List.of("ENCOUNTER")));
    }

    @Test
    void shouldNotTakeTheFirstDepartmentForAReceiver() {
        scene.with(care(CareKind.ENCOUNTER, ONCOLOGY, SURGERY));

        assertThat(scene.missing(Family.HANDOVER))
                .isEqualTo("No order, referral or transfer leads to the user's department");
    }

    @Test
    void shouldSayThatItWasAnotherTime() {
        scene.with(care(CareKind.REFERRAL, ONCOLOGY).setStart(NOW.minus(Duration.ofDays(15))));

        assertThat(scene.missing(Family.HANDOVER))
                .isEqualTo("The patient has a referral to Oncology, where the user works, but the access was not within"
                        + " 1 day before or 14 days after it");
    }
}
