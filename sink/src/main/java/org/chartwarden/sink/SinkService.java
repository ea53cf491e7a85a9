package org.chartwarden.sink;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.chartwarden.service.Counters;
import org.chartwarden.service.Service;
import org.chartwarden.settings.Settings;
import org.chartwarden.sink.chain.Sealer;
import org.chartwarden.sink.elasticsearch.ElasticsearchSink;
import org.chartwarden.sink.kafka.BatchLoop;
import org.chartwarden.sink.kafka.SinkClients;
import org.chartwarden.sink.mail.MailSink;
import org.chartwarden.sink.retention.RetentionKeeper;

/**
 * The sink: one way to Elasticsearch, one to the mail server, the keeper of what is in Elasticsearch, and the sealer of the
 * hash chain, each with a consumer group of its own, so that one goes on while the others wait.
 */
public final class SinkService implements Service {

    private final ElasticsearchSink elasticsearch;
    private final MailSink mail;
    private final BatchLoop indexing;
    private final BatchLoop mailing;
    private final RetentionKeeper keeper;
    private final BatchLoop keeping;
    private final Sealer sealer;

    private SinkService(Settings settings, Counters counters) {
        SinkClients clients = new SinkClients(settings);
        Clock clock = Clock.systemUTC();
        elasticsearch = new ElasticsearchSink(settings, clients, counters, clock);
        mail = new MailSink(settings, clients, counters, clock);
        indexing = new BatchLoop(
                "elasticsearch-sink",
                clients.consumers(ElasticsearchSink.GROUP),
                ElasticsearchSink.TOPICS,
                elasticsearch);
        mailing = new BatchLoop("mail-sink", clients.soleConsumers(MailSink.GROUP), MailSink.TOPICS, mail);
        keeper = new RetentionKeeper(settings, clients, clock);
        keeping = new BatchLoop(
                "retention-keeper", clients.soleConsumers(RetentionKeeper.GROUP), RetentionKeeper.TOPICS, keeper);
        sealer = new Sealer(settings, clients, counters, clock);
    }

    public static void main(String[] arguments) {
        Service.main("sink", SinkService::start);
    }

    /** Starts all of them; no server needs to be up yet. */
    public static Service start(Settings settings, PrometheusMeterRegistry meters, Counters counters) {
        SinkService service = new SinkService(settings, counters);
        service.indexing.start();
        service.mailing.start();
        service.keeping.start();
        service.sealer.start();
        return service;
    }

    @Override
    public Optional<String> problem() {
        return Service.joined(
                Stream.of(indexing.problem(), mailing.problem(), mail.problem(), keeping.problem(), sealer.problem()));
    }

    @Override
    public void close() {
        indexing.close();
        mailing.close();
        keeping.close();
        sealer.close();
        elasticsearch.close();
        mail.close();
        keeper.close();
    }
}
