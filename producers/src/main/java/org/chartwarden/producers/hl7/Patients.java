package org.chartwarden.producers.hl7;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chartwarden.model.Address;
import org.chartwarden.model.Patient;
import org.chartwarden.producers.source.Refusal;

/** The segments PID, PD1 and PV1 (2.5.1, chapter 3.4) to {@link Patient}. */
final class Patients {

    private static final Set<String> NO = Set.of("N", "NO", "0", "F", "FALSE");

    /** Of table 0190: where somebody lives. Were an office taken for a home, the hospital would be one household. */
    private static final Set<String> HOME = Set.of("", "H", "L", "P");

    private final Hl7Site site;

    Patients(Hl7Site site) {
        this.site = site;
    }

    /**
     * What a message tells of its patient.
     *
     * @param updatedAt null when it is not told
     */
    Patient of(Hl7Message message, Instant updatedAt) throws Refusal {
        Segment person = message.required("PID");
        Optional<Field> name = official(person.fields(5));
        boolean isVip = isMarked(message, "PV1", 16);
        return Patient.newBuilder()
                .setPatientId(site.patientId(message))
                .setFamilyName(name.flatMap(Field::text).orElse(null))
                .setGivenName(name.flatMap(Patients::givenNames).orElse(null))
                .setBirthDate(Hl7Time.of(person.field(7)).flatMap(Hl7Time::day).orElse(null))
                .setVip(isVip)
                .setVipTold(isVipTold(message))
                .setSecurityLabels(labels(isVip, isMarked(message, "PD1", 12)))
                .setDeceased(isDeceased(person))
                .setDeceasedAt(deceasedAt(person))
                .setAddress(home(person.fields(11)))
                .setUpdatedAt(updatedAt)
                .build();
    }

    /** The legal name (XPN.7), else the first. */
    private static Optional<Field> official(List<Field> names) {
        return names.stream()
                .filter(name -> name.text(7).filter("L"::equals).isPresent())
                .findFirst()
                .or(() -> names.stream().findFirst());
    }

    private static Optional<String> givenNames(Field name) {
        return joined(name.text(2), name.text(3));
    }

    private static Optional<String> joined(Optional<String> first, Optional<String> second) {
        String all = Stream.of(first, second).flatMap(Optional::stream).collect(Collectors.joining(" "));
        return Optional.of(all).filter(text -> !text.isEmpty());
    }

    /** An empty PV1-16 says nothing, one with {@code ""} says that the patient is none. */
    private static boolean isVipTold(Hl7Message message) {
        return message.first("PV1")
                .filter(visit -> !visit.field(16).raw().isBlank())
                .isPresent();
    }

    /** Each site has codes of its own for this, so that any but a plain no is a yes. */
    private static boolean isMarked(Hl7Message message, String segment, int field) {
        return message.first(segment)
                .flatMap(found -> found.text(field))
                .filter(code -> !NO.contains(code.toUpperCase(Locale.ROOT)))
                .isPresent();
    }

    /** The codes that FHIR has for the same. */
    private static List<String> labels(boolean isVip, boolean isProtected) {
        List<String> labels = new ArrayList<>();
        if (isVip) {
            labels.add("VIP");
        }
        if (isProtected) {
            labels.add("R");
        }
        return labels;
    }

    /** PID-30; where that is silent, whoever has a time of death in PID-29 is dead. */
    private static boolean isDeceased(Segment person) {
        return person.text(30)
                .map(code -> !NO.contains(code.toUpperCase(Locale.ROOT)))
                .orElse(person.text(29).isPresent());
    }

    /** Null unless given to the day: "died in 2026" must not read as months ago. */
    private Instant deceasedAt(Segment person) throws Refusal {
        Optional<Hl7Time> time = Hl7Time.of(person.field(29));
        return time.filter(death -> isDeceased(person) && death.day().isPresent())
                .map(death -> death.start(site.zone()))
                .orElse(null);
    }

    /** The first address where somebody lives; null when there is none. */
    private static Address home(List<Field> addresses) {
        return addresses.stream()
                .filter(address -> HOME.contains(address.text(7).orElse("")))
                .findFirst()
                .map(address -> Address.newBuilder()
                        .setLine(joined(address.text(1), address.text(2)).orElse(null))
                        .setCity(address.text(3).orElse(null))
                        .setPostalCode(address.text(5).orElse(null))
                        .build())
                .orElse(null);
    }
}
