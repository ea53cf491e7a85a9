package org.chartwarden.reports.packet;

import static org.chartwarden.reports.packet.Facts.text;
import static org.chartwarden.reports.packet.Facts.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.chartwarden.reports.picture.AccessMark;

/**
 * What the pages and the CSV show of an access.
 *
 * @param eventId its id
 * @param user id, and the name behind it where it is known
 * @param patient id; empty when it opened no record
 * @param action what was done, in words
 * @param why the reasons that explain it, each with the ids of its evidence, or why nothing does
 * @param hits what the rules said of it, each with its rule
 */
record CaseAccess(
        Instant time,
        String eventId,
        String user,
        String patient,
        String action,
        String source,
        boolean explained,
        List<String> why,
        List<String> hits) {

    static final List<String> COLUMNS =
            List.of("time", "event id", "user", "patient", "action", "source", "explained", "why", "rules");

    static CaseAccess of(ObjectNode document) {
        String user = text(document, "/user/id");
        String name = text(document, "/user/full_name");
        return new CaseAccess(
                Instant.parse(text(document, "/@timestamp")),
                text(document, "/event/id"),
                name.isEmpty() ? user : user + " (" + name + ")",
                text(document, "/patient/id"),
                action(document),
                text(document, "/event/provider"),
                document.at("/chartwarden/explained").asBoolean(),
                why(document),
                hits(document));
    }

    private static String action(ObjectNode document) {
        String verb = switch (text(document, "/event/action")) {
            case "C" -> "created";
            case "R" -> "read";
            case "U" -> "changed";
            case "D" -> "deleted";
            case "E" -> "executed";
            default -> text(document, "/event/action");
        };
        String object = text(document, "/chartwarden/object_type");
        String emergency = document.at("/chartwarden/emergency").asBoolean() ? ", as an emergency" : "";
        return verb + (object.isEmpty() ? "" : " " + object) + emergency;
    }

    private static List<String> why(ObjectNode document) {
        List<String> why = new ArrayList<>();
        for (JsonNode explanation : document.at("/chartwarden/explanations")) {
            List<String> evidence = texts(explanation, "/evidence_ids");
            why.add(text(explanation, "/text")
                    + (evidence.isEmpty() ? "" : " [evidence: " + String.join(", ", evidence) + "]"));
        }
        why.addAll(texts(document, "/chartwarden/unexplained_because"));
        return why;
    }

    private static List<String> hits(ObjectNode document) {
        List<String> hits = new ArrayList<>();
        document.at("/chartwarden/rule_hits")
                .forEach(hit -> hits.add(text(hit, "/rule_id") + ": " + text(hit, "/reason")));
        return hits;
    }

    AccessMark mark() {
        return AccessMark.of(time, explained, !hits.isEmpty());
    }

    /** In the order of {@link #COLUMNS}; times in UTC. */
    List<String> cells() {
        return List.of(
                time.toString(),
                eventId,
                user,
                patient,
                action,
                source,
                explained ? "yes" : "no",
                String.join("; ", why),
                String.join("; ", hits));
    }
}
