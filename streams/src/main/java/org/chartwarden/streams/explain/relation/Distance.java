package org.chartwarden.streams.explain.relation;

import java.util.OptionalInt;
import java.util.stream.Stream;
import org.chartwarden.model.Address;

/** How far apart two addresses are. */
final class Distance {

    /** Mean radius of the earth. */
    private static final double RADIUS_METERS = 6_371_008.8;

    private Distance() {}

    /** Whole metres along the great circle (haversine formula); empty when a coordinate is not known. */
    static OptionalInt meters(Address one, Address other) {
        if (one == null
                || other == null
                || Stream.of(one.getLatitude(), one.getLongitude(), other.getLatitude(), other.getLongitude())
                        .anyMatch(coordinate -> coordinate == null)) {
            return OptionalInt.empty();
        }
        double latitude = Math.toRadians(one.getLatitude());
        double otherLatitude = Math.toRadians(other.getLatitude());
        double north = Math.sin((otherLatitude - latitude) / 2);
        double east = Math.sin(Math.toRadians(other.getLongitude() - one.getLongitude()) / 2);
        double half = north * north + Math.cos(latitude) * Math.cos(otherLatitude) * east * east;
        // Rounding may take it a hair beyond 1 for opposite ends of the earth.
        return OptionalInt.of((int) Math.round(2 * RADIUS_METERS * Math.asin(Math.sqrt(Math.min(1, half)))));
    }
}
