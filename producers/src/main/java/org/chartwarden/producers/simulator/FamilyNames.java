package org.chartwarden.producers.simulator;

import java.util.List;

/**
 * Invented names as a town has them: a few that many bear, and thousands that hardly anybody bears (Zipf's law). Two
 * people chosen by chance share a rare one about once in two thousand times.
 */
final class FamilyNames {

    private static final int NAMES = 6_000;

    /** The law's offset: without it one name in ten would be the first. */
    private static final int OFFSET = 60;

    private static final List<String> BEGINS = List.of(
            "Al", "Bar", "Cor", "Dal", "Es", "Fen", "Gar", "Hol", "Ir", "Jas", "Kel", "Lor", "Mar", "Nor", "Os", "Pel",
            "Quen", "Ros", "Sal", "Tor");

    private static final List<String> MIDDLES = List.of(
            "a", "be", "di", "e", "fa", "go", "i", "ka", "lo", "ma", "ne", "o", "pi", "ra", "so", "ti", "u", "va", "we",
            "zo");

    private static final List<String> ENDS = List.of(
            "berg", "dahl", "feld", "grove", "holm", "kin", "lund", "mann", "nek", "quist", "rath", "sen", "stedt",
            "ton", "wick");

    private final Chance chance;

    FamilyNames(SimulationPlan plan) {
        this.chance = Chance.ofHospital(plan, "names");
    }

    PersonName next() {
        return new PersonName(name(rank()), PersonName.by(chance).given());
    }

    /** By inverting the law: the share of the first n names grows with the logarithm of n. */
    private int rank() {
        double span = Math.log((double) (NAMES + OFFSET) / OFFSET);
        return (int) (OFFSET * Math.exp(span * chance.share()) - OFFSET);
    }

    private static String name(int rank) {
        int ends = ENDS.size();
        int middles = MIDDLES.size();
        return BEGINS.get(rank / ends / middles % BEGINS.size())
                + MIDDLES.get(rank / ends % middles)
                + ENDS.get(rank % ends);
    }
}
