package org.chartwarden.producers;

import java.util.ArrayList;
import java.util.List;
import org.chartwarden.producers.hl7.MllpSource;
import org.chartwarden.producers.http.FhirHttpSource;
import org.chartwarden.producers.inbox.InboxSource;
import org.chartwarden.producers.poll.FhirPollSource;
import org.chartwarden.producers.source.Source;
import org.chartwarden.producers.source.SourceContext;
import org.chartwarden.producers.syslog.SyslogSource;

/** Every door. A new one is added here. */
final class AllSources {

    private static final List<Source.Starter> STARTERS = List.of(
            FhirHttpSource::start, FhirPollSource::start, MllpSource::start, SyslogSource::start, InboxSource::start);

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
