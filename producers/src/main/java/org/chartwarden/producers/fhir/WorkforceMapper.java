package org.chartwarden.producers.fhir;

import java.util.List;
import java.util.Optional;
import org.chartwarden.model.Department;
import org.chartwarden.model.WorkforceMember;
import org.chartwarden.producers.reader.Refusal;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;

/** FHIR R4 Practitioner (8.4) and PractitionerRole (8.5) to {@link WorkforceMember}. */
final class WorkforceMapper {

    private static final String IDENTIFIER_TYPE = "http://terminology.hl7.org/CodeSystem/v2-0203";
    private static final String MEDICAL_RECORD = "MR";

    private WorkforceMapper() {}

    static WorkforceMember map(Practitioner practitioner) throws Refusal {
        HumanName name = Text.name(practitioner.getName());
        return WorkforceMember.newBuilder()
                .setRecordId(ResourceIds.typed(practitioner))
                .setUserId(ResourceIds.required(practitioner))
                .setFamilyName(Text.familyName(name))
                .setGivenName(Text.givenNames(name))
                .setDepartments(List.of())
                .setPatientId(ownPatientId(practitioner).orElse(null))
                .setActive(!practitioner.hasActive() || practitioner.getActive())
                .build();
    }

    static WorkforceMember map(PractitionerRole role) throws Refusal {
        return WorkforceMember.newBuilder()
                .setRecordId(ResourceIds.typed(role))
                .setUserId(References.id(role.getPractitioner())
                        .orElseThrow(() -> new Refusal(
                                "PractitionerRole.practitioner",
                                "does not identify the person; a reference such as Practitioner/123 is required")))
                .setDepartments(departments(role))
                .setRoles(role.getCode().stream()
                        .flatMap(code -> Text.codeOrWords(code).stream())
                        .distinct()
                        .toList())
                .setActive(!role.hasActive() || role.getActive())
                .build();
    }

    private static List<Department> departments(PractitionerRole role) {
        List<Department> locations = role.getLocation().stream()
                .flatMap(location -> References.department(location).stream())
                .distinct()
                .toList();
        return locations.isEmpty()
                ? References.department(role.getOrganization()).stream().toList()
                : locations;
    }

    private static Optional<String> ownPatientId(Practitioner practitioner) {
        return practitioner.getIdentifier().stream()
                .filter(WorkforceMapper::isMedicalRecordNumber)
                .flatMap(identifier -> Text.present(identifier.getValue()).stream())
                .findFirst();
    }

    private static boolean isMedicalRecordNumber(Identifier identifier) {
        return identifier.getType().hasCoding(IDENTIFIER_TYPE, MEDICAL_RECORD);
    }
}
