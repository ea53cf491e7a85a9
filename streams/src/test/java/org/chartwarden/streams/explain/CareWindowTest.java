package org.chartwarden.streams.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartwarden.streams.explain.Scene.NOW;
import static org.chartwarden.streams.explain.Scene.care;

import java.time.Duration;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.CareKind;
import org.chartwarden.model.CareStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CareWindowTest {

    private final CareWindow window = new CareWindow(Duration.ofDays(3), Duration.ofDays(14));

    /** FHIR asks for no period of any of them: what is over since nobody knows when must not explain for ever. */
    @ParameterizedTest
    @EnumSource
    void shouldNotCoverWhatIsOverOrPlannedAtAnUnknownTime(CareKind kind) {
        assertThat(window.covers(undated(kind, CareStatus.FINISHED), NOW)).isFalse();
        assertThat(window.covers(undated(kind, CareStatus.PLANNED), NOW)).isFalse();
        assertThat(window.coversStart(undated(kind, CareStatus.FINISHED), NOW)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "ENCOUNTER, true",
        "APPOINTMENT, true",
        "CARE_TEAM, true",
        "RESEARCH, true",
        "RELATED_PERSON, true",
        "OTHER, true",
        "ORDER, false",
        "LABORATORY, false",
        "IMAGING, false",
        "REFERRAL, false",
        "MEDICATION, false",
    })
    void shouldCoverWhatIsActiveAtAnUnknownTimeWhenItLasts(CareKind kind, boolean expected) {
        assertThat(window.covers(undated(kind, CareStatus.ACTIVE), NOW)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"-P3D, true", "-P3DT0.001S, false", "P15D, true", "P15DT0.001S, false"})
    void shouldCoverFromBeforeTheStartToAfterTheEnd(Duration afterStart, boolean expected) {
        CareEvent visit = care(CareKind.ENCOUNTER)
                .setStatus(CareStatus.FINISHED)
                .setStart(NOW)
                .setEnd(NOW.plus(Duration.ofDays(1)))
                .build();

        assertThat(window.covers(visit, NOW.plus(afterStart))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"ENCOUNTER, FINISHED, false", "ENCOUNTER, ACTIVE, true", "ORDER, ACTIVE, false"})
    void shouldTakeWhatHasNoEndToEndAsItStarts(CareKind kind, CareStatus status, boolean lasts) {
        CareEvent begun = care(kind).setStatus(status).setStart(NOW).build();

        assertThat(window.covers(begun, NOW.plus(Duration.ofDays(14)))).isTrue();
        assertThat(window.covers(begun, NOW.plus(Duration.ofDays(15)))).isEqualTo(lasts);
    }

    @Test
    void shouldCoverUpToAnEndWhoseStartIsUnknown() {
        CareEvent visit = care(CareKind.ENCOUNTER)
                .setStatus(CareStatus.FINISHED)
                .setStart(null)
                .setEnd(NOW)
                .build();

        assertThat(window.covers(visit, NOW.plus(Duration.ofDays(14)))).isTrue();
        assertThat(window.covers(visit, NOW.plus(Duration.ofDays(15)))).isFalse();
    }

    private static CareEvent undated(CareKind kind, CareStatus status) {
        return care(kind).setStatus(status).setStart(null).build();
    }
}
