package org.chartwarden.streams.topology;

import static org.apache.kafka.streams.kstream.Named.as;

import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.chartwarden.model.Disposition;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.Subject;
import org.chartwarden.serde.SerdeFactory;
import org.chartwarden.service.Counters;
import org.chartwarden.service.Counters.Count;
import org.chartwarden.streams.context.Timestamps;
import org.chartwarden.streams.decision.RememberOwner;
import org.chartwarden.streams.decision.RuleOnDisposition;
import org.chartwarden.streams.decision.Ruling;
import org.chartwarden.streams.decision.Standings;
import org.chartwarden.streams.judge.DecideProcessor;
import org.chartwarden.streams.judge.JudgeProcessor;
import org.chartwarden.streams.judge.JudgeSettings;
import org.chartwarden.streams.judge.JudgeStores;
import org.chartwarden.streams.judge.JudgedElsewhere;
import org.chartwarden.streams.judge.Judgement;
import org.chartwarden.streams.peer.Baselines;
import org.chartwarden.streams.peer.LearnPeers;
import org.chartwarden.streams.rule.RulePack;
import org.chartwarden.streams.state.AlertOwner;
import org.chartwarden.streams.state.AlertState;
import org.chartwarden.streams.state.Decided;
import org.chartwarden.streams.state.PeerDay;
import org.chartwarden.streams.state.PeerDays;
import org.chartwarden.streams.state.SubjectProfile;
import org.chartwarden.topic.Topics;

/**
 * The second half of the data's way, from an explained access to its alerts: judge by patient, then by user; learn what
 * is usual among peers; and take officers' decisions in.
 */
final class JudgeTopology {

    /**
     * Decisions come after the alerts that they decide, which come first. Not by their own time, which is today's: it
     * would move stream time on in the task that judges the patients, where every access of a back-fill would be late.
     */
    private static final TimestampExtractor AFTER_ALERTS = (record, partitionTime) -> 1;

    private final Supplier<RulePack> rules;
    private final JudgeSettings settings;
    private final Counters counters;
    private final Channels channels;

    /** @param rules those that run; may change at any time */
    JudgeTopology(JudgeSettings settings, Supplier<RulePack> rules, SerdeFactory serdes, Counters counters) {
        this.settings = settings;
        this.rules = rules;
        this.counters = counters;
        this.channels = new Channels(serdes);
    }

    /** Adds the stores, also {@link Standings#STORE}, which explaining asks. */
    void addStores(StreamsBuilder builder) {
        for (Subject subject : Subject.values()) {
            JudgeStores stores = JudgeStores.of(subject);
            // Whoever is at work acts again before the next commit: only the newest profile need be written.
            builder.addStateStore(
                    channels.store(stores.profiles(), SubjectProfile.class).withCachingEnabled());
            builder.addStateStore(channels.store(stores.alerts(), AlertState.class));
            builder.addStateStore(channels.texts(stores.agenda()));
        }
        builder.addStateStore(channels.store(LearnPeers.STORE, PeerDays.class));
        builder.addStateStore(channels.store(RememberOwner.STORE, AlertOwner.class));
        builder.addStateStore(channels.store(RuleOnDisposition.STORE, Decided.class));
        addStandings(builder);
        channels.addGlobal(builder, Baselines.STORE, Topics.BASELINES);
    }

    void addStandings(StreamsBuilder builder) {
        channels.addGlobal(builder, Standings.STORE, Topics.STANDINGS);
    }

    /** @param byPatient keyed by the patient, into whom others may have been merged */
    void judge(StreamsBuilder builder, KStream<String, ExplainedAccess> byPatient) {
        KStream<String, Judgement> ofPatients = judge(byPatient, Subject.PATIENT);
        KStream<String, Judgement> ofUsers = judge(
                ofPatients
                        .flatMap((patient, judgement) -> byUser(judgement), as("key-by-user"))
                        .repartition(channels.repartitioned("by-user", ExplainedAccess.class)),
                Subject.USER);
        tell(ofUsers);
        learn(ofUsers);
        KStream<String, Ruling> rulings = rule(builder);
        publish(ofPatients.merge(decide(rulings, Subject.PATIENT), as("alerts-of-patients")), Subject.PATIENT);
        publish(ofUsers.merge(decide(rulings, Subject.USER), as("alerts-of-users")), Subject.USER);
    }

    private KStream<String, Judgement> judge(KStream<String, ExplainedAccess> accesses, Subject subject) {
        JudgeStores stores = JudgeStores.of(subject);
        return accesses.process(
                () -> new JudgeProcessor(subject, rules, settings, counters),
                as("judge-" + word(subject)),
                stores.profiles(),
                stores.alerts(),
                stores.agenda());
    }

    private void tell(KStream<String, Judgement> judgements) {
        judgements
                .flatMapValues(judgement -> judgement.access().stream().toList(), as("judged-accesses"))
                .peek((user, access) -> count(access), as("count-accesses"))
                .to(Topics.EXPLAINED.name(), channels.into(Topics.EXPLAINED, "judge"));
    }

    /** An access counts once, however often it is revised. */
    private void count(ExplainedAccess access) {
        if (access.getRevision() <= 1) {
            counters.add(Count.EXPLAINED);
            counters.add(Count.LATE, access.getLate() ? 1 : 0);
            counters.add(Count.SILENCED, access.getSilencedBy() != null ? 1 : 0);
        }
    }

    private void learn(KStream<String, Judgement> ofUsers) {
        ofUsers.flatMap(
                        (user, judgement) -> judgement.closedDays().stream()
                                .map(day -> LearnPeers.day(user, day))
                                .toList(),
                        as("closed-days"))
                .repartition(channels.repartitioned("by-peers", PeerDay.class))
                .process(LearnPeers::new, as("learn-peers"), LearnPeers.STORE)
                .to(Topics.BASELINES.name(), channels.into(Topics.BASELINES, "peers"));
    }

    private KStream<String, Ruling> rule(StreamsBuilder builder) {
        builder.stream(Topics.ALERTS.name(), channels.from(Topics.ALERTS, Timestamps.CONTEXT_FIRST))
                .process(RememberOwner::new, as("remember-owner"), RememberOwner.STORE);
        KStream<String, Ruling> rulings = builder.stream(
                        Topics.DISPOSITIONS.name(), channels.from(Topics.DISPOSITIONS, AFTER_ALERTS))
                .processValues(
                        RuleOnDisposition::new,
                        as("rule-on-disposition"),
                        RememberOwner.STORE,
                        RuleOnDisposition.STORE);
        rulings.flatMap((alert, ruling) -> ruling.changes(), as("standings-of-ruling"))
                .to(Topics.STANDINGS.name(), channels.into(Topics.STANDINGS, "rulings"));
        return rulings;
    }

    private KStream<String, Judgement> decide(KStream<String, Ruling> rulings, Subject subject) {
        JudgeStores stores = JudgeStores.of(subject);
        return rulings.filter((alert, ruling) -> ruling.subject() == subject, as("decided-of-" + word(subject)))
                .map(
                        (alert, ruling) -> KeyValue.pair(ruling.key(), ruling.disposition()),
                        as("key-decision-by-" + word(subject)))
                .repartition(channels.repartitioned("decisions-by-" + word(subject), Disposition.class))
                .process(
                        () -> new DecideProcessor(subject, counters),
                        as("decide-" + word(subject)),
                        stores.alerts(),
                        stores.agenda());
    }

    private void publish(KStream<String, Judgement> judgements, Subject subject) {
        judgements
                .flatMap(
                        (key, judgement) -> judgement.alerts().stream()
                                .map(alert -> KeyValue.pair(alert.getAlertId(), alert))
                                .toList(),
                        as("revised-alerts-of-" + word(subject)))
                .to(Topics.ALERTS.name(), channels.into(Topics.ALERTS, word(subject)));
    }

    private static List<KeyValue<String, ExplainedAccess>> byUser(Judgement judgement) {
        return judgement.access().stream()
                .flatMap(access -> JudgedElsewhere.userKeys(access).stream().map(key -> KeyValue.pair(key, access)))
                .toList();
    }

    private static String word(Subject subject) {
        return switch (subject) {
            case USER -> "user";
            case PATIENT -> "patient";
        };
    }
}
