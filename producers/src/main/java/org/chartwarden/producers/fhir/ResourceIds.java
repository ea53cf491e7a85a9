package org.chartwarden.producers.fhir;

import org.chartwarden.producers.source.Refusal;
import org.hl7.fhir.r4.model.Resource;

/** Logical ids of resources. */
final class ResourceIds {

    private ResourceIds() {}

    /** @throws Refusal when the resource has none: nothing could refer to it, nor replace it */
    static String required(Resource resource) throws Refusal {
        return Text.present(resource.getIdElement().getIdPart())
                .orElseThrow(() -> new Refusal(
                        resource.fhirType() + ".id", "is missing; the logical id is required, which others refer to"));
    }

    /** Resource type and logical id, such as {@code Encounter/e17}. */
    static String typed(Resource resource) throws Refusal {
        return resource.fhirType() + "/" + required(resource);
    }
}
