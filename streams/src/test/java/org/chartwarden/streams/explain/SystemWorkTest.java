package org.chartwarden.streams.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chartwarden.model.Explanation;
import org.chartwarden.model.MemberKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SystemWorkTest {

    private final Scene scene = new Scene();

    @ParameterizedTest
    @EnumSource(
            value = MemberKind.class,
            names = {"DEVICE", "SERVICE"})
    void shouldExplainWhatASystemDoesByItself(MemberKind kind) {
        scene.user.setKind(kind);

        assertThat(scene.explanation(Family.SYSTEM_WORK))
                .contains(new Explanation(
                        "system-work",
                        0.5,
                        "The account belongs to a device or a system, and no human being used it",
                        List.of()));
    }

    @Test
    void shouldNotExplainAHumanBeingWhoUsesItsAccount() {
        scene.user.setKind(MemberKind.SERVICE);
        scene.access.setInteractive(true);

        assertThat(scene.missing(Family.SYSTEM_WORK))
                .isEqualTo("A human being used an account that belongs to a device or a system");
    }

    @Test
    void shouldSayNothingOfPeople() {
        assertThat(scene.explanation(Family.SYSTEM_WORK)).isEmpty();
        assertThat(scene.missing(Family.SYSTEM_WORK)).isEmpty();
    }
}
