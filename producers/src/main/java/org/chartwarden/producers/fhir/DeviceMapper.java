package org.chartwarden.producers.fhir;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chartwarden.model.MemberKind;
import org.chartwarden.model.WorkforceMember;
import org.chartwarden.producers.source.Refusal;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Device.DeviceNameType;
import org.hl7.fhir.r4.model.Device.FHIRDeviceStatus;

/** FHIR R4 Device (8.13) to {@link WorkforceMember}: a machine or a service account that acts under its own id. */
final class DeviceMapper {

    private static final Set<String> SERVICE_WORDS = Set.of("software", "service-account");
    private static final String SNOMED = "http://snomed.info/sct";
    private static final String SOFTWARE_APPLICATION = "706687001";

    private DeviceMapper() {}

    static WorkforceMember map(Device device) throws Refusal {
        return WorkforceMember.newBuilder()
                .setRecordId(ResourceIds.typed(device))
                .setUserId(ResourceIds.required(device))
                .setFamilyName(name(device).orElse(null))
                .setDepartments(References.departments(List.of(device.getLocation()), List.of()))
                .setActive(isActive(device.getStatus()))
                .setKind(isService(device.getType()) ? MemberKind.SERVICE : MemberKind.DEVICE)
                .setUpdatedAt(FhirTimes.updatedAt(device))
                .build();
    }

    /** The name that its users call it by, else the first. */
    private static Optional<String> name(Device device) {
        return Stream.concat(
                        device.getDeviceName().stream()
                                .filter(name -> name.getType() == DeviceNameType.USERFRIENDLYNAME),
                        device.getDeviceName().stream())
                .flatMap(name -> Text.present(name.getName()).stream())
                .findFirst();
    }

    private static boolean isActive(FHIRDeviceStatus status) {
        return status != FHIRDeviceStatus.INACTIVE && status != FHIRDeviceStatus.ENTEREDINERROR;
    }

    private static boolean isService(CodeableConcept type) {
        return type.hasCoding(SNOMED, SOFTWARE_APPLICATION)
                || Stream.concat(Text.codes(type), Text.present(type.getText()).stream())
                        .anyMatch(SERVICE_WORDS::contains);
    }
}
