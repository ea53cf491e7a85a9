package org.chartwarden.sink.elasticsearch;

import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.Relation;

/** What an access' document says of the patient, and of what user and patient have to do with each other. */
final class PatientFields {

    private static final int DISTANCE_STEP_METERS = 50;
    private static final int FARTHEST_METERS = 2000;

    private PatientFields() {}

    /** Nothing of an access without a patient: a flag that is false would read as if somebody had looked. */
    static void put(Fields fields, ExplainedAccess explained) {
        if (explained.getAccess().getPatientId() == null) {
            return;
        }
        fields.put("patient.id", explained.getAccess().getPatientId())
                .put("patient.merged_into", explained.getMergedInto())
                .put("patient.known", explained.getPatientKnown())
                .put("patient.vip", explained.getPatientVip())
                .put("patient.user_id", explained.getPatientUserId())
                .put("patient.deceased", explained.getPatientDeceased())
                .put("patient.days_since_death", explained.getDaysSinceDeath())
                .put("patient.security_labels", explained.getPatientSecurityLabels())
                .put("patient.days_since_care", explained.getDaysSinceCare())
                .put("patient.days_since_departments_care", explained.getDaysSinceDepartmentsCare())
                .put("patient.confirmed_violations", explained.getPatientConfirmedViolations());
        // Where no rule fired nobody asks who is close to whom, and it is nobody's business.
        if (explained.getAccess().getUserId() != null
                && !explained.getRuleHits().isEmpty()) {
            putRelation(fields, explained.getRelation());
        }
    }

    /** The closeness itself; the names and addresses that it follows from never leave the topology. */
    private static void putRelation(Fields fields, Relation relation) {
        fields.put("chartwarden.relation.same_family_name", relation.getSameFamilyName())
                .put("chartwarden.relation.family_name_share", relation.getFamilyNameShare())
                .put("chartwarden.relation.same_address", relation.getSameAddress())
                .put("chartwarden.relation.same_street", relation.getSameStreet())
                .put("chartwarden.relation.distance_meters", coarse(relation.getDistanceMeters()))
                .put("chartwarden.relation.related", relation.getRelated());
    }

    /** From the exact distances to several colleagues anybody could work out where the patient lives. */
    private static Integer coarse(Integer meters) {
        return meters == null || meters > FARTHEST_METERS
                ? null
                : DISTANCE_STEP_METERS * Math.round(meters / (float) DISTANCE_STEP_METERS);
    }
}
