package org.chartwarden.sink.mail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is said besides alerts: to an employee, and of the hash chain. */
final class OtherWords {

    private OtherWords() {}

    static Letter of(CourtesyNotice notice) {
        Site site = notice.site();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Day", notice.day().toString());
        facts.put("System", site.system());
        facts.put("Contact", site.contact());
        return new Letter(
                "[%s] About a record you opened on %s".formatted(site.system(), notice.day()),
                "A COURTESY NOTICE",
                Optional.empty(),
                List.of(
                        "On " + notice.day() + " you opened a patient's record, and " + site.system()
                                + " has not found what in your work it was for.",
                        "This is a reminder and no accusation. If it was for your work, you need not do anything. If it"
                                + " was not, please do not open it again.",
                        "Every access to a patient's record is logged. If you have a question, ask " + site.contact()
                                + "."),
                facts,
                List.of(),
                Optional.empty(),
                List.of("You get this mail because a privacy officer has released it to you. It names no patient on"
                        + " purpose; please leave such names out of an answer as well."));
    }

    static Letter of(ChainHeadNotice notice) {
        Site site = notice.site();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Link", Long.toString(notice.sequence()));
        facts.put("SHA-256", notice.hash().value());
        facts.put("Sealed", Times.show(notice.sealedAt(), site));
        facts.put("Leaves", Integer.toString(notice.leaves()));
        facts.put("System", site.system());
        facts.put("Contact", site.contact());
        return new Letter(
                "[%s] Head of the hash chain: link %d".formatted(site.system(), notice.sequence()),
                "HEAD OF THE HASH CHAIN",
                Optional.empty(),
                List.of(
                        "This is the newest link of the chain that seals accesses, alerts and decisions.",
                        "Keep this mail: as long as the link of this number has this hash, nothing that was sealed up to"
                                + " it has been changed."),
                facts,
                List.of(),
                Optional.empty(),
                List.of("You get it once a day because the setting chain.head.mail names this address. It names no"
                        + " person."));
    }
}
