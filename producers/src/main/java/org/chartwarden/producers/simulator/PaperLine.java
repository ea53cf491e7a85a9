package org.chartwarden.producers.simulator;

import ca.uhn.fhir.context.FhirContext;
import java.time.Instant;
import org.hl7.fhir.r4.model.Resource;

/**
 * A paper on its way.
 *
 * @param arrival when it reaches Chartwarden
 * @param patientId whose it is; empty when it is nobody's or of several
 * @param json the FHIR R4 resource in one line
 */
public record PaperLine(Instant arrival, String patientId, String json) {

    static PaperLine of(Instant arrival, String patientId, Resource resource) {
        return new PaperLine(
                arrival,
                patientId,
                FhirContext.forR4Cached().newJsonParser().encodeResourceToString(FhirTerms.marked(resource)));
    }
}
