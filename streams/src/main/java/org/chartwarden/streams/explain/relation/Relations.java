package org.chartwarden.streams.explain.relation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.chartwarden.model.Address;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.CareKind;
import org.chartwarden.model.Patient;
import org.chartwarden.model.Relation;
import org.chartwarden.streams.context.Person;

/** What a user and a patient have to do with each other in private. */
public final class Relations {

    private Relations() {}

    /**
     * Only flags and distances: neither names nor addresses come out.
     *
     * @param care of the patient; its RELATED_PERSON events tell of kinship
     * @param familyNameShare which share of the other patients bears the user's family name
     */
    public static Relation of(
            Person user, Optional<Patient> patient, List<CareEvent> care, OptionalDouble familyNameShare) {
        String familyName = patient.map(Patient::getFamilyName).orElse(null);
        Address address = patient.map(Patient::getAddress).orElse(null);
        boolean sameName = FamilyName.isShared(user.familyName(), familyName);
        Dwelling home = Dwelling.of(user.address());
        Dwelling patientsHome = Dwelling.of(address);
        OptionalInt meters = Distance.meters(user.address(), address);
        return Relation.newBuilder()
                .setSameFamilyName(sameName)
                .setFamilyNameShare(sameName && familyNameShare.isPresent() ? familyNameShare.getAsDouble() : null)
                .setSameAddress(home.isSameAddress(patientsHome))
                .setSameStreet(home.isSameStreet(patientsHome))
                .setDistanceMeters(meters.isPresent() ? meters.getAsInt() : null)
                .setRelated(care.stream().anyMatch(event -> isKinship(event, user)))
                .build();
    }

    private static boolean isKinship(CareEvent event, Person user) {
        return event.getKind() == CareKind.RELATED_PERSON
                && event.getRelatedPatientIds().stream().anyMatch(user.patientIds()::contains);
    }
}
