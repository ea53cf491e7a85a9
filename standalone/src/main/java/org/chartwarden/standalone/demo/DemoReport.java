package org.chartwarden.standalone.demo;

import java.nio.file.Path;
import java.util.List;
import org.chartwarden.model.Alert;
import org.chartwarden.standalone.check.Conservation;
import org.chartwarden.standalone.check.Scorecard;

/**
 * What a simulated day came to.
 *
 * @param sent AuditEvents that were sent, the repeated ones included
 * @param received of these, how many the listener says it has read
 * @param explained accesses for which a reason was found
 * @param alerts the newest revision of each alert
 * @param mailing how many alerts that mail were open at one time: paperwork may have explained some of them since
 * @param mails the mails that arrived in the mailbox
 */
public record DemoReport(
        long sent,
        long received,
        long explained,
        List<Alert> alerts,
        long mailing,
        List<Path> mails,
        Scorecard scorecard,
        Conservation conservation) {

    /**
     * Every planted incident was found, no innocent was accused, no event was lost, and each alert that mails and was
     * open was mailed once.
     */
    public boolean passed() {
        return scorecard.isPerfect() && nothingLost() && mails.size() == mailing;
    }

    boolean nothingLost() {
        return conservation.holds() && sent == received && received == conservation.produced() + deadLettered();
    }

    long deadLettered() {
        return conservation.deadLettered().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
