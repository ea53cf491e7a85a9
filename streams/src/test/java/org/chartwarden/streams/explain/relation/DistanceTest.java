package org.chartwarden.streams.explain.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.chartwarden.model.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistanceTest {

    /** Great-circle distances: one minute of latitude is a nautical mile of the mean earth. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, 0",
        "52, 13, 52.001, 13, 111",
        "60, 13, 60, 13.001, 56",
        "0, 179.9995, 0, -179.9995, 111",
        "90, 0, -90, 0, 20015115",
    })
    void shouldMeasureMetres(double latitude, double longitude, double other, double otherLongitude, int meters) {
        assertThat(Distance.meters(at(latitude, longitude), at(other, otherLongitude))
                        .orElseThrow())
                .isCloseTo(meters, within(1));
    }

    @Test
    void shouldNotGuessAMissingCoordinate() {
        assertThat(Distance.meters(at(52.0, null), at(52.0, 13.0))).isEmpty();
        assertThat(Distance.meters(null, at(52.0, 13.0))).isEmpty();
        assertThat(Distance.meters(at(52.0, 13.0), null)).isEmpty();
    }

    private static Address at(Double latitude, Double longitude) {
        return Address.newBuilder()
                .setLatitude(latitude)
                .setLongitude(longitude)
                .build();
    }
}
