package org.chartwarden.streams.judge;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.WindowStore;
import org.chartwarden.model.Alert;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.RuleHit;
import org.chartwarden.service.Counters;
import org.chartwarden.service.Counters.Count;
import org.chartwarden.streams.rule.Facts;
import org.chartwarden.streams.rule.Hit;
import org.chartwarden.streams.rule.RuleEngine;
import org.chartwarden.streams.state.UserProfile;

/**
 * The one place where rules judge. Keyed by user, so that all that is remembered of a user is in one profile: one read
 * and one write per access however many rules there are, and none when no threshold rule looks at the access.
 *
 * <p>A late access is judged by no rule: it could be a duplicate that nothing recognises any more, and would count twice.
 */
public final class JudgeProcessor implements FixedKeyProcessor<String, ExplainedAccess, Judgement> {

    /** By user id: {@link UserProfile}. */
    public static final String PROFILES = "user-profiles";

    /** By alert id and begin of its span: the alert's newest revision, for as long as it may grow. */
    public static final String ALERTS = "alerts";

    private final RuleEngine engine;
    private final AlertIds ids;
    private final ZoneId zone;
    private final Counters counters;

    private FixedKeyProcessorContext<String, Judgement> context;
    private KeyValueStore<String, UserProfile> profiles;
    private WindowStore<String, Alert> alerts;

    public JudgeProcessor(RuleEngine engine, AlertIds ids, ZoneId zone, Counters counters) {
        this.engine = engine;
        this.ids = ids;
        this.zone = zone;
        this.counters = counters;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, Judgement> context) {
        this.context = context;
        this.profiles = context.getStateStore(PROFILES);
        this.alerts = context.getStateStore(ALERTS);
    }

    @Override
    public void process(FixedKeyRecord<String, ExplainedAccess> record) {
        ExplainedAccess access = record.value();
        Judgement judgement = access.getLate() ? new Judgement(access, List.of()) : judge(record.key(), access);
        context.forward(record.withValue(judgement));
        counters.add(Count.EXPLAINED);
        counters.add(Count.LATE, access.getLate() ? 1 : 0);
        counters.add(Count.ALERT_REVISION, judgement.alerts().size());
    }

    private Judgement judge(String key, ExplainedAccess access) {
        RuleEngine.Finding finding = engine.judge(Facts.of(access), () -> profiles.get(key));
        finding.changed().ifPresent(profile -> profiles.put(key, profile));
        if (finding.hits().isEmpty()) {
            return new Judgement(access, List.of());
        }
        List<RuleHit> ruleHits = new ArrayList<>();
        List<Alert> revised = new ArrayList<>();
        for (Hit hit : finding.hits()) {
            Alert alert = raise(hit, access);
            revised.add(alert);
            ruleHits.add(ruleHit(hit, alert));
        }
        return new Judgement(
                ExplainedAccess.newBuilder(access).setRuleHits(ruleHits).build(), revised);
    }

    private Alert raise(Hit hit, ExplainedAccess access) {
        Story story = Story.of(hit.rule(), access.getAccess(), zone);
        String alertId = story.alertId(ids);
        AlertRevision revision = new AlertRevision(story, alertId, hit, access);
        long start = story.start().toEpochMilli();
        Alert earlier = alerts.fetch(alertId, start);
        Alert alert = earlier == null ? revision.open() : revision.revise(earlier);
        alerts.put(alertId, alert, start);
        return alert;
    }

    private static RuleHit ruleHit(Hit hit, Alert alert) {
        return RuleHit.newBuilder()
                .setRuleId(hit.rule().id())
                .setRuleVersion(hit.rule().version())
                .setSeverity(hit.rule().consequence().severity())
                .setAlertId(alert.getAlertId())
                .setReason(hit.reason())
                .build();
    }
}
