package org.chartwarden.reports.data;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.chartwarden.sink.search.AuditSearch;
import org.chartwarden.sink.search.Documents;

/** Under which ids a patient's record was kept, before and after it was merged (HL7 A40). */
public final class PatientIds {

    private static final String ID = "patient.id";
    private static final String MERGED_INTO = "patient.merged_into";

    private PatientIds() {}

    /** All that any access tells, with this one; a merge that no access tells of is not known here. */
    public static SortedSet<String> of(AuditSearch search, String patientId) throws IOException {
        SortedSet<String> known = new TreeSet<>();
        Deque<String> next = new ArrayDeque<>(List.of(patientId));
        while (!next.isEmpty()) {
            String id = next.removeFirst();
            if (known.add(id)) {
                next.addAll(search.values(Documents.ACCESSES, AccessQueries.is(ID, id), MERGED_INTO));
                next.addAll(search.values(Documents.ACCESSES, AccessQueries.is(MERGED_INTO, id), ID));
            }
        }
        return known;
    }
}
