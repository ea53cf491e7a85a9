package org.chartwarden.producers.hl7;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.Patient;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.RecordReader;
import org.chartwarden.producers.source.Refusal;
import org.chartwarden.serde.TrustedClasses;
import org.chartwarden.settings.Settings;
import org.chartwarden.topic.Topic;
import org.chartwarden.topic.Topics;

/**
 * Reads the HL7 v2 messages that tell who the patients are and who treats them: admissions (ADT), appointments (SIU) and
 * orders (ORM, OMG, OML, OMI). Other events of these types are understood but not needed.
 */
public final class Hl7Reader implements RecordReader {

    static {
        TrustedClasses.ensure();
    }

    private final Hl7Site site;
    private final Patients patients;
    private final Visits visits;
    private final Merges merges;
    private final Appointments appointments;
    private final Orders orders;

    /**
     * @param settings the time zone and the patients' identifier
     * @param clock tells whether a message can be from now
     */
    public Hl7Reader(Settings settings, Clock clock) {
        this.site = Hl7Site.of(settings, clock);
        this.patients = new Patients(site);
        this.visits = new Visits(site);
        this.merges = new Merges(site);
        this.appointments = new Appointments(site);
        this.orders = new Orders(site);
    }

    @Override
    public String feed() {
        return Hl7Feed.NAME;
    }

    @Override
    public List<Outgoing<?>> read(byte[] raw) throws Refusal {
        Hl7Message message = Hl7Message.of(raw);
        return switch (message.header().type()) {
            case "ADT" -> admission(message);
            case "SIU" -> appointment(message);
            case "ORM", "OMG", "OML", "OMI" -> care(orders.of(message));
            default ->
                throw new Refusal(
                        "MSH-9.1", "is not a type of message that is read here; allowed: ADT, SIU, ORM, OMG, OML, OMI");
        };
    }

    private List<Outgoing<?>> admission(Hl7Message message) throws Refusal {
        String event = event(message);
        if (Merges.isMerge(event)) {
            return patients(merges.of(message));
        }
        VisitChange change = VisitChange.of(event).orElse(null);
        if (change == null && !event.equals("A28") && !event.equals("A31")) { // those are about the person alone
            return List.of();
        }
        List<Outgoing<?>> patient = patients(List.of(patients.of(message, site.updatedAt(message))));
        return change == null
                ? patient
                : Stream.concat(
                                patient.stream(),
                                care(visits.of(message, change).stream().toList()).stream())
                        .toList();
    }

    private List<Outgoing<?>> appointment(Hl7Message message) throws Refusal {
        String event = event(message);
        return Appointments.isAppointment(event) ? care(appointments.of(message, event)) : List.of();
    }

    /** MSH-9.2; old senders have it in EVN-1 only. */
    private static String event(Hl7Message message) throws Refusal {
        return message.header()
                .event()
                .or(() -> message.first("EVN").flatMap(event -> event.text(1)))
                .map(event -> event.toUpperCase(Locale.ROOT))
                .filter(event -> event.matches("[A-Z]\\d\\d"))
                .orElseThrow(() -> new Refusal("MSH-9.2", "is no trigger event; such as A01 is required"));
    }

    private static List<Outgoing<?>> patients(List<Patient> records) {
        return outgoing(records, Topics.PATIENTS, Patient::getPatientId);
    }

    private static List<Outgoing<?>> care(List<CareEvent> records) {
        return outgoing(records, Topics.CARE, CareEvent::getPatientId);
    }

    private static <T extends SpecificRecord> List<Outgoing<?>> outgoing(
            List<T> records, Topic<T> topic, Function<T, String> key) {
        return records.stream()
                .<Outgoing<?>>map(record -> new Outgoing<>(topic, key.apply(record), record))
                .toList();
    }
}
