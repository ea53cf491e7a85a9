package org.chartwarden.producers.hl7;

import java.util.List;
import org.chartwarden.producers.source.Refusal;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.settings.SettingsException;

/**
 * Which of a patient's identifiers (CX, 2.5.1, 2.A.14) is the one that the access events name.
 *
 * @param type CX.5, such as {@code MR}
 * @param authority CX.4.1; null for any
 */
record PatientIdentifier(String type, String authority) {

    private static final int AUTHORITY = 4;
    private static final int TYPE = 5;

    /** Of {@link Setting#HL7_PATIENT_IDENTIFIER}. */
    static PatientIdentifier of(Settings settings) {
        String text = settings.text(Setting.HL7_PATIENT_IDENTIFIER).strip();
        String[] parts = text.split("@", -1);
        if (parts.length > 2 || List.of(parts).contains("")) {
            throw new SettingsException(Setting.HL7_PATIENT_IDENTIFIER.key()
                    + " must be a type of identifier such as MR, or a type and its authority such as MR@HOSPITAL.");
        }
        return new PatientIdentifier(parts[0], parts.length == 1 ? null : parts[1]);
    }

    /**
     * The first that fits; else the only one, where it does not say of which type it is: many senders do not.
     *
     * @param number PID-3 or MRG-1
     */
    String in(Segment segment, int number) throws Refusal {
        List<Field> told = segment.fields(number).stream()
                .filter(identifier -> identifier.text().isPresent())
                .toList();
        return told.stream()
                .filter(this::fits)
                .findFirst()
                .or(() -> told.stream()
                        .filter(only -> told.size() == 1 && mayFit(only))
                        .findFirst())
                .flatMap(Field::text)
                .orElseThrow(() -> new Refusal(
                        segment.path(number),
                        "has no identifier of the type " + this + ", which the setting "
                                + Setting.HL7_PATIENT_IDENTIFIER.key() + " asks for"));
    }

    private boolean fits(Field identifier) {
        boolean isOfType = identifier.text(TYPE).filter(type::equalsIgnoreCase).isPresent();
        return isOfType
                && (authority == null
                        || identifier.text(AUTHORITY).filter(authority::equals).isPresent());
    }

    private boolean mayFit(Field identifier) {
        return identifier.text(TYPE).isEmpty()
                && (authority == null
                        || identifier.text(AUTHORITY).map(authority::equals).orElse(true));
    }

    @Override
    public String toString() {
        return authority == null ? type : type + "@" + authority;
    }
}
