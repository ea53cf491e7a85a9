package org.chartwarden.streams.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.service.Counters;
import org.chartwarden.service.Counters.Count;
import org.chartwarden.streams.access.Examination.Finding;
import org.chartwarden.streams.access.Pairs.Entry;
import org.chartwarden.streams.access.Pairs.Kind;
import org.chartwarden.streams.explain.Explainer;

/**
 * Where accesses are explained, and explained anew. What an access is judged by is a function of all facts of the horizon,
 * and not of their order: each fact that arrives has those known accesses explained anew that it has a bearing on, and
 * those that come out differently are sent out in a new revision.
 *
 * <p>An access is remembered after it was explained: one that fails is in the dead-letter topic, and may come again.
 */
final class Desk {

    private final PatientFile file;
    private final Examination examination;
    private final Teaching teaching;
    private final Counters counters;
    private final Duplicates duplicates;
    private final Sending sending;

    Desk(DeskConfig config, PatientFile file, Sending sending) {
        this.file = file;
        this.examination = new Examination(file, new Explainer(config.explanations()), config.zone());
        this.teaching = new Teaching(file);
        this.counters = config.counters();
        this.duplicates = config.duplicates();
        this.sending = sending;
    }

    /**
     * Explains an access that is too old, or of a time that cannot be believed, to be judged. Revision 0: it may be one
     * that was judged long ago, and must not replace that judgement.
     *
     * @param patient who is left after merges; empty when the access has no patient
     */
    void late(String patient, AccessEvent access) {
        sending.explained(
                examination.ofLate(patient, access, care(patient, access)).access());
    }

    private List<CareEvent> care(String patient, AccessEvent access) {
        return access.getPatientId() == null ? List.of() : file.care().of(patient);
    }

    /**
     * Explains an access, unless it is known already.
     *
     * @param patient who is left after merges; empty when the access has no patient
     * @param revision how often it was explained under another patient's record; 0 when never
     */
    void arrived(String patient, AccessEvent access, int revision) {
        Optional<ExplainedAccess> known = file.known().same(patient, access);
        if (known.isEmpty()) {
            explain(patient, access, revision, revision == 0);
            return;
        }
        if (revision == 0) {
            counters.add(Count.DUPLICATE);
            duplicates.recognised(sending.headers());
        }
        AccessEvent earlier = known.get().getAccess();
        AccessEvent merged = Copies.merged(earlier, access);
        if (revision > 0 || !merged.equals(earlier)) {
            forget(patient, earlier);
            int newest = Math.max(revision, known.get().getRevision());
            explain(patient, merged, newest, !Examination.isPair(earlier));
        }
    }

    /** Explains all known accesses to a patient's record anew, in order of time: an earlier one may explain later ones. */
    void again(String patient) {
        List<CareEvent> care = file.care().of(patient);
        known(patient).forEach(known -> again(patient, known, care));
    }

    /** The known accesses to a patient's record, in order of time. */
    List<ExplainedAccess> known(String patient) {
        return file.known().of(patient, Instant.EPOCH, sending.streamTime());
    }

    void forget(String patient, AccessEvent access) {
        file.known().forget(patient, access);
        if (Examination.isPair(access)) {
            file.pairs().forget(patient, access);
        }
    }

    /** @param counts it is the first time that this access names both sides */
    private void explain(String patient, AccessEvent access, int earlierRevision, boolean counts) {
        List<CareEvent> care = care(patient, access);
        Finding finding = examination.of(patient, access, care, earlierRevision + 1, laterThanNear(access.getTime()));
        ExplainedAccess explained = finding.access();
        file.known().remember(patient, explained);
        if (!Examination.isPair(access)) {
            sending.explained(explained);
            return;
        }
        file.pairs().remember(patient, access, finding.kind());
        sending.explained(explained);
        if (counts) {
            count(explained, finding.kind());
            teaching.of(patient, explained, care).forEach(sending::teaches);
        }
        explainOthers(patient, access, finding, explained.getFirstOfPair() || finding.kind() == Kind.CARE);
    }

    private Instant laterThanNear(Instant time) {
        Instant near = time.plus(Examination.NEAR);
        return sending.streamTime().isAfter(near) ? sending.streamTime() : near;
    }

    /**
     * The user's other accesses to this patient: a slip near this one is none any more; a later one may be no first one
     * any more, or have earlier care now.
     */
    private void explainOthers(String patient, AccessEvent access, Finding finding, boolean mattersLater) {
        Instant time = access.getTime();
        Instant near = time.plus(Examination.NEAR);
        for (Entry entry : finding.around().near()) {
            boolean isSlip = entry.kind() == Kind.SLIP && !entry.time().isAfter(near);
            if (isSlip || (mattersLater && entry.time().isAfter(time))) {
                file.known()
                        .of(patient, entry.eventId(), entry.time())
                        .ifPresent(known -> again(patient, known, file.care().of(patient)));
            }
        }
    }

    private void again(String patient, ExplainedAccess known, List<CareEvent> care) {
        AccessEvent access = known.getAccess();
        Instant near = access.getTime().plus(Examination.NEAR);
        Finding finding = examination.of(patient, access, care, known.getRevision() + 1, near);
        if (Examination.isPair(access)) {
            file.pairs().remember(patient, access, finding.kind());
        }
        if (!Judged.alike(known, finding.access())) {
            file.known().remember(patient, finding.access());
            sending.explained(finding.access());
        }
    }

    private void count(ExplainedAccess explained, Kind kind) {
        if (kind != Kind.OTHER) {
            boolean isFirst = explained.getFirstOfPair();
            counters.add(isFirst ? Count.FIRST : Count.REPEAT);
            counters.add(isFirst ? Count.FIRST_EXPLAINED : Count.REPEAT_EXPLAINED, explained.getExplained() ? 1 : 0);
        }
    }
}
