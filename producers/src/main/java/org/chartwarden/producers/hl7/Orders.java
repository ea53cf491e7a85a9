package org.chartwarden.producers.hl7;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.CareKind;
import org.chartwarden.model.CareStatus;
import org.chartwarden.producers.source.Refusal;

/** Order messages (2.5.1, chapter 4) to {@link CareEvent}: one for each ORC with its OBRs. */
final class Orders {

    /** By the diagnostic service of OBR-24 (table 0074): work of people who never see the patient. */
    private static final Map<CareKind, List<String>> SERVICES = Map.of(
            CareKind.LABORATORY,
            List.of(
                    "LAB", "BG", "BLB", "CG", "CH", "CP", "GE", "HM", "IMM", "MB", "MCB", "MYC", "OSL", "PAR", "PAT",
                    "SP", "SR", "TX", "URN", "VR"),
            CareKind.IMAGING,
            List.of("RAD", "CT", "CUS", "IMG", "MR", "NMR", "NMS", "OUS", "RUS", "RX", "VUS", "XRC"));

    /** Order control (table 0119) that ends an order which was real until then. */
    private static final List<String> REPLACED = List.of("RP", "RU", "RQ");

    private static final List<String> CANCELLED = List.of("CA", "OC", "CR", "DC", "OD", "DR");
    private static final String NEW = "NW";

    private final Hl7Site site;

    Orders(Hl7Site site) {
        this.site = site;
    }

    List<CareEvent> of(Hl7Message message) throws Refusal {
        message.required("ORC");
        String patientId = site.patientId(message);
        Instant updatedAt = site.updatedAt(message);
        List<CareEvent> orders = new ArrayList<>();
        for (Hl7Message part : message.parts("ORC")) {
            orders.add(of(part, patientId, updatedAt));
        }
        return orders;
    }

    private CareEvent of(Hl7Message part, String patientId, Instant updatedAt) throws Refusal {
        Segment control = part.required("ORC");
        List<Segment> details = part.all("OBR");
        CareStatus status = status(control);
        return CareEvent.newBuilder()
                .setCareId("ServiceRequest/" + id(control, details))
                .setPatientId(patientId)
                .setKind(kind(part, details))
                .setStatus(status)
                .setDepartments(People.departments(control, 13))
                .setPractitionerIds(People.ids(details.stream()
                        .flatMap(detail -> Stream.of(32, 33, 34).flatMap(number -> detail.fields(number).stream()))))
                .setRequesterIds(People.ids(Stream.concat(
                        control.fields(12).stream(), details.stream().flatMap(detail -> detail.fields(16).stream()))))
                .setStart(start(part, control, details))
                .setEnd(status == CareStatus.FINISHED ? end(details, updatedAt) : null)
                .setUpdatedAt(updatedAt)
                .build();
    }

    /** The placer's number, which the order has from its beginning; else the filler's. */
    private static String id(Segment control, List<Segment> details) throws Refusal {
        Optional<Segment> detail = details.stream().findFirst();
        return control.text(2)
                .or(() -> detail.flatMap(first -> first.text(2)))
                .or(() -> control.text(3))
                .or(() -> detail.flatMap(first -> first.text(3)))
                .orElseThrow(() -> new Refusal(
                        control.path(2),
                        "is missing, and so is " + control.path(3) + "; one of them must identify the order"));
    }

    /** By OBR-24; else by the type of the message. */
    private static CareKind kind(Hl7Message part, List<Segment> details) {
        return details.stream()
                .flatMap(detail -> detail.text(24).stream())
                .map(Orders::kind)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> switch (part.header().type()) {
                    case "OML" -> CareKind.LABORATORY;
                    case "OMI" -> CareKind.IMAGING;
                    default -> CareKind.ORDER;
                });
    }

    private static CareKind kind(String service) {
        return SERVICES.entrySet().stream()
                .filter(kind -> kind.getValue().contains(service))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** ORC-1 tells what is to be done with the order, ORC-5 (table 0038) how far it is. */
    private static CareStatus status(Segment control) {
        String command = control.text(1).orElse("");
        if (CANCELLED.contains(command)) {
            return CareStatus.CANCELLED;
        }
        return switch (control.text(5).orElse("")) {
            case "CA", "DC", "ER" -> CareStatus.CANCELLED;
            case "CM" -> CareStatus.FINISHED;
            default -> REPLACED.contains(command) ? CareStatus.FINISHED : CareStatus.ACTIVE;
        };
    }

    /**
     * When it is carried out; for a new order also when it was placed (ORC-9), since it is often written down later. Of
     * any other message, ORC-9 is only the time of that change.
     */
    private Instant start(Hl7Message part, Segment control, List<Segment> details) throws Refusal {
        Instant planned = planned(part, control, details);
        Instant placed = NEW.equals(control.text(1).orElse("")) ? site.start(control.field(9), 1) : null;
        boolean isPlacedFirst = placed != null && (planned == null || placed.isBefore(planned));
        return isPlacedFirst ? placed : planned;
    }

    private Instant planned(Hl7Message part, Segment control, List<Segment> details) throws Refusal {
        Optional<Segment> timing = part.first("TQ1");
        Instant start = timing.isPresent() ? site.start(timing.get().field(7), 1) : null;
        start = start == null ? site.start(control.field(7), 4) : start;
        for (Segment detail : details) {
            start = start == null ? site.start(detail.field(27), 4) : start;
            start = start == null ? site.start(detail.field(7), 1) : start;
            start = start == null ? site.start(detail.field(6), 1) : start;
        }
        return start;
    }

    /** OBR-8, the end of the observation; else the time of the message that says that it is done. */
    private Instant end(List<Segment> details, Instant updatedAt) throws Refusal {
        for (Segment detail : details) {
            Instant end = site.end(detail.field(8), 1);
            if (end != null) {
                return end;
            }
        }
        return updatedAt;
    }
}
