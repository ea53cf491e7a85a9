package org.chartwarden.producers.simulator;

/**
 * The town around the large hospital, in which staff and patients live side by side. Streets and houses are as many as
 * make chance what it is in the field (Boxwala et al., JAMIA 2011): about 5,500 of a million accesses concern somebody of
 * the same street, about 90 somebody of the same address.
 */
final class Town {

    private static final int STREETS = 180;
    private static final int HOUSES = 60;

    /** Far from the homes that {@link Home#of} gives. */
    private static final double SOUTH = 40.0;

    private static final double WEST = 10.0;

    /** About 550 metres from street to street, 30 from house to house. */
    private static final double STREET_STEP = 0.005;

    private static final double HOUSE_STEP = 0.000_27;

    private final Chance chance;

    Town(SimulationPlan plan) {
        this.chance = Chance.ofHospital(plan, "town");
    }

    Home somewhere() {
        int street = chance.between(0, STREETS - 1);
        int house = chance.between(1, HOUSES);
        return new Home(
                "Town Street " + (street + 1),
                house,
                String.valueOf(90_000 + street / 20),
                SOUTH + STREET_STEP * street,
                WEST + HOUSE_STEP * house);
    }
}
