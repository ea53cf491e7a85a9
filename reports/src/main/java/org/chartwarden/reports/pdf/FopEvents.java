package org.chartwarden.reports.pdf;

import org.apache.fop.events.Event;
import org.apache.fop.events.EventListener;
import org.apache.fop.events.model.EventSeverity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What FOP has to complain of, by its name only: its words may quote what stands on the page. */
final class FopEvents implements EventListener {

    private static final Logger LOG = LoggerFactory.getLogger(FopEvents.class);

    @Override
    public void processEvent(Event event) {
        if (event.getSeverity() != EventSeverity.INFO) {
            LOG.warn("A page of a report may look wrong: FOP tells {}", event.getEventID());
        }
    }
}
