package org.chartwarden.sink.mail.engine;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.chartwarden.model.Alert;
import org.chartwarden.model.AlertStatus;
import org.chartwarden.model.Department;
import org.chartwarden.sink.mail.MailedAlert;

/**
 * What the engine keeps of an alert.
 *
 * @param mailed what a mail may say of it
 * @param ruleId its rule's
 * @param departmentIds of the person whose story it is; empty in a patient's story
 * @param explained paperwork has closed it
 * @param lastAccess time of the story's latest access
 * @param reopened when it was decided before accesses went on and opened it again; the epoch when it was not. Mails from
 *     before do not count
 * @param origin of its newest record
 */
record AlertFacts(
        MailedAlert mailed,
        String ruleId,
        Set<String> departmentIds,
        boolean explained,
        Instant lastAccess,
        Instant reopened,
        Origin origin) {

    AlertFacts {
        departmentIds = Set.copyOf(departmentIds);
    }

    /** @throws IllegalArgumentException when its id is none */
    static AlertFacts of(Alert alert, Origin origin) {
        return new AlertFacts(
                mailed(alert, origin),
                alert.getRuleId(),
                alert.getUserDepartments().stream().map(Department::getId).collect(Collectors.toSet()),
                alert.getStatus() == AlertStatus.EXPLAINED,
                alert.getLastEventTime(),
                alert.getDecidedAt() == null ? Instant.EPOCH : alert.getDecidedAt(),
                origin);
    }

    /** The alert does not tell since when it waits again: at the latest since this record was written. */
    private static MailedAlert mailed(Alert alert, Origin origin) {
        MailedAlert mailed = MailedAlert.of(alert, origin.written());
        return alert.getDecidedAt() == null
                ? mailed
                : new MailedAlert(mailed.id(), mailed.severity(), origin.written());
    }

    /** Whether it waits for an officer, and its rule wants mails. */
    static boolean isDue(Alert alert) {
        return alert.getMails() && alert.getStatus() == AlertStatus.OPEN;
    }

    String id() {
        return mailed.id().value();
    }

    boolean wasReopened() {
        return reopened.isAfter(Instant.EPOCH);
    }

    /** The same, waiting since another time. */
    AlertFacts raisedAt(Instant raised) {
        MailedAlert earlier = new MailedAlert(mailed.id(), mailed.severity(), raised);
        return new AlertFacts(earlier, ruleId, departmentIds, explained, lastAccess, reopened, origin);
    }
}
