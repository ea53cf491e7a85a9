package org.chartwarden.streams.judge;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.chartwarden.model.Alert;
import org.chartwarden.model.Disposition;
import org.chartwarden.model.Subject;
import org.chartwarden.service.Counters;
import org.chartwarden.streams.state.AlertState;

/** Closes alerts as officers decide. Keyed by the alert's subject, since its judge keeps the alert. */
public final class DecideProcessor implements Processor<String, Disposition, String, Judgement> {

    private final Subject subject;
    private final Counters counters;

    private ProcessorContext<String, Judgement> context;
    private KeptAlerts alerts;

    public DecideProcessor(Subject subject, Counters counters) {
        this.subject = subject;
        this.counters = counters;
    }

    @Override
    public void init(ProcessorContext<String, Judgement> context) {
        this.context = context;
        alerts = new KeptAlerts(context, JudgeStores.of(subject));
    }

    /** @throws IllegalStateException when the alert was forgotten while the decision was on its way */
    @Override
    public void process(Record<String, Disposition> record) {
        Disposition disposition = record.value();
        Revisions revisions = new Revisions(alerts, record.key(), Instant.ofEpochMilli(context.currentSystemTimeMs()));
        AlertState state = revisions.get(disposition.getAlertId());
        if (state == null) {
            throw new IllegalStateException("the alert " + disposition.getAlertId()
                    + " was forgotten before the disposition " + disposition.getDispositionId()
                    + " came to it; what this allows and confirms holds, but the alert stays as it was published");
        }
        revisions.put(AlertStates.decided(state, disposition));
        List<Alert> revised = revisions.finish(Transitions.counted(counters));
        context.forward(record.withValue(Judgement.onlyAlerts(revised)));
    }
}
