package org.chartwarden.producers.fhir;

import java.time.ZoneId;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.CareKind;
import org.chartwarden.model.CareStatus;
import org.chartwarden.producers.source.Refusal;
import org.hl7.fhir.r4.model.ResearchSubject;
import org.hl7.fhir.r4.model.ResearchSubject.ResearchSubjectStatus;

/** FHIR R4 ResearchSubject (13.27) to {@link CareEvent}: the patient is on the list of an approved study. */
final class ResearchSubjectMapper {

    private ResearchSubjectMapper() {}

    static CareEvent map(ResearchSubject subject, ZoneId zone) throws Refusal {
        Span period = Span.of(subject.getPeriod(), zone, "ResearchSubject.period");
        return Care.of(subject, CareKind.RESEARCH, subject.getIndividual(), "ResearchSubject.individual")
                .setStatus(status(subject))
                .setStart(period.start())
                .setEnd(period.end())
                .build();
    }

    /** That a patient was found ineligible undoes nothing: somebody had to look. */
    private static CareStatus status(ResearchSubject subject) throws Refusal {
        ResearchSubjectStatus status =
                Care.status(subject.getStatus(), "ResearchSubject.status", "on-study or off-study");
        return switch (status) {
            case CANDIDATE, ELIGIBLE, PENDINGONSTUDY, POTENTIALCANDIDATE, SCREENING -> CareStatus.PLANNED;
            case ONSTUDY, ONSTUDYINTERVENTION, ONSTUDYOBSERVATION, FOLLOWUP, NULL -> CareStatus.ACTIVE;
            case OFFSTUDY, WITHDRAWN, INELIGIBLE -> CareStatus.FINISHED;
            case NOTREGISTERED -> CareStatus.CANCELLED;
        };
    }
}
