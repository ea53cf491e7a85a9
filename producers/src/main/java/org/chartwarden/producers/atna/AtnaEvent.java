package org.chartwarden.producers.atna;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.Action;
import org.chartwarden.model.Outcome;
import org.chartwarden.producers.access.DicomEvents;
import org.chartwarden.producers.access.RestInteractions;
import org.chartwarden.producers.source.Refusal;

/** What was done: the EventIdentification of a message (DICOM PS3.15, A.5.2). */
final class AtnaEvent {

    static final String TIME = "EventDateTime";

    private static final String ACTION = "EventActionCode";
    private static final String OUTCOME = "EventOutcomeIndicator";

    private final XmlElement element;
    private final CodedValue id;
    private final List<CodedValue> types;

    private AtnaEvent(XmlElement element, CodedValue id) {
        this.element = element;
        this.id = id;
        this.types = CodedValue.in(element, "EventTypeCode");
    }

    static AtnaEvent of(XmlElement message) throws Refusal {
        XmlElement event = single(message, "EventIdentification");
        return new AtnaEvent(event, CodedValue.of(single(event, "EventID")));
    }

    private static XmlElement single(XmlElement parent, String name) throws Refusal {
        List<XmlElement> found = parent.children(name);
        if (found.size() != 1) {
            throw new Refusal(
                    parent.path() + "/" + name,
                    "is there " + found.size() + " times; exactly one is required (DICOM PS3.15, A.5)");
        }
        return found.get(0);
    }

    Instant time(ZoneId zone) throws Refusal {
        String path = element.pathOf(TIME);
        String text = element.attribute(TIME)
                .orElseThrow(() -> new Refusal(
                        path, "is missing; a time such as 2026-01-31T08:15:00.000+01:00 is required (xsd:dateTime)"));
        return AtnaTime.of(text, zone, path);
    }

    String timePath() {
        return element.pathOf(TIME);
    }

    Action action() throws Refusal {
        Optional<String> told = element.attribute(ACTION);
        if (told.isPresent()) {
            return Stream.of(Action.values())
                    .filter(action -> action.name().equals(told.get()))
                    .findFirst()
                    .orElseThrow(() ->
                            new Refusal(element.pathOf(ACTION), "is unknown; allowed: C, R, U, D, E (DICOM PS3.15)"));
        }
        return interaction()
                .flatMap(RestInteractions::action)
                .or(() -> id.code().flatMap(DicomEvents::onlyAction))
                .orElseThrow(() -> new Refusal(
                        element.pathOf(ACTION), "is missing, and the event may be of several; allowed: C, R, U, D, E"));
    }

    /** An outcome that is not told counts as success: it is the one that has to be looked at. */
    Outcome outcome() throws Refusal {
        return switch (element.attribute(OUTCOME).orElse("0")) {
            case "0" -> Outcome.SUCCESS;
            case "4" -> Outcome.MINOR_FAILURE;
            case "8" -> Outcome.SERIOUS_FAILURE;
            case "12" -> Outcome.MAJOR_FAILURE;
            default -> throw new Refusal(element.pathOf(OUTCOME), "is unknown; allowed: 0, 4, 8, 12 (DICOM PS3.15)");
        };
    }

    /**
     * What kind of act it was: a disclosure wherever it is said; else what the first code says that is no accompaniment; else
     * a security alert.
     *
     * @param aboutPatient whether a patient is named: an act of an unknown kind then counts as an opened record, since it
     *     is better looked at in vain than not at all
     * @param disclosed whether an object's life cycle says so
     */
    AccessCategory category(Action action, boolean aboutPatient, boolean disclosed) {
        List<AccessCategory> told =
                codes().map(AtnaEvent::categoryOf).flatMap(Optional::stream).toList();
        if (disclosed || told.contains(AccessCategory.EXPORT)) {
            return AccessCategory.EXPORT;
        }
        boolean opened = aboutPatient && action != Action.E;
        AccessCategory otherwise = opened ? AccessCategory.RECORD : AccessCategory.OTHER;
        return told.stream()
                .filter(category -> category != AccessCategory.OTHER && category != AccessCategory.SECURITY)
                .findFirst()
                .orElse(told.contains(AccessCategory.SECURITY) ? AccessCategory.SECURITY : otherwise);
    }

    private static Optional<AccessCategory> categoryOf(String code) {
        return DicomEvents.category(code).or(() -> RestInteractions.category(code));
    }

    private Stream<String> codes() {
        return Stream.concat(types.stream(), Stream.of(id)).flatMap(value -> value.code().stream());
    }

    /** The RESTful interaction that it was, where a type says so. */
    Optional<String> interaction() {
        return types.stream()
                .flatMap(type -> type.code().stream())
                .map(code -> code.toLowerCase(Locale.ROOT))
                .filter(code -> RestInteractions.action(code).isPresent())
                .findFirst();
    }

    /** Whether a type says that an emergency was declared. */
    boolean emergencyDeclared() {
        return types.stream().flatMap(type -> type.code().stream()).anyMatch(DicomEvents::emergency);
    }

    /** Codes of the purposes of use, each once. */
    List<String> purposes() {
        return CodedValue.in(element, "PurposeOfUse").stream()
                .flatMap(purpose -> purpose.code().stream())
                .distinct()
                .toList();
    }
}
