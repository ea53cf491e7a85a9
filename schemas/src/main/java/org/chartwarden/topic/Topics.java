package org.chartwarden.topic;

import java.time.Duration;
import java.util.List;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.Alert;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.ChainLink;
import org.chartwarden.model.ChainPage;
import org.chartwarden.model.DeadLetter;
import org.chartwarden.model.Disposition;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.Habit;
import org.chartwarden.model.Instruction;
import org.chartwarden.model.Moved;
import org.chartwarden.model.Notification;
import org.chartwarden.model.Patient;
import org.chartwarden.model.PeerBaseline;
import org.chartwarden.model.RuleText;
import org.chartwarden.model.Standing;
import org.chartwarden.model.WatchEntry;
import org.chartwarden.model.WorkforceMember;
import org.chartwarden.topic.Topic.Cleanup;

/**
 * The topic catalogue. All topics have the same number of partitions, because accesses, patients and care are joined
 * by patient and so must be partitioned alike.
 */
public final class Topics {

    private static final Duration REPLAY = Duration.ofDays(30);
    private static final Duration EVIDENCE = Duration.ofDays(400);

    /** A dead letter holds the raw bytes of a whole file line or HTTP body part. */
    public static final int DEAD_LETTER_BYTES = 32 * Topic.ONE_MEBIBYTE;

    public static final Topic<AccessEvent> ACCESS = new Topic<>(
            "ehr.access",
            AccessEvent.class,
            "patientId; without a patient the eventId",
            Cleanup.DELETE,
            REPLAY,
            Topic.ONE_MEBIBYTE,
            "Every access as it arrived. Kept for a month: time enough to notice and mend a fault behind it.");

    public static final Topic<Patient> PATIENTS = new Topic<>(
            "ehr.patients",
            Patient.class,
            "patientId",
            Cleanup.COMPACT,
            Topic.FOREVER,
            Topic.ONE_MEBIBYTE,
            "The patient master: the newest version of each patient.");

    public static final Topic<CareEvent> CARE = new Topic<>(
            "ehr.care",
            CareEvent.class,
            "patientId",
            Cleanup.DELETE,
            EVIDENCE,
            Topic.ONE_MEBIBYTE,
            "Evidence of treatment. Not compacted, since a patient has many; kept longer than any relationship window.");

    public static final Topic<WorkforceMember> WORKFORCE = new Topic<>(
            "ehr.workforce",
            WorkforceMember.class,
            "recordId",
            Cleanup.COMPACT,
            Topic.FOREVER,
            Topic.ONE_MEBIBYTE,
            "The staff: small, so every instance of the topology holds all of it.");

    public static final Topic<WatchEntry> WATCH_LIST = new Topic<>(
            "ehr.watch-list",
            WatchEntry.class,
            "entryId",
            Cleanup.COMPACT,
            Topic.FOREVER,
            Topic.ONE_MEBIBYTE,
            "Patients on watch lists: few, so every instance of the topology holds all of them.");

    public static final Topic<Moved> MOVED = new Topic<>(
            "ehr.moved",
            Moved.class,
            "the patientId that it moves to",
            Cleanup.DELETE,
            REPLAY,
            2 * Topic.ONE_MEBIBYTE,
            "What belongs to merged patients, on its way to the record that is left. Written and read by the topology.");

    public static final Topic<DeadLetter> DEAD_LETTER = new Topic<>(
            "ehr.dead-letter",
            DeadLetter.class,
            "deadLetterId",
            Cleanup.DELETE,
            EVIDENCE,
            DEAD_LETTER_BYTES,
            "What could not be understood or stored, whole and with its reason, until somebody has corrected it.");

    public static final Topic<ExplainedAccess> EXPLAINED = new Topic<>(
            "audit.access",
            ExplainedAccess.class,
            "userId; without a user the eventId",
            Cleanup.DELETE,
            REPLAY,
            2 * Topic.ONE_MEBIBYTE,
            "Every access with its explanations and rule hits, on its way to Elasticsearch.");

    public static final Topic<Alert> ALERTS = new Topic<>(
            "audit.alerts",
            Alert.class,
            "alertId",
            Cleanup.COMPACT,
            Topic.FOREVER,
            Topic.ONE_MEBIBYTE,
            "The newest revision of each alert, for as long as evidence must be kept.");

    public static final Topic<Disposition> DISPOSITIONS = new Topic<>(
            "audit.dispositions",
            Disposition.class,
            "alertId",
            Cleanup.DELETE,
            Topic.FOREVER,
            Topic.ONE_MEBIBYTE,
            "What officers decided. Never deleted: decisions are evidence.");

    public static final Topic<Standing> STANDINGS = new Topic<>(
            "audit.standings",
            Standing.class,
            "what it is about, and the alertId",
            Cleanup.COMPACT,
            Topic.FOREVER,
            Topic.ONE_MEBIBYTE,
            "What decisions allow and what they confirmed; small, so every instance of the topology holds all of it.");

    public static final Topic<Habit> HABITS = new Topic<>(
            "audit.habits",
            Habit.class,
            "kind, group and department",
            Cleanup.COMPACT,
            Topic.FOREVER,
            Topic.ONE_MEBIBYTE,
            "What the hospital habitually does, learned by the topology and read by all its instances.");

    public static final Topic<PeerBaseline> BASELINES = new Topic<>(
            "audit.baselines",
            PeerBaseline.class,
            "ruleId and peerGroup",
            Cleanup.COMPACT,
            Topic.FOREVER,
            Topic.ONE_MEBIBYTE,
            "What is usual among peers, learned by the topology and read by all its instances.");

    public static final Topic<Instruction> INSTRUCTIONS = new Topic<>(
            "audit.instructions",
            Instruction.class,
            "instructionId",
            Cleanup.COMPACT,
            Topic.FOREVER,
            Topic.ONE_MEBIBYTE,
            "What else officers ordered: legal holds, mails that they do not want, notices, packets handed out.");

    public static final Topic<RuleText> RULES = new Topic<>(
            "audit.rules",
            RuleText.class,
            "ruleTextId",
            Cleanup.COMPACT,
            Topic.FOREVER,
            Topic.ONE_MEBIBYTE,
            "The text of every rule that ever judged: evidence for the alerts that it raised.");

    public static final Topic<Notification> NOTIFICATIONS = new Topic<>(
            "audit.notifications",
            Notification.class,
            "messageId",
            Cleanup.COMPACT,
            Topic.FOREVER,
            Topic.ONE_MEBIBYTE,
            "Which mails were planned and sent, so that none is sent twice.");

    public static final Topic<ChainLink> CHAIN = new Topic<>(
            "audit.chain",
            ChainLink.class,
            "always the same, so that the links have one order",
            Cleanup.DELETE,
            Topic.FOREVER,
            Topic.ONE_MEBIBYTE,
            "The hash chain over all evidence. Never deleted: it is what Elasticsearch is checked against.");

    public static final Topic<ChainPage> CHAIN_PAGES = new Topic<>(
            "audit.chain-pages",
            ChainPage.class,
            "the link's sequence",
            Cleanup.DELETE,
            REPLAY,
            2 * Topic.ONE_MEBIBYTE,
            "What each link seals, on its way to Elasticsearch. Protected by the chain.");

    /** Every topic, in the order in which the data flows. */
    public static final List<Topic<?>> ALL = List.of(
            ACCESS,
            PATIENTS,
            CARE,
            WORKFORCE,
            WATCH_LIST,
            MOVED,
            DEAD_LETTER,
            EXPLAINED,
            ALERTS,
            DISPOSITIONS,
            STANDINGS,
            HABITS,
            BASELINES,
            INSTRUCTIONS,
            RULES,
            NOTIFICATIONS,
            CHAIN,
            CHAIN_PAGES);

    private Topics() {}
}
