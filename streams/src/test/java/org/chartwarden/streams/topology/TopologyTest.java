package org.chartwarden.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartwarden.streams.topology.Hospital.NOW;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.chartwarden.streams.rule.RulePack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A hospital before each test; after each, nothing is left that the test has not looked at. */
abstract class TopologyTest {

    static final RulePack BUILT_IN = RulePack.builtIn();

    @TempDir
    private Path state;

    Hospital hospital;

    /** What explaining does does not depend on the rules: none, unless a test is about them. */
    RulePack rules() {
        return new RulePack(List.of());
    }

    @BeforeEach
    void openHospital() {
        hospital = new Hospital(state, rules());
    }

    @AfterEach
    void nothingMoreCameOut() {
        assertThat(hospital.leftOver()).as("nothing more came out").isEmpty();
        hospital.close();
    }

    static Instant after(String duration) {
        return NOW.plus(Duration.parse(duration));
    }

    static Instant before(String duration) {
        return NOW.minus(Duration.parse(duration));
    }
}
