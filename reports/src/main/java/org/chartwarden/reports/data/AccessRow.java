package org.chartwarden.reports.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An access as it stands in Elasticsearch (docs/elasticsearch.md).
 *
 * @param document is not copied
 */
public record AccessRow(ObjectNode document) {

    public String eventId() {
        return Found.text(document, "/event/id").orElseThrow();
    }

    public Instant time() {
        return Found.time(document, "/@timestamp").orElseThrow();
    }

    public Optional<String> userId() {
        return Found.text(document, "/user/id");
    }

    public Optional<String> userName() {
        return Found.text(document, "/user/full_name");
    }

    public List<String> roles() {
        return Found.texts(document, "/user/roles");
    }

    public List<String> departmentIds() {
        return Found.texts(document, "/chartwarden/department_ids");
    }

    /** Names, or else ids. */
    public List<String> departments() {
        List<String> names = Found.texts(document, "/chartwarden/department_names");
        return names.isEmpty() ? departmentIds() : names;
    }

    public Optional<String> patientId() {
        return Found.text(document, "/patient/id");
    }

    /** The workforce feed knows the user. */
    public boolean userKnown() {
        return Found.flag(document, "/chartwarden/user_known");
    }

    /** {@code C R U D E}, as in FHIR and DICOM. */
    public String action() {
        return Found.text(document, "/event/action").orElse("");
    }

    /** In lower case: {@code record}, {@code export} and so on. */
    public String category() {
        return Found.text(document, "/chartwarden/category").orElse("");
    }

    /** What was touched besides the patient: a FHIR resource type. */
    public Optional<String> objectType() {
        return Found.text(document, "/chartwarden/object_type");
    }

    /** Anything else showed no data. */
    public boolean succeeded() {
        return Found.text(document, "/event/outcome").filter("success"::equals).isPresent();
    }

    /** It showed a chart or a part of it, or let it out. */
    public boolean opensChart() {
        return succeeded() && (category().equals("record") || category().equals("export"));
    }

    /** Codes of v3-PurposeOfUse. */
    public List<String> purposes() {
        return Found.texts(document, "/chartwarden/purpose_of_use");
    }

    public Optional<String> sourceSystem() {
        return Found.text(document, "/event/provider");
    }

    public Optional<String> networkAddress() {
        return Found.text(document, "/source/address");
    }

    public boolean explained() {
        return Found.flag(document, "/chartwarden/explained");
    }

    /** It arrived too late to be judged. */
    public boolean late() {
        return Found.flag(document, "/chartwarden/late");
    }

    /** The strongest reason that accounts for it, in plain words. */
    public Optional<String> reason() {
        return explained() ? Found.text(document, "/chartwarden/explanations/0/text") : Optional.empty();
    }

    /** What was looked for and not found, in plain words. */
    public List<String> unexplainedBecause() {
        return Found.texts(document, "/chartwarden/unexplained_because");
    }

    public List<String> ruleIds() {
        return Found.texts(document, "/rule/id");
    }
}
