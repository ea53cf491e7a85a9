package org.chartwarden.producers.hl7;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.CareKind;
import org.chartwarden.model.CareStatus;
import org.chartwarden.model.Department;
import org.chartwarden.producers.source.Refusal;

/** The segments PV1, PV2 and EVN (2.5.1, chapter 3.4) to a {@link CareEvent}. */
final class Visits {

    private static final String PREADMIT = "P";

    private final Hl7Site site;

    Visits(Hl7Site site) {
        this.site = site;
    }

    /** Empty when the message does not say which visit it is about. */
    Optional<CareEvent> of(Hl7Message message, VisitChange change) throws Refusal {
        Optional<Segment> visit = message.first("PV1");
        Optional<String> number = visit.flatMap(found -> found.text(19))
                .or(() -> message.first("PID").flatMap(person -> person.text(18)));
        return visit.isEmpty() || number.isEmpty()
                ? Optional.empty()
                : Optional.of(of(message, change, visit.get(), number.get()));
    }

    private CareEvent of(Hl7Message message, VisitChange change, Segment visit, String number) throws Refusal {
        CareStatus status = status(change, visit);
        return CareEvent.newBuilder()
                .setCareId("Encounter/" + number)
                .setPatientId(site.patientId(message))
                .setKind(CareKind.ENCOUNTER)
                .setStatus(status)
                .setDepartments(departments(change, visit))
                .setPractitionerIds(practitionerIds(visit))
                .setStart(start(message, change, visit))
                .setEnd(status == CareStatus.FINISHED ? end(message, visit) : null)
                .setPartial(isPartial(change))
                .setUpdatedAt(site.updatedAt(message))
                .build();
    }

    /** A correction comes before, during or after a visit: its dates tell, and its class of pre-admission. */
    private static CareStatus status(VisitChange change, Segment visit) {
        return switch (change) {
            case PLAN -> CareStatus.PLANNED;
            case BEGIN, MOVE, MOVE_BACK, CONTINUE -> CareStatus.ACTIVE;
            case END -> CareStatus.FINISHED;
            case CANCEL -> CareStatus.CANCELLED;
            case UPDATE -> {
                boolean isPlanned = visit.text(2).filter(PREADMIT::equals).isPresent();
                yield visit.text(45).isPresent()
                        ? CareStatus.FINISHED
                        : isPlanned ? CareStatus.PLANNED : CareStatus.ACTIVE;
            }
        };
    }

    /** Most messages tell where the patient is now; where the patient was before stays true. */
    private static boolean isPartial(VisitChange change) {
        return switch (change) {
            case PLAN, BEGIN, MOVE, END, CONTINUE, UPDATE -> true;
            case MOVE_BACK, CANCEL -> false;
        };
    }

    /**
     * Where the patient is, is for the moment (PV1-11), and was before (PV1-6): the ward that was left still writes its
     * letter. The earlier place first: in that order is learned who hands over to whom.
     */
    private static List<Department> departments(VisitChange change, Segment visit) {
        return change == VisitChange.MOVE_BACK ? People.departments(visit, 3) : People.departments(visit, 6, 3, 11);
    }

    /** The attending, referring, consulting and admitting doctors, and others. */
    static List<String> practitionerIds(Segment visit) {
        return People.ids(visit, 7, 8, 9, 17, 52);
    }

    /** PV1-44; of a plan, PV2-8 where that is missing; of a begin, the moment of the event. */
    private Instant start(Hl7Message message, VisitChange change, Segment visit) throws Refusal {
        Instant told = site.start(visit.field(44), 1);
        if (told != null) {
            return told;
        }
        return switch (change) {
            case PLAN -> {
                Optional<Segment> more = message.first("PV2");
                yield more.isPresent() ? site.start(more.get().field(8), 1) : null;
            }
            case BEGIN -> occurred(message);
            case MOVE, MOVE_BACK, END, CONTINUE, CANCEL, UPDATE -> null;
        };
    }

    private Instant end(Hl7Message message, Segment visit) throws Refusal {
        Instant told = site.end(visit.field(45), 1);
        return told == null ? occurred(message) : told;
    }

    /** EVN-6, when it happened; else when it was recorded. */
    private Instant occurred(Hl7Message message) throws Refusal {
        Optional<Segment> event = message.first("EVN");
        Instant happened = event.isPresent() ? site.start(event.get().field(6), 1) : null;
        return happened == null ? site.updatedAt(message) : happened;
    }
}
