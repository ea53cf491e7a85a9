package org.chartwarden.reports.packet;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chartwarden.reports.csv.CsvFile;
import org.chartwarden.sink.search.AuditSearch;
import org.chartwarden.sink.search.Documents;

/** Collects everything about one alert from Elasticsearch into the files of a folder, in little memory. */
final class CaseReader {

    private final AuditSearch search;
    private final Path folder;
    private final CaseFile found;

    private CaseReader(AuditSearch search, Path folder, ObjectNode alert) {
        this.search = search;
        this.folder = folder;
        this.found = new CaseFile(alert);
    }

    /**
     * @param folder empty; gets the files
     * @return empty when there is no such alert
     */
    static Optional<CaseFile> read(AuditSearch search, PacketOrder order, Path folder) throws IOException {
        List<ObjectNode> alert = new ArrayList<>();
        search.read(Documents.ALERTS, is("event.id", order.alertId()), alert::add);
        if (alert.isEmpty()) {
            return Optional.empty();
        }
        CaseFile found = new CaseReader(search, folder, alert.get(0)).read(order.alertId());
        found.peers().addAll(new CasePeers(search, order.zone(), alert.get(0)).days());
        return Optional.of(found);
    }

    private CaseFile read(String alertId) throws IOException {
        Files.write(folder.resolve(Evidence.ALERT.file()), Json.pretty(found.alert()));
        found.fingerprints().add(Evidence.ALERT.fingerprint(found.alert()));
        search.read(Documents.ALERT_REVISIONS, is("event.id", alertId), found.revisions()::add);
        found.revisions()
                .sort(Comparator.comparing(
                        one -> one.at("/chartwarden/revision").asLong()));
        write(Evidence.REVISIONS, found.revisions());
        readAccesses(alertId);
        search.read(Documents.DISPOSITIONS, is("chartwarden.alert_id", alertId), found.dispositions()::add);
        write(Evidence.DISPOSITIONS, found.dispositions());
        search.read(Documents.INSTRUCTIONS, is("chartwarden.alert_id", alertId), found.instructions()::add);
        write(Evidence.INSTRUCTIONS, found.instructions());
        readRules();
        search.read(Documents.NOTIFICATIONS, is("chartwarden.alert_ids", alertId), found.notifications()::add);
        writeLines("notifications.ndjson", found.notifications());
        return found;
    }

    /** An alert names the first thousand of its accesses; those on which its rule fired name the alert. */
    private void readAccesses(String alertId) throws IOException {
        Query named = any("event.id", Facts.texts(found.alert(), "/chartwarden/event_ids"));
        Query naming = Query.of(query -> query.nested(
                nested -> nested.path("chartwarden.rule_hits").query(is("chartwarden.rule_hits.alert_id", alertId))));
        Query either =
                Query.of(query -> query.bool(bool -> bool.should(named, naming).minimumShouldMatch("1")));
        try (LineFile lines = new LineFile(folder.resolve(Evidence.ACCESSES.file()));
                CsvFile csv =
                        CsvFile.open(new BufferedOutputStream(Files.newOutputStream(folder.resolve("accesses.csv"))))) {
            csv.line(CaseAccess.COLUMNS);
            search.read(Documents.ACCESSES, either, document -> {
                CaseAccess access = CaseAccess.of(document);
                lines.add(document);
                csv.line(access.cells());
                found.add(access);
                found.fingerprints().add(Evidence.ACCESSES.fingerprint(document));
            });
        }
    }

    /** Every text that the rule ever had in a version under which the alert was raised or revised. */
    private void readRules() throws IOException {
        List<String> versions = Stream.concat(Stream.of(found.alert()), found.revisions().stream())
                .map(revision -> Facts.text(revision, "/rule/version"))
                .distinct()
                .toList();
        Query rule = is("rule.id", Facts.text(found.alert(), "/rule/id"));
        Query both = Query.of(query -> query.bool(bool -> bool.filter(rule, any("rule.version", versions))));
        search.read(Documents.RULES, both, found.rules()::add);
        write(Evidence.RULES, found.rules());
        for (int i = 0; i < found.rules().size(); i++) {
            String name = i == 0 ? "rule.yaml" : "rule-" + (i + 1) + ".yaml";
            String text = Facts.text(found.rules().get(i), "/chartwarden/text");
            Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void write(Evidence evidence, List<ObjectNode> documents) throws IOException {
        writeLines(evidence.file(), documents);
        documents.forEach(document -> found.fingerprints().add(evidence.fingerprint(document)));
    }

    private void writeLines(String file, List<ObjectNode> documents) throws IOException {
        try (LineFile lines = new LineFile(folder.resolve(file))) {
            documents.forEach(lines::add);
        }
    }

    private static Query is(String field, String value) {
        return Query.of(query -> query.term(term -> term.field(field).value(value)));
    }

    private static Query any(String field, List<String> values) {
        List<FieldValue> either = values.stream().map(FieldValue::of).toList();
        return Query.of(query -> query.terms(terms -> terms.field(field).terms(list -> list.value(either))));
    }
}
