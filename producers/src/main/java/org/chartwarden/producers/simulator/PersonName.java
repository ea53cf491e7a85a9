package org.chartwarden.producers.simulator;

import java.util.List;

/** An invented name. */
record PersonName(String family, String given) {

    private static final List<String> FAMILIES = List.of(
            "Abara",
            "Almqvist",
            "Anders",
            "Bakshi",
            "Barlowe",
            "Bergström",
            "Brandt",
            "Calloway",
            "Castellan",
            "Chevin",
            "Corwin",
            "Dahlby",
            "Delacour",
            "Demirel",
            "Dunmore",
            "Eastwick",
            "Ekene",
            "Falkner",
            "Farrow",
            "Fenwright",
            "Galvão",
            "Garrow",
            "Halloran",
            "Haverly",
            "Hoshino",
            "Ibarra",
            "Imamura",
            "Jarnović",
            "Kessel",
            "Kowalik",
            "Kranz",
            "Lindqvist",
            "Loxley",
            "Maddern",
            "Marchetti",
            "Mbeki",
            "Moravec",
            "Nakagiri",
            "Norwood",
            "Núñez",
            "Okonjo",
            "Oyelaran",
            "Pellegrin",
            "Petrakis",
            "Quillon",
            "Rasmund",
            "Renshaw",
            "Rowntree",
            "Sandoval",
            "Silvester",
            "Strandberg",
            "Tamura",
            "Thackeray",
            "Tolliver",
            "Ursini",
            "Vanterpool",
            "Varga",
            "Whitlow",
            "Yardley",
            "Zielony");

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
