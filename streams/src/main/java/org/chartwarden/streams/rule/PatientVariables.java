package org.chartwarden.streams.rule;

import static org.chartwarden.streams.rule.Variable.number;
import static org.chartwarden.streams.rule.Variable.text;
import static org.chartwarden.streams.rule.Variable.told;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwarden.model.ExplainedAccess;

/** What a condition can say of the patient, and of what user and patient have to do with each other in private. */
final class PatientVariables {

    /** Eighteen digits: a whole number of CEL holds any of them. */
    private static final Pattern LAST_DIGITS = Pattern.compile("[0-9]{1,18}$");

    static final Variable ID = told(
            "patient.id",
            "",
            "whose record it was; empty when the act had no patient",
            access -> text(access.getAccess().getPatientId()));

    static final List<Variable> ALL = List.of(
            ID,
            told("patient.known", false, "the patient feed knows the patient", ExplainedAccess::getPatientKnown),
            told(
                    "patient.vip",
                    false,
                    "the patient is a VIP, by the record's own label or on a watch list at that time",
                    ExplainedAccess::getPatientVip),
            told(
                    "patient.isCoworker",
                    false,
                    "the patient is another member of the workforce",
                    access -> access.getPatientUserId() != null && !isUser(access)),
            told("patient.isUser", false, "the patient is the user", PatientVariables::isUser),
            told("patient.deceased", false, "the patient has died", ExplainedAccess::getPatientDeceased),
            told(
                    "patient.daysSinceDeath",
                    -1L,
                    "whole days from death to the access",
                    access -> number(access.getDaysSinceDeath())),
            told(
                    "patient.securityLabels",
                    List.of(),
                    "codes of how sensitive the record is, by its own labels and by watch lists at that time",
                    ExplainedAccess::getPatientSecurityLabels),
            told(
                    "patient.daysSinceCare",
                    -1L,
                    "whole days since the patient's latest care, 0 while it lasts",
                    access -> number(access.getDaysSinceCare())),
            told(
                    "patient.daysSinceDepartmentsCare",
                    -1L,
                    "the same, for care in the user's departments",
                    access -> number(access.getDaysSinceDepartmentsCare())),
            told(
                    "patient.number",
                    -1L,
                    "the number that the digits at the end of the id are",
                    access -> lastDigits(text(access.getAccess().getPatientId()))),
            told(
                    "patient.confirmed",
                    0L,
                    "violations on the patient's record that officers confirmed in the year before",
                    access -> (long) access.getPatientConfirmedViolations()),
            told(
                    "relation.sameFamilyName",
                    false,
                    "user and patient bear the same family name",
                    access -> access.getRelation().getSameFamilyName()),
            told(
                    "relation.familyNameShare",
                    -1.0,
                    "which share of other patients bears that name, from 0 to 1",
                    access -> Objects.requireNonNullElse(access.getRelation().getFamilyNameShare(), -1.0)),
            told(
                    "relation.sameAddress",
                    false,
                    "they live at the same address",
                    access -> access.getRelation().getSameAddress()),
            told(
                    "relation.sameStreet",
                    false,
                    "they live in the same street of the same place",
                    access -> access.getRelation().getSameStreet()),
            told(
                    "relation.distanceMeters",
                    -1L,
                    "how far apart they live",
                    access -> number(access.getRelation().getDistanceMeters())),
            told(
                    "relation.related",
                    false,
                    "the user is on record as the patient's relative or proxy",
                    access -> access.getRelation().getRelated()));

    private PatientVariables() {}

    private static boolean isUser(ExplainedAccess access) {
        return access.getPatientUserId() != null
                && access.getPatientUserId().equals(access.getAccess().getUserId());
    }

    private static Long lastDigits(String id) {
        Matcher digits = LAST_DIGITS.matcher(id);
        return digits.find() ? Long.parseLong(digits.group()) : -1L;
    }
}
