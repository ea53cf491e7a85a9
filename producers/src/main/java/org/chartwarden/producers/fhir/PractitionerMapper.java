package org.chartwarden.producers.fhir;

import org.chartwarden.model.WorkforceMember;
import org.chartwarden.producers.source.Refusal;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Practitioner;

/** FHIR R4 Practitioner (8.4) to {@link WorkforceMember}: who somebody is. */
final class PractitionerMapper {

    private PractitionerMapper() {}

    static WorkforceMember map(Practitioner practitioner) throws Refusal {
        HumanName name = Text.name(practitioner.getName());
        return WorkforceMember.newBuilder()
                .setRecordId(ResourceIds.typed(practitioner))
                .setUserId(ResourceIds.required(practitioner))
                .setFamilyName(Text.familyName(name))
                .setGivenName(Text.givenNames(name))
                .setPatientId(RecordNumbers.of(practitioner.getIdentifier())
                        .findFirst()
                        .orElse(null))
                .setActive(!practitioner.hasActive() || practitioner.getActive())
                .setAddress(Addresses.home(practitioner.getAddress(), "Practitioner.address"))
                .setUpdatedAt(FhirTimes.updatedAt(practitioner))
                .build();
    }
}
