package org.chartwarden.producers.http;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.chartwarden.producers.fhir.FhirTypes;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementKind;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.SystemRestfulInteraction;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;

/** What this door takes, as FHIR R4's CapabilityStatement (5.1) says it. */
final class Capabilities {

    private final Gate gate;
    private final Date since;

    /** @param since when the door was opened */
    Capabilities(Gate gate, Instant since) {
        this.gate = gate;
        this.since = Date.from(since);
    }

    /** As it is now: the tokens file may have changed. */
    CapabilityStatement statement() {
        CapabilityStatement statement = new CapabilityStatement()
                .setStatus(PublicationStatus.ACTIVE)
                .setDate(since)
                .setKind(CapabilityStatementKind.INSTANCE)
                .setFhirVersion(FHIRVersion._4_0_1)
                .addFormat("json")
                .addFormat(MediaTypes.FHIR_JSON);
        statement.getSoftware().setName("Chartwarden");
        statement.getImplementation().setDescription("Takes audit events, and what explains them; gives nothing back");
        CapabilityStatementRestComponent rest = statement.addRest().setMode(RestfulCapabilityMode.SERVER);
        rest.getSecurity()
                .setDescription(gate.asksForToken() ? "A bearer token is required." : "No token is asked for.");
        if (gate.isOpenFor(Accepted.AUDIT)) {
            type(rest, FhirTypes.AUDIT_EVENT, List.of(TypeRestfulInteraction.CREATE));
        }
        if (gate.isOpenFor(Accepted.CONTEXT)) {
            FhirTypes.CONTEXT.forEach(
                    type -> type(rest, type, List.of(TypeRestfulInteraction.CREATE, TypeRestfulInteraction.UPDATE)));
        }
        rest.addInteraction().setCode(SystemRestfulInteraction.BATCH);
        rest.addInteraction().setCode(SystemRestfulInteraction.TRANSACTION);
        return statement;
    }

    private static void type(
            CapabilityStatementRestComponent rest, String type, List<TypeRestfulInteraction> interactions) {
        var resource = rest.addResource().setType(type);
        interactions.forEach(interaction -> resource.addInteraction().setCode(interaction));
    }
}
