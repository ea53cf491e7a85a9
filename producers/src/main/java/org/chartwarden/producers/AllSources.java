package org.chartwarden.producers;

import java.util.ArrayList;
import java.util.List;
import org.chartwarden.producers.http.FhirHttpSource;
import org.chartwarden.producers.source.Source;
import org.chartwarden.producers.source.SourceContext;

/** Every door. A new one is added here. */
final class AllSources {

    private static final List<Source.Starter> STARTERS = List.of(FhirHttpSource::start);

    private AllSources() {}

    /** Opens all that the settings ask for; when one cannot be opened, none stays open. */
    static List<Source> start(SourceContext context) {
        List<Source> open = new ArrayList<>();
        try {
            STARTERS.forEach(starter -> open.addAll(starter.start(context)));
            return List.copyOf(open);
        } catch (RuntimeException e) {
            open.forEach(Source::close);
            throw e;
        }
    }
}
