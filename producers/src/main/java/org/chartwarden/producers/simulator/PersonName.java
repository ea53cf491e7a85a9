package org.chartwarden.producers.simulator;

import java.util.List;

/** An invented name. */
record PersonName(String family, String given) {

    /** Few, so that each is borne by one patient in sixteen or so: to share such a name says nothing. */
    private static final List<String> FAMILIES = List.of(
            "Anders",
            "Brandt",
            "Calloway",
            "Dahlby",
            "Falkner",
            "Garrow",
            "Ibarra",
            "Kessel",
            "Lindqvist",
            "Moravec",
            "Norwood",
            "Okonjo",
            "Petrakis",
            "Sandoval",
            "Tamura",
            "Varga");

    private static final List<String> GIVEN = List.of(
            "Adaeze", "Agnes", "Alma", "Anton", "Arif", "Beatriz", "Bram", "Celia", "Cyril", "Dalia", "Dmitri", "Edda",
            "Elio", "Esra", "Felix", "Fiona", "Gaspard", "Greta", "Hanne", "Hugo", "Ilse", "Imran", "Jonas", "Josefa",
            "Kaito", "Karin", "Lars", "Leonor", "Malik", "Marta", "Mina", "Nadia", "Nils", "Odile", "Orhan", "Paloma",
            "Piet", "Quentin", "Rania", "Rufus", "Saoirse", "Selim", "Tamsin", "Tomás", "Ulla", "Valeria", "Viktor",
            "Wanda", "Yusuf", "Zofia");

    static PersonName by(Chance chance) {
        return new PersonName(chance.pick(FAMILIES), chance.pick(GIVEN));
    }

    String full() {
        return given + " " + family;
    }
}
