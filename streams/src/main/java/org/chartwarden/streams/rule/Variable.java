package org.chartwarden.streams.rule;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.Action;
import org.chartwarden.model.Department;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.Outcome;

/**
 * What a condition can speak of. A text that the source did not give is empty. Where an example says nothing, a fact is
 * that of an ordinary, unexplained, successful reading of an unknown patient's record by an unknown user.
 */
public enum Variable {
    ACTION(
            "access.action",
            "R",
            "C, R, U, D or E",
            access -> access.getAccess().getAction().name()) {
        @Override
        public List<String> allowed() {
            return names(Action.values());
        }
    },
    CATEGORY(
            "access.category",
            "RECORD",
            "what kind of act it was",
            access -> access.getAccess().getCategory().name()) {
        @Override
        public List<String> allowed() {
            return names(AccessCategory.values());
        }
    },
    OUTCOME(
            "access.outcome",
            "SUCCESS",
            "anything but SUCCESS showed no data",
            access -> access.getAccess().getOutcome().name()) {
        @Override
        public List<String> allowed() {
            return names(Outcome.values());
        }
    },
    EXPLAINED("access.explained", false, "a reason on record accounts for it", ExplainedAccess::getExplained),
    EMERGENCY(
            "access.emergency",
            false,
            "the user declared an emergency",
            access -> access.getAccess().getEmergency()),
    OBJECT_TYPE(
            "access.objectType",
            "",
            "the FHIR resource type that was touched",
            access -> text(access.getAccess().getObjectType())),
    PURPOSES(
            "access.purposes",
            List.of(),
            "purposes of use, as codes",
            access -> access.getAccess().getPurposeOfUse()),
    SOURCE_SYSTEM(
            "access.sourceSystem",
            "",
            "the system that recorded the act",
            access -> text(access.getAccess().getSourceSystem())),
    USER_ID(
            "user.id",
            "",
            "who acted; empty when the source named nobody",
            access -> text(access.getAccess().getUserId())),
    USER_KNOWN("user.known", false, "the workforce directory knows the user", ExplainedAccess::getUserKnown),
    USER_DEPARTMENTS(
            "user.departments",
            List.of(),
            "ids of the departments where the user works",
            access ->
                    access.getUserDepartments().stream().map(Department::getId).toList()),
    USER_ROLES("user.roles", List.of(), "the user's roles", ExplainedAccess::getUserRoles),
    PATIENT_ID(
            "patient.id",
            "",
            "whose record it was; empty when the act had no patient",
            access -> text(access.getAccess().getPatientId())),
    PATIENT_KNOWN("patient.known", false, "the patient feed knows the patient", ExplainedAccess::getPatientKnown),
    PATIENT_VIP("patient.vip", false, "the patient is on the watch list", ExplainedAccess::getPatientVip),
    PATIENT_IS_COWORKER(
            "patient.isCoworker",
            false,
            "the patient is another member of the workforce",
            access -> access.getPatientUserId() != null
                    && !access.getPatientUserId().equals(access.getAccess().getUserId())),
    PATIENT_IS_USER(
            "patient.isUser",
            false,
            "the patient is the user",
            access -> access.getPatientUserId() != null
                    && access.getPatientUserId().equals(access.getAccess().getUserId()));

    private final String word;
    private final Object ordinary;
    private final String meaning;
    private final Function<ExplainedAccess, Object> reader;

    Variable(String word, Object ordinary, String meaning, Function<ExplainedAccess, Object> reader) {
        this.word = word;
        this.ordinary = ordinary;
        this.meaning = meaning;
        this.reader = reader;
    }

    /** As it stands in a condition. */
    public String word() {
        return word;
    }

    public String meaning() {
        return meaning;
    }

    /** The only texts that it can have; empty when there is no such list. */
    public List<String> allowed() {
        return List.of();
    }

    public CelType type() {
        if (ordinary instanceof Boolean) {
            return SimpleType.BOOL;
        }
        return ordinary instanceof String ? SimpleType.STRING : ListType.create(SimpleType.STRING);
    }

    Object ordinary() {
        return ordinary;
    }

    Object of(ExplainedAccess access) {
        return reader.apply(access);
    }

    static Optional<Variable> of(String word) {
        return Arrays.stream(values())
                .filter(variable -> variable.word.equals(word))
                .findFirst();
    }

    private static String text(String value) {
        return Objects.requireNonNullElse(value, "");
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
