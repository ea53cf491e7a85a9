package org.chartwarden.producers.simulator;

import java.util.List;

/**
 * Where somebody lives.
 *
 * @param street the street's name
 * @param number the house number
 * @param postalCode with the street's name it tells the street
 * @param latitude degrees north
 * @param longitude degrees east
 */
record Home(String street, int number, String postalCode, double latitude, double longitude) {

    static final String CITY = "Simulation";

    private static final List<String> STEMS = List.of(
            "Alder", "Birch", "Cedar", "Dove", "Elm", "Finch", "Gorse", "Hazel", "Ivy", "Juniper", "Kestrel", "Larch",
            "Maple", "Nettle", "Oak", "Poplar", "Quince", "Rowan", "Sorrel", "Thorn");
    private static final List<String> KINDS = List.of("Street", "Lane", "Road", "Avenue", "Row");
    private static final int HOMES_A_POSTAL_CODE = STEMS.size() * KINDS.size();
    private static final int HOMES_A_ROW = 60;
    /** About 450 metres both ways: nobody lives near to anybody unless a story wants it. */
    private static final double ROW_STEP = 0.004;

    private static final double COLUMN_STEP = 0.006;
    private static final double SOUTH = 48.0;
    private static final double WEST = 16.0;
    /** About 20 metres. */
    private static final double NEXT_HOUSE = 0.000_18;

    /** Each number is a home in a street of its own, far from all others. */
    static Home of(int plot) {
        return new Home(
                STEMS.get(plot % STEMS.size()) + " " + KINDS.get(plot / STEMS.size() % KINDS.size()),
                plot % 40 + 1,
                String.valueOf(10_000 + plot / HOMES_A_POSTAL_CODE),
                SOUTH + ROW_STEP * (plot / HOMES_A_ROW),
                WEST + COLUMN_STEP * (plot % HOMES_A_ROW));
    }

    Home nextDoor() {
        return new Home(street, number + 2, postalCode, latitude + NEXT_HOUSE, longitude);
    }

    /** About 300 metres away, in another street of the same postal code. */
    Home someStreetsAway() {
        return new Home(street + " Mews", number, postalCode, latitude + 15 * NEXT_HOUSE, longitude);
    }
}
