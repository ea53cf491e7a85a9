package org.chartwarden.producers.fhir;

import java.time.ZoneId;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.CareKind;
import org.chartwarden.producers.source.Refusal;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** What all resources that become a {@link CareEvent} have in common. */
final class Care {

    /** Makes one kind of resource a care event. */
    @FunctionalInterface
    interface Mapper<R extends Resource> {

        /**
         * @param zone the site's, in which a date without a time is a day
         * @throws Refusal naming the element that is wrong
         */
        CareEvent map(R resource, ZoneId zone) throws Refusal;
    }

    private Care() {}

    /**
     * Begins a care event.
     *
     * @param path the element that refers to the patient
     */
    static CareEvent.Builder of(Resource resource, CareKind kind, Reference patient, String path) throws Refusal {
        return CareEvent.newBuilder()
                .setCareId(ResourceIds.typed(resource))
                .setPatientId(References.patientId(patient, path))
                .setKind(kind)
                .setUpdatedAt(FhirTimes.updatedAt(resource));
    }

    /**
     * A status that FHIR requires.
     *
     * @param examples codes that are allowed, such as {@code in-progress or finished}
     * @throws Refusal when it is missing: whether the care was cancelled would be a guess
     */
    static <T> T status(T status, String path, String examples) throws Refusal {
        if (status == null) {
            throw new Refusal(path, "is missing; a code such as " + examples + " is required");
        }
        return status;
    }
}
