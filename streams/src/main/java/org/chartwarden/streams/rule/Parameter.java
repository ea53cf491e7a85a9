package org.chartwarden.streams.rule;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import org.chartwarden.yaml.Fields;

/**
 * A number or text that a rule's conditions use by name.
 *
 * @param value a Long, Double, Boolean or String, as the type says
 * @param meaning what it is, in a sentence
 */
public record Parameter(String name, Type type, Object value, String meaning) {

    /** As it stands in a condition. */
    public String word() {
        return "parameter." + name;
    }

    /** What a parameter can be. */
    public enum Type {
        INT(SimpleType.INT, "a whole number"),
        DOUBLE(SimpleType.DOUBLE, "a number"),
        BOOL(SimpleType.BOOL, "true or false"),
        STRING(SimpleType.STRING, "a text");

        private final CelType celType;
        private final String allowed;

        Type(CelType celType, String allowed) {
            this.celType = celType;
            this.allowed = allowed;
        }

        CelType celType() {
            return celType;
        }

        /** In words. */
        String allowed() {
            return allowed;
        }

        /** @throws IllegalArgumentException when it is not allowed */
        Object parse(String text) {
            return switch (this) {
                case INT -> Long.valueOf(text);
                case DOUBLE -> Double.valueOf(text);
                case BOOL -> Fields.flagOf(text);
                case STRING -> text;
            };
        }
    }
}
