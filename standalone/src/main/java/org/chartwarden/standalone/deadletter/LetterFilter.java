package org.chartwarden.standalone.deadletter;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.chartwarden.model.Stage;

/**
 * Which dead letters are meant; what is empty does not matter.
 *
 * @param since given up then or later
 * @param until given up before
 * @param source a part of the source's name, in any case
 * @param replayedToo also those that were replayed
 */
public record LetterFilter(
        Optional<Instant> since,
        Optional<Instant> until,
        Optional<String> source,
        Optional<String> feed,
        Optional<Stage> stage,
        boolean replayedToo)
        implements Predicate<LetterFacts> {

    /** All that were ever given up. */
    public static final LetterFilter EVERYTHING = any(true);

    /** All that wait for somebody. */
    public static final LetterFilter WAITING = any(false);

    private static LetterFilter any(boolean replayedToo) {
        return new LetterFilter(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), replayedToo);
    }

    @Override
    public boolean test(LetterFacts letter) {
        return since.map(from -> !letter.time().isBefore(from)).orElse(true)
                && until.map(letter.time()::isBefore).orElse(true)
                && source.map(part -> lower(letter.source()).contains(lower(part)))
                        .orElse(true)
                && feed.map(name -> letter.feed().filter(name::equals).isPresent())
                        .orElse(true)
                && stage.map(letter.stage()::equals).orElse(true)
                && (replayedToo || letter.replayedAt().isEmpty());
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
