package org.chartwarden.reports.data;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.chartwarden.reports.Words;
import org.chartwarden.reports.pdf.Fact;
import org.chartwarden.sink.search.AuditReader;
import org.chartwarden.sink.search.Documents;
import org.chartwarden.sink.search.Grouping;

/** Under which ids a patient's record was kept, before and after it was merged (HL7 A40). */
public final class PatientIds {

    private static final String ID = "patient.id";
    private static final String MERGED_INTO = "patient.merged_into";

    private PatientIds() {}

    /** All that any access tells, with this one; a merge that no access tells of is not known here. */
    public static SortedSet<String> of(AuditReader search, String patientId) throws IOException {
        SortedSet<String> known = new TreeSet<>();
        Deque<String> next = new ArrayDeque<>(List.of(patientId));
        while (!next.isEmpty()) {
            String id = next.removeFirst();
            if (known.add(id)) {
                addValues(next, search, AccessQueries.is(ID, id), MERGED_INTO);
                addValues(next, search, AccessQueries.is(MERGED_INTO, id), ID);
            }
        }
        return known;
    }

    /** What a title says of them. */
    public static List<Fact> facts(String patientId, SortedSet<String> ids) {
        List<Fact> facts = new ArrayList<>(List.of(new Fact("Patient's id", patientId)));
        List<String> others = ids.stream().filter(id -> !id.equals(patientId)).toList();
        if (!others.isEmpty()) {
            facts.add(new Fact("Also under", Words.joined(others)));
        }
        return facts;
    }

    private static void addValues(Deque<String> ids, AuditReader search, Query query, String keyword)
            throws IOException {
        search.count(
                Documents.ACCESSES,
                query,
                List.of(Grouping.value(keyword)),
                found -> ids.add(found.values().get(0)));
    }
}
