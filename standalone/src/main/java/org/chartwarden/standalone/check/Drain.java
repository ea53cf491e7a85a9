package org.chartwarden.standalone.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.sink.elasticsearch.ElasticsearchSink;
import org.chartwarden.sink.mail.MailSink;
import org.chartwarden.topic.Topics;

/** Waits until what was produced has come out at the other end. */
public final class Drain implements AutoCloseable {

    private static final long PAUSE_MILLIS = 100;

    /** One reader of one topic. */
    public record Stage(String group, String topic) {}

    private final Lags lags;
    private final String streamsGroup;

    public Drain(Settings settings) {
        this.lags = Lags.open(settings);
        this.streamsGroup = settings.text(Setting.STREAMS_APPLICATION_ID);
    }

    /** Every reader on the data's way, in its order. */
    public List<Stage> stages() {
        List<Stage> stages = new ArrayList<>();
        stages.add(new Stage(streamsGroup, Topics.PATIENTS.name()));
        stages.add(new Stage(streamsGroup, Topics.CARE.name()));
        stages.add(new Stage(streamsGroup, Topics.ACCESS.name()));
        stages.add(new Stage(streamsGroup, Topics.MOVED.name()));
        stages.add(new Stage(streamsGroup, Topics.DISPOSITIONS.name()));
        for (String topic : lags.repartitionTopics(streamsGroup)) {
            stages.add(new Stage(streamsGroup, topic));
        }
        for (String topic : ElasticsearchSink.TOPICS) {
            stages.add(new Stage(ElasticsearchSink.GROUP, topic));
        }
        stages.add(new Stage(MailSink.GROUP, Topics.ALERTS.name()));
        return stages;
    }

    /** Records that the stage has still to read. */
    public long lag(Stage stage) {
        return lags.of(stage.group(), stage.topic());
    }

    /** How many records the topic of dead letters holds: versions of letters, of which fewer may wait for somebody. */
    public long deadLetterVersions() {
        return lags.size(Topics.DEAD_LETTER.name());
    }

    /**
     * Waits until every stage has read all. The topology hands records on to itself in more than one order, so nothing is
     * taken as read before one round over all stages found nothing to wait for.
     *
     * @return whether all was read before the patience ended
     */
    public boolean await(Duration patience) throws InterruptedException {
        return await(patience, stages());
    }

    /** Waits until the topology has read all; what comes out of it may still be on its way. */
    public boolean awaitJudged(Duration patience) throws InterruptedException {
        return await(
                patience,
                stages().stream()
                        .filter(stage -> stage.group().equals(streamsGroup))
                        .toList());
    }

    /** Waits until these stages have read all. */
    public boolean await(Duration patience, List<Stage> stages) throws InterruptedException {
        Instant deadline = Instant.now().plus(patience);
        boolean waited;
        do {
            waited = false;
            for (Stage stage : stages) {
                while (lag(stage) > 0) {
                    if (Instant.now().isAfter(deadline)) {
                        return false;
                    }
                    waited = true;
                    TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                }
            }
        } while (waited);
        return true;
    }

    @Override
    public void close() {
        lags.close();
    }
}
