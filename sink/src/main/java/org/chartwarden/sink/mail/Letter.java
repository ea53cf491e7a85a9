package org.chartwarden.sink.mail;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chartwarden.model.Severity;

/**
 * A mail's words before they become text or HTML, so that both say the same.
 *
 * @param subject one line
 * @param banner what kind of mail it is, in few words
 * @param severity gives the banner its colour; empty where there is none
 * @param paragraphs what the reader is to know and to do
 * @param facts names and values, in this order
 * @param groups of alerts; empty unless it is a digest
 * @param link where to read on
 * @param footer why the reader gets this, and how to get less of it
 */
record Letter(
        String subject,
        String banner,
        Optional<Severity> severity,
        List<String> paragraphs,
        Map<String, String> facts,
        List<Group> groups,
        Optional<Link> link,
        List<String> footer) {

    /**
     * Alerts of one severity.
     *
     * @param rows the first of them
     * @param more how many are left out; 0 when none is
     */
    record Group(Severity severity, int count, List<Row> rows, int more) {}

    /** One alert of a digest. */
    record Row(String alertId, String raised, String deadline, String link) {}

    /** What can be opened. */
    record Link(String label, String target) {}
}
