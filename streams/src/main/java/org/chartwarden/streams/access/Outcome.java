package org.chartwarden.streams.access;

import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.Moved;
import org.chartwarden.streams.state.Lesson;

/** What follows from a fact about a patient. */
public sealed interface Outcome {

    /** An access was explained, for the first time or anew. Keyed by the patient who is left after merges. */
    record Explained(ExplainedAccess access) implements Outcome {}

    /** Something belongs to another patient. Keyed by that one. */
    record Moves(Moved moved) implements Outcome {}

    /** Something to learn habits from. Keyed as {@link Lesson} says. */
    record Teaches(Lesson lesson) implements Outcome {}
}
