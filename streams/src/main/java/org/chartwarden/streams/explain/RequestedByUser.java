package org.chartwarden.streams.explain;

/** The user ordered something for the patient, prescribed it, or referred the patient. */
record RequestedByUser(double strength, CareWindow window) implements Reason {

    static Reason of(FamilySettings settings) {
        return new RequestedByUser(settings.strength(), settings.window());
    }

    @Override
    public Finding examine(Situation situation) {
        Evidence requested = Evidence.of(
                situation,
                window,
                care -> care.getRequesterIds().contains(situation.access().getUserId()));
        if (!requested.current().isEmpty()) {
            String text = "The user asked for " + CareWords.of(requested.current()) + " of the patient";
            return Finding.found(Explanations.of(Family.REQUESTED_BY_USER, strength, text, requested.current()));
        }
        if (!requested.all().isEmpty()) {
            return Finding.missing("The user asked for " + CareWords.of(requested.all())
                    + " of the patient, but the access was " + window.missed());
        }
        return situation.care().isEmpty()
                ? Finding.NOTHING
                : Finding.missing("The user ordered, prescribed and referred nothing for the patient");
    }
}
