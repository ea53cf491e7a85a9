package org.chartwarden.sink.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On Kafka's own MockConsumer, whose rebalances a test can time. */
class BatchLoopTest {

    private static final TopicPartition PARTITION = new TopicPartition("topic", 0);

    private final AtomicReference<OffsetAndMetadata> committed = new AtomicReference<>();
    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest") {
        @Override
        public synchronized void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets) {
            super.commitSync(offsets);
            committed.set(offsets.get(PARTITION));
        }
    };
    private final AtomicInteger prepared = new AtomicInteger();
    private final AtomicReference<CountDownLatch> preparation = new AtomicReference<>(new CountDownLatch(0));
    private final AtomicReference<Handling> handling = new AtomicReference<>();
    private BatchLoop loop;

    @BeforeEach
    void start() {
        loop = new BatchLoop("loop", this::consumer, List.of("topic"), new BatchHandler() {
            @Override
            public void prepare(Patience patience) throws InterruptedException {
                prepared.incrementAndGet();
                preparation.get().await();
            }

            @Override
            public void handle(List<ConsumerRecord<String, byte[]>> batch, Patience patience)
                    throws InterruptedException {
                handling.get().handle(batch, patience);
            }
        });
        consumer.schedulePollTask(() -> {
            consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
            consumer.rebalance(List.of(PARTITION));
            consumer.addRecord(new ConsumerRecord<>("topic", 0, 0L, "key", new byte[0]));
        });
    }

    /** The test's own first; after a failure one without records. */
    private Consumer<String, byte[]> consumer() {
        return consumer.closed() ? new MockConsumer<>("earliest") : consumer;
    }

    @AfterEach
    void stop() {
        loop.close();
    }

    @Test
    void shouldCommitOnlyWhenTheHandlerIsThroughAndStayInTheGroupMeanwhile() {
        CountDownLatch server = new CountDownLatch(1);
        handling.set((batch, patience) -> server.await());
        loop.start();

        await().until(() -> consumer.paused().equals(Set.of(PARTITION)) && prepared.get() == 1);
        assertThat(committed).hasValue(null);
        AtomicInteger polls = new AtomicInteger();
        consumer.schedulePollTask(polls::incrementAndGet);
        await().until(() -> polls.get() == 1);
        server.countDown();

        await().untilAsserted(() -> assertThat(committed).hasValue(new OffsetAndMetadata(1)));
        await().until(() -> consumer.paused().isEmpty());
    }

    @Test
    void shouldCancelAndNotCommitWhenThePartitionsAreTakenAway() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        handling.set((batch, patience) -> {
            begun.countDown();
            try {
                patience.pause(Integer.MAX_VALUE, "away");
            } finally {
                cancelled.countDown();
            }
        });
        loop.start();
        await().until(() -> begun.getCount() == 0);

        consumer.schedulePollTask(() -> consumer.rebalance(List.of()));

        await().until(() -> cancelled.getCount() == 0 && consumer.assignment().isEmpty());
        assertThat(committed).hasValue(null);
    }

    @Test
    void shouldNotCommitABatchThatWasPolledButNotHandledWhenThePartitionsAreTakenAwayWhileItPrepares() {
        handling.set((batch, patience) -> {});
        CountDownLatch preparing = new CountDownLatch(1);
        preparation.set(preparing);
        loop.start();
        await().until(() -> prepared.get() == 1);

        consumer.schedulePollTask(() -> {
            preparing.countDown();
            consumer.rebalance(List.of());
        });

        await().until(() -> consumer.assignment().isEmpty());
        loop.close();
        assertThat(committed).hasValue(null);
    }

    @Test
    void shouldShowAFailureOfTheHandlerAndNotCommit() {
        handling.set((batch, patience) -> {
            throw new UnsupportedOperationException("a mistake");
        });
        loop.start();

        await().untilAsserted(() -> assertThat(loop.problem())
                .contains("loop: it failed with UnsupportedOperationException and starts anew."));
        loop.close();

        assertThat(consumer.closed()).isTrue();
        assertThat(committed).hasValue(null);
    }

    @Test
    void shouldFinishTheBatchAndCommitItWhenItIsClosed() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch server = new CountDownLatch(1);
        handling.set((batch, patience) -> {
            begun.countDown();
            server.await();
        });
        loop.start();
        await().until(() -> begun.getCount() == 0);
        Thread closing = new Thread(loop::close);
        closing.start();
        server.countDown();

        await().untilAsserted(() -> assertThat(consumer.closed()).isTrue());
        assertThat(loop.problem()).isEmpty();
        assertThat(committed).hasValue(new OffsetAndMetadata(1));
    }

    private interface Handling {

        void handle(List<ConsumerRecord<String, byte[]>> batch, Patience patience) throws InterruptedException;
    }
}
