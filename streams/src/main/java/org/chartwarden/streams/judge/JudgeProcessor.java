package org.chartwarden.streams.judge;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.chartwarden.model.Alert;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.Subject;
import org.chartwarden.service.Counters;
import org.chartwarden.streams.memory.Newest;
import org.chartwarden.streams.peer.Baselines;
import org.chartwarden.streams.rule.RulePack;
import org.chartwarden.streams.state.SubjectProfile;

/**
 * The place where the rules about one subject judge. Keyed by the subject, so that all that is remembered of it is in one
 * profile: one read and one write per access however many rules there are.
 */
public final class JudgeProcessor implements Processor<String, ExplainedAccess, String, Judgement> {

    private static final Duration EVERY = Duration.ofSeconds(1);

    /** As many as act at the same time in one task. */
    private static final int AT_WORK = 256;

    private final Subject subject;
    private final Supplier<RulePack> rules;
    private final JudgeSettings settings;
    private final Counters counters;

    private ProcessorContext<String, Judgement> context;
    private KeptAlerts alerts;
    private Judge judge;

    /** @param rules those that run; may change at any time */
    public JudgeProcessor(Subject subject, Supplier<RulePack> rules, JudgeSettings settings, Counters counters) {
        this.subject = subject;
        this.rules = rules;
        this.settings = settings;
        this.counters = counters;
    }

    @Override
    public void init(ProcessorContext<String, Judgement> context) {
        this.context = context;
        JudgeStores stores = JudgeStores.of(subject);
        alerts = new KeptAlerts(context, stores);
        Judge.Memory memory = new Judge.Memory(
                profiles(context.getStateStore(stores.profiles())),
                alerts,
                new Baselines(context.getStateStore(Baselines.STORE)),
                () -> Instant.ofEpochMilli(context.currentSystemTimeMs()),
                Transitions.counted(counters));
        judge = new Judge(subject, ActiveRules.of(rules, subject, settings.horizon()), settings, memory);
        context.schedule(EVERY, PunctuationType.WALL_CLOCK_TIME, this::openDue);
    }

    @Override
    public void process(Record<String, ExplainedAccess> record) {
        Judgement judgement = JudgedElsewhere.because(subject, record.key(), record.value())
                .map(because -> judge.forget(record.key(), record.value(), because))
                .orElseGet(() -> judge.judge(record.key(), record.value()));
        context.forward(record.withValue(judgement));
    }

    private void openDue(long now) {
        alerts.lookAtDue(Instant.ofEpochMilli(now), (key, alertId) -> {
            List<Alert> opened = judge.open(key, alertId);
            context.forward(new Record<>(key, Judgement.onlyAlerts(opened), now));
        });
    }

    /** Those of whoever is at work are not read again for each access: nobody else writes them. */
    private static Profiles profiles(KeyValueStore<String, SubjectProfile> store) {
        Newest<String, SubjectProfile> newest = new Newest<>(AT_WORK);
        return new Profiles() {
            @Override
            public SubjectProfile get(String key) {
                SubjectProfile known = newest.get(key);
                return known == null ? store.get(key) : known;
            }

            @Override
            public void put(String key, SubjectProfile profile) {
                store.put(key, profile);
                newest.put(key, profile);
            }
        };
    }
}
