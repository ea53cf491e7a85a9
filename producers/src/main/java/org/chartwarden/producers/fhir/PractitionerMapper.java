package org.chartwarden.producers.fhir;

import java.util.Comparator;
import org.chartwarden.model.WorkforceMember;
import org.chartwarden.producers.source.Refusal;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
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
                .setEmail(workEmail(practitioner))
                .setUpdatedAt(FhirTimes.updatedAt(practitioner))
                .build();
    }

    /** The work address, else one that is not said to be private. */
    private static String workEmail(Practitioner practitioner) {
        return practitioner.getTelecom().stream()
                .filter(each -> each.getSystem() == ContactPointSystem.EMAIL && each.hasValue())
                .filter(each -> each.getUse() == null || each.getUse() == ContactPointUse.WORK)
                .min(Comparator.comparing(each -> each.getUse() == ContactPointUse.WORK ? 0 : 1))
                .map(ContactPoint::getValue)
                .orElse(null);
    }
}
