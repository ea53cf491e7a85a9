package org.chartwarden.streams.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartwarden.streams.explain.Scene.ONCOLOGY;
import static org.chartwarden.streams.explain.Scene.SURGERY;
import static org.chartwarden.streams.explain.Scene.care;
import static org.chartwarden.streams.explain.Scene.endedBefore;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.CareKind;
import org.chartwarden.model.Explanation;
import org.chartwarden.model.HabitKind;
import org.chartwarden.model.Outcome;
import org.chartwarden.streams.context.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainerTest {

    private final Scene scene = new Scene();

    @Test
    void shouldListEveryReasonTheStrongestFirst() {
        scene.earlierCare = Optional.of("a0");
        scene.with(care(CareKind.ENCOUNTER, ONCOLOGY).setPractitionerIds(List.of("u1")));

        Explainer.Result result = scene.explained();

        assertThat(result.explained()).isTrue();
        assertThat(result.isCare()).isTrue();
        assertThat(result.explanations())
                .extracting(Explanation::getReason)
                .containsExactly("named-practitioner", "department-encounter", "own-earlier-care");
        assertThat(result.missing()).isEmpty();
    }

    @Test
    void shouldSayInPlainWordsWhatIsMissing() {
        scene.with(care(CareKind.ENCOUNTER, SURGERY).setPractitionerIds(List.of("u2")));

        Explainer.Result result = scene.explained();

        assertThat(result)
                .isEqualTo(new Explainer.Result(
                        false,
                        List.of(),
                        List.of(
                                "No care of the patient names the user",
                                "The user ordered, prescribed and referred nothing for the patient",
                                "The user works in Oncology; the patient was only ever seen in Surgery",
                                "No order, referral or transfer leads to the user's department",
                                "Nobody with the user's department and role is named on care of the patient",
                                "The user had no explained access to this patient in the 30 days before"),
                        false));
    }

    @Test
    void shouldExplainByTheUsersOwnEarlierCareWithoutTakingItForCare() {
        scene.earlierCare = Optional.of("a0");

        Explainer.Result result = scene.explained();

        assertThat(result.explanations())
                .containsExactly(new Explanation(
                        "own-earlier-care",
                        0.6,
                        "The user had an explained access to this patient in the 30 days before",
                        List.of("a0")));
        assertThat(result.explained()).isTrue();
        assertThat(result.isCare()).isFalse();
    }

    @Test
    void shouldTellAWeakReasonBesideWhatIsMissing() {
        scene.habit(HabitKind.HANDS_OVER, "sur", "onc").with(care(CareKind.ENCOUNTER, SURGERY));

        Explainer.Result result = scene.explained();

        assertThat(result.explained()).isFalse();
        assertThat(result.explanations()).extracting(Explanation::getReason).containsExactly("learned-handover");
        assertThat(result.missing()).contains("No care of the patient names the user");
    }

    /** An emergency is over: it must not open the record for the weeks that come. */
    @Test
    void shouldNotTakeADeclaredEmergencyForCareThatGoesOn() {
        scene.access.setEmergency(true);
        scene.with(care(CareKind.ENCOUNTER, SURGERY));

        Explainer.Result result = scene.explained();

        assertThat(result.explanations()).extracting(Explanation::getReason).containsExactly("emergency-care");
        assertThat(result.explained()).isTrue();
        assertThat(result.isCare()).isFalse();
    }

    /** Everybody on a ward looks shortly into the charts of their own patients. */
    @Test
    void shouldTakeAGlimpseForASlipOnlyWhenNothingElseAccountsForIt() {
        scene.access.setEndTime(Scene.NOW.plusSeconds(5));
        assertThat(scene.explained().explanations())
                .extracting(Explanation::getReason)
                .containsExactly("wrong-patient");

        scene.with(care(CareKind.ENCOUNTER, ONCOLOGY));

        assertThat(scene.explained().explanations())
                .extracting(Explanation::getReason)
                .containsExactly("department-encounter");
    }

    @Test
    void shouldExplainBySlipsWhatWeakReasonsDoNotAccountFor() {
        scene.access.setEndTime(Scene.NOW.plusSeconds(5));
        scene.habit(HabitKind.HANDS_OVER, "sur", "onc").with(care(CareKind.ENCOUNTER, SURGERY));

        assertThat(scene.explained().explanations())
                .extracting(Explanation::getReason)
                .containsExactly("wrong-patient", "learned-handover");
    }

    @ParameterizedTest
    @CsvSource({"PT0S, true", "PT0.001S, false"})
    void shouldExplainNothingOfWhoHasLeftTheHouse(Duration agoOrNow, boolean expected) {
        scene.user.setEmployedUntil(Scene.NOW.minus(agoOrNow));
        scene.earlierCare = Optional.of("a0");
        scene.with(endedBefore("P1D", care(CareKind.ENCOUNTER, ONCOLOGY)).setPractitionerIds(List.of("u1")));

        Explainer.Result result = scene.explained();

        assertThat(result.explained()).isEqualTo(expected);
        if (!expected) {
            assertThat(result)
                    .isEqualTo(new Explainer.Result(
                            false, List.of(), List.of("Nobody employed the user any more"), false));
        }
    }

    @Test
    void shouldNotExplainByKinship() {
        scene.user.setPatientId("p7");
        scene.with(care(CareKind.RELATED_PERSON, ONCOLOGY).setRelatedPatientIds(List.of("p7")));

        assertThat(scene.explained().explanations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "RECORD, SUCCESS, true",
        "EXPORT, SUCCESS, true",
        "SEARCH, SUCCESS, false",
        "RECORD, SERIOUS_FAILURE, false",
    })
    void shouldTakeOnlyAnOpenedChartForCare(AccessCategory category, Outcome outcome, boolean expected) {
        scene.access.setCategory(category).setOutcome(outcome);
        scene.with(care(CareKind.ENCOUNTER, ONCOLOGY));

        assertThat(scene.explained().isCare()).isEqualTo(expected);
    }

    @Test
    void shouldSayThatTheUserIsUnknown() {
        Situation known = scene.situation();
        Situation unknown = new Situation(
                known.access(),
                Person.UNKNOWN,
                known.patient(),
                List.of(),
                Optional.empty(),
                List.of(),
                known.familyNameShare(),
                Optional.empty(),
                Set.of(),
                scene);

        assertThat(new Explainer(ExplanationConfig.builtIn()).explain(unknown).missing())
                .containsExactly(
                        "The user is not in the workforce directory",
                        "The patient has no encounter on record",
                        "The user had no explained access to this patient in the 30 days before");
    }

    @Test
    void shouldSayWhatTheSourceDidNotName() {
        scene.with(care(CareKind.ENCOUNTER, ONCOLOGY));

        scene.access.setPatientId(null);
        assertThat(scene.explained())
                .isEqualTo(new Explainer.Result(false, List.of(), List.of("The source named no patient"), false));

        scene.access.setUserId(null);
        assertThat(scene.explained())
                .isEqualTo(new Explainer.Result(false, List.of(), List.of("The source named no user"), false));
    }
}
