package org.chartwarden.streams.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartwarden.streams.explain.Scene.SURGERY;
import static org.chartwarden.streams.explain.Scene.care;
import static org.chartwarden.streams.explain.Scene.endedBefore;

import java.util.List;
import org.chartwarden.model.CareKind;
import org.chartwarden.model.Department;
import org.chartwarden.model.Explanation;
import org.chartwarden.model.Habit;
import org.chartwarden.model.HabitKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearnedReasonsTest {

    private final Scene scene = new Scene();

    @Test
    void shouldExplainByAHabitualHandover() {
        scene.habit(HabitKind.HANDS_OVER, "sur", "onc").with(care(CareKind.ENCOUNTER, SURGERY));

        assertThat(scene.explanation(Family.LEARNED_HANDOVER))
                .contains(new Explanation(
                        "learned-handover",
                        0.48,
                        "Surgery, which treats the patient, habitually hands over to Oncology, where the user works"
                                + " (40 of 50 patients, 80 %, by 6 users)",
                        List.of("ENCOUNTER")));
    }

    @Test
    void shouldExplainByAHabitOfTheUsersGroup() {
        scene.habit(HabitKind.OPENS, "onc/nurse", "sur").with(care(CareKind.APPOINTMENT, SURGERY));

        assertThat(scene.explanation(Family.LEARNED_HABIT))
                .contains(new Explanation(
                        "learned-habit",
                        0.56,
                        "Users with the user's department and role habitually open records of patients of Surgery,"
                                + " which treats the patient (40 of 50 patients, 80 %, by 6 users)",
                        List.of("APPOINTMENT")));
    }

    @Test
    void shouldNotTakeOneHabitForAnother() {
        scene.habit(HabitKind.OPENS, "onc/doctor", "sur")
                .habit(HabitKind.HANDS_OVER, "onc", "sur")
                .with(care(CareKind.ENCOUNTER, SURGERY));

        assertThat(scene.explanation(Family.LEARNED_HANDOVER)).isEmpty();
        assertThat(scene.explanation(Family.LEARNED_HABIT)).isEmpty();
    }

    @Test
    void shouldNotExplainWhenTheDepartmentDoesNotTreatThePatientNow() {
        scene.habit(HabitKind.OPENS, "onc/nurse", "sur")
                .habit(HabitKind.HANDS_OVER, "sur", "onc")
                .with(endedBefore("P8D", care(CareKind.ENCOUNTER, SURGERY)), care(CareKind.ORDER, SURGERY));

        assertThat(scene.explanation(Family.LEARNED_HANDOVER)).isEmpty();
        assertThat(scene.explanation(Family.LEARNED_HABIT)).isEmpty();
    }

    /** Thirty patients, five users, three of ten patients. */
    @ParameterizedTest
    @CsvSource({"30, 5, 0.3, true", "29, 5, 0.3, false", "30, 4, 0.3, false", "30, 5, 0.29, false"})
    void shouldNotTakeEverythingForAHabit(long patients, long users, double confidence, boolean expected) {
        scene.habits.add(new Habit(HabitKind.OPENS, "onc/nurse", "sur", patients, 100L, users, confidence));
        scene.with(care(CareKind.ENCOUNTER, SURGERY));

        assertThat(scene.explanation(Family.LEARNED_HABIT).isPresent()).isEqualTo(expected);
    }

    @Test
    void shouldTellTheMostCertainHabit() {
        scene.habit(HabitKind.HANDS_OVER, "sur", "onc")
                .with(care(CareKind.ENCOUNTER, SURGERY, new Department("ort", null)));
        scene.habits.add(new Habit(HabitKind.HANDS_OVER, "ort", "onc", 45L, 50L, 0L, 0.9));

        assertThat(scene.explanation(Family.LEARNED_HANDOVER))
                .map(Explanation::getText)
                .contains("ort, which treats the patient, habitually hands over to Oncology, where the user works"
                        + " (45 of 50 patients, 90 %)");
    }
}
