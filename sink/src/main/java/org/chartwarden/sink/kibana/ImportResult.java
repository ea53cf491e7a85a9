package org.chartwarden.sink.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What Kibana answered to an import.
 *
 * @param imported titles by type, in Kibana's order
 * @param problems one sentence for each object that was not taken, or not under its id; empty when all were
 */
public record ImportResult(List<Imported> imported, List<String> problems) {

    /**
     * An object that is now there.
     *
     * @param type Kibana's name of it
     */
    public record Imported(String type, String title) {}

    public ImportResult {
        imported = List.copyOf(imported);
        problems = List.copyOf(problems);
    }

    /** @param answer of {@code POST /api/saved_objects/_import}, as Kibana's API reference has it */
    static ImportResult of(JsonNode answer) {
        List<Imported> imported = new ArrayList<>();
        answer.path("successResults")
                .forEach(object -> imported.add(new Imported(
                        object.path("type").asText(),
                        object.path("meta")
                                .path("title")
                                .asText(object.path("id").asText()))));
        List<String> problems = new ArrayList<>();
        answer.path("successResults").forEach(object -> {
            if (object.has("destinationId")) {
                problems.add(
                        name(object) + ": another space has it already, so Kibana gave it a new id, and links do not"
                                + " find it. Import into one space only.");
            }
        });
        answer.path("errors").forEach(error -> problems.add(describe(error)));
        if (problems.isEmpty() && !answer.path("success").asBoolean()) {
            problems.add("Kibana says that it failed, and not why.");
        }
        return new ImportResult(imported, problems);
    }

    private static String describe(JsonNode error) {
        JsonNode cause = error.path("error");
        String object = name(error);
        return switch (cause.path("type").asText()) {
            case "missing_references" -> object + ": refers to what is not there: " + missing(cause);
            case "unsupported_type" -> object + ": this Kibana has no such type";
            case "conflict", "ambiguous_conflict" -> object + ": conflicts with an object that is there already";
            default -> object + ": " + cause.path("message").asText(cause.toString());
        };
    }

    private static String name(JsonNode object) {
        return object.path("type").asText() + " " + object.path("id").asText();
    }

    private static String missing(JsonNode cause) {
        List<String> names = new ArrayList<>();
        cause.path("references")
                .forEach(reference -> names.add(reference.path("type").asText() + " "
                        + reference.path("id").asText()));
        return String.join(", ", names);
    }
}
