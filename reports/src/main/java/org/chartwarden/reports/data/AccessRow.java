package org.chartwarden.reports.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

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
        return Found.departments(document);
    }

    public Optional<String> patientId() {
        return Found.text(document, "/patient/id");
    }

    /** Who the patient is as a member of the staff. */
    public Optional<String> patientsUserId() {
        return Found.text(document, "/patient/user_id");
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

    /** Of the alerts that it belongs to. */
    public List<String> alertIds() {
        return StreamSupport.stream(document.at("/chartwarden/rule_hits").spliterator(), false)
                .flatMap(hit -> Found.text(hit, "/alert_id").stream())
                .distinct()
                .toList();
    }
}
