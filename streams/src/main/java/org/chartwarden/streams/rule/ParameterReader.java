package org.chartwarden.streams.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chartwarden.yaml.Fields;

/** Reads a rule's parameters. */
final class ParameterReader {

    private ParameterReader() {}

    /** @param overridden values, by name, that hold instead of those in the file */
    static List<Parameter> read(Fields rule, Map<String, Object> overridden) {
        List<Parameter> parameters = new ArrayList<>();
        for (Fields told : rule.maps("parameters", List.of("name", "type", "value", "meaning"))) {
            parameter(told)
                    .map(parameter -> new Parameter(
                            parameter.name(),
                            parameter.type(),
                            overridden.getOrDefault(parameter.name(), parameter.value()),
                            parameter.meaning()))
                    .ifPresent(parameters::add);
        }
        if (parameters.stream().map(Parameter::name).distinct().count() < parameters.size()) {
            rule.problem("parameters", "must not name a parameter twice");
            return List.of();
        }
        return parameters;
    }

    private static Optional<Parameter> parameter(Fields told) {
        Optional<String> name = told.value("name", "letters and digits", ParameterReader::checkedName);
        Optional<Parameter.Type> type = told.choice("type", Parameter.Type.class);
        Optional<Object> value = type.flatMap(known -> told.value("value", known.allowed(), known::parse));
        Optional<String> meaning = told.text("meaning");
        return name.isPresent() && value.isPresent() && meaning.isPresent()
                ? Optional.of(new Parameter(name.get(), type.get(), value.get(), meaning.get()))
                : Optional.empty();
    }

    private static String checkedName(String text) {
        if (!text.matches("[a-zA-Z][a-zA-Z0-9]*")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
