package org.chartwarden.producers.hl7;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.CareKind;
import org.chartwarden.model.CareStatus;
import org.chartwarden.model.Department;
import org.chartwarden.producers.source.Refusal;

/** SIU messages (2.5.1, chapter 10.4) to {@link CareEvent}: one for each patient of the appointment. */
final class Appointments {

    private static final Set<String> EVENTS = Set.of("S12", "S13", "S14", "S15", "S16", "S17", "S26");
    private static final String DELETED = "D";

    private final Hl7Site site;

    Appointments(Hl7Site site) {
        this.site = site;
    }

    static boolean isAppointment(String event) {
        return EVENTS.contains(event);
    }

    List<CareEvent> of(Hl7Message message, String event) throws Refusal {
        Segment schedule = message.required("SCH");
        message.required("PID");
        CareEvent.Builder appointment = CareEvent.newBuilder()
                .setCareId("Appointment/" + id(schedule))
                .setKind(CareKind.APPOINTMENT)
                .setStatus(status(event, schedule))
                .setDepartments(departments(message))
                .setPractitionerIds(practitionerIds(message))
                .setUpdatedAt(site.updatedAt(message));
        setTimes(appointment, message, schedule);
        List<CareEvent> events = new ArrayList<>();
        for (Segment patient : message.all("PID")) {
            events.add(
                    appointment.setPatientId(site.identifier().in(patient, 3)).build());
        }
        return events;
    }

    /** The filler keeps the schedule, so that its id comes first. */
    private static String id(Segment schedule) throws Refusal {
        return schedule.text(2)
                .or(() -> schedule.text(1))
                .orElseThrow(() -> new Refusal(
                        schedule.path(2),
                        "is missing, and so is " + schedule.path(1) + "; one of them must identify the appointment"));
    }

    /**
     * The event tells what became of it; of one that is booked or changed, SCH-25 (table 0278) tells more. That the
     * patient did not come undoes nothing: charts were opened to prepare, and to note it.
     */
    private static CareStatus status(String event, Segment schedule) {
        return switch (event) {
            case "S15", "S17" -> CareStatus.CANCELLED;
            case "S16", "S26" -> CareStatus.FINISHED;
            default ->
                switch (schedule.text(25).orElse("").toUpperCase(Locale.ROOT)) {
                    case "STARTED" -> CareStatus.ACTIVE;
                    case "COMPLETE", "NOSHOW", "DC" -> CareStatus.FINISHED;
                    case "CANCELLED", "DELETED" -> CareStatus.CANCELLED;
                    default -> CareStatus.PLANNED;
                };
        };
    }

    /** The booked locations; where there are none, that of the visit. */
    private static List<Department> departments(Hl7Message message) {
        List<Department> booked =
                People.departments(booked(message, "AIL").stream().flatMap(location -> location.fields(3).stream()));
        return booked.isEmpty()
                ? People.departments(message.all("PV1").stream().flatMap(visit -> visit.fields(3).stream()))
                : booked;
    }

    /** The booked people, and the doctors of the visit. */
    private static List<String> practitionerIds(Hl7Message message) {
        List<String> ids =
                new ArrayList<>(People.ids(booked(message, "AIP").stream().flatMap(who -> who.fields(3).stream())));
        message.all("PV1").forEach(visit -> ids.addAll(Visits.practitionerIds(visit)));
        return ids.stream().distinct().toList();
    }

    private static List<Segment> booked(Hl7Message message, String resource) {
        return message.all(resource).stream()
                .filter(segment -> segment.text(2).filter(DELETED::equals).isEmpty())
                .toList();
    }

    /** SCH-11, else TQ1, else the first service, place or person that has a time; a duration where there is no end. */
    private void setTimes(CareEvent.Builder appointment, Hl7Message message, Segment schedule) throws Refusal {
        Optional<Segment> timing = message.first("TQ1");
        Instant start = site.start(schedule.field(11), 4);
        Instant end = site.end(schedule.field(11), 5);
        if (timing.isPresent()) {
            start = start == null ? site.start(timing.get().field(7), 1) : start;
            end = end == null ? site.end(timing.get().field(8), 1) : end;
        }
        start = start == null ? firstResource(message) : start;
        if (start != null && end == null) {
            end = duration(schedule).map(start::plus).orElse(null);
        }
        appointment.setStart(start).setEnd(end);
    }

    private Instant firstResource(Hl7Message message) throws Refusal {
        for (Segment service : booked(message, "AIS")) {
            Instant start = site.start(service.field(4), 1);
            if (start != null) {
                return start;
            }
        }
        for (String resource : List.of("AIL", "AIP")) {
            for (Segment booked : booked(message, resource)) {
                Instant start = site.start(booked.field(6), 1);
                if (start != null) {
                    return start;
                }
            }
        }
        return null;
    }

    /** SCH-9 in the units of SCH-10: minutes unless they are said to be seconds, hours or days. */
    private static Optional<Duration> duration(Segment schedule) throws Refusal {
        Optional<String> length = schedule.text(9);
        if (length.isEmpty()) {
            return Optional.empty();
        }
        if (!length.get().matches("\\d{1,6}")) {
            throw new Refusal(schedule.path(9), "is not a duration; a whole number is required");
        }
        long number = Long.parseLong(length.get());
        String unit = schedule.text(10).orElse("min").toLowerCase(Locale.ROOT);
        return Optional.of(
                switch (unit.charAt(0)) {
                    case 's' -> Duration.ofSeconds(number);
                    case 'h' -> Duration.ofHours(number);
                    case 'd' -> Duration.ofDays(number);
                    default -> Duration.ofMinutes(number);
                });
    }
}
