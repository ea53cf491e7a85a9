package org.chartwarden.streams.explain;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.chartwarden.settings.SettingsException;

/**
 * Which reasons explain an access, how strongly, and when. The built-in values are resources/explanations.yaml; the
 * format is docs/explanations.md.
 *
 * @param enough from which strength on one reason explains the access, above 0, at most 1
 * @param ownCare how long a user's explained care goes on to explain
 * @param reasons those that are switched on
 */
public record ExplanationConfig(double enough, Duration ownCare, Map<Family, Reason> reasons) {

    public ExplanationConfig {
        if (!(enough > 0 && enough <= 1)) {
            throw new IllegalArgumentException("enough is " + enough + ", but must be above 0 and at most 1");
        }
        reasons = Collections.unmodifiableMap(new EnumMap<>(reasons));
    }

    /** Without a site's file. */
    public static ExplanationConfig builtIn() {
        return ExplanationReader.builtIn();
    }

    /**
     * The built-in values, and before them those of a site's file.
     *
     * @throws SettingsException naming everything that is wrong in the file, each with line and column
     */
    public static ExplanationConfig load(Path file) {
        return ExplanationReader.load(file);
    }
}
