package org.chartwarden.sink.hold;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.chartwarden.model.Instruction;
import org.chartwarden.model.InstructionKind;
import org.chartwarden.sink.kafka.AuditRecords;
import org.chartwarden.sink.kafka.Patience;
import org.chartwarden.sink.kafka.SinkClients;
import org.chartwarden.sink.kafka.TopicFollower;
import org.chartwarden.sink.kafka.UnavailableException;
import org.chartwarden.sink.kafka.ValueReader.UnreadableException;
import org.chartwarden.topic.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which legal holds are in force, as the topic of instructions says: what Elasticsearch has of it may be incomplete or
 * changed by hand. Not safe for use by several threads.
 */
public final class HoldLedger implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HoldLedger.class);

    private final TopicFollower topic;
    private final AuditRecords records;
    private final HeldValues values;
    private final Map<String, Instruction> newest = new HashMap<>();
    private LegalHolds holds;

    /** @param client asked what holds cover; stays open */
    public HoldLedger(SinkClients clients, ElasticsearchClient client) {
        this.topic = new TopicFollower(clients, Topics.INSTRUCTIONS.name());
        this.records = new AuditRecords(clients, List.of(Topics.INSTRUCTIONS));
        this.values = new HeldValues(client);
    }

    /**
     * The holds in force: every one that was given before this call. Looks for the accesses of held alerts, and for the
     * other numbers of held records, when a hold was given or taken back since the last call.
     *
     * @throws UnavailableException when Kafka or Elasticsearch does not answer
     */
    public LegalHolds current(Patience patience) throws UnavailableException, InterruptedException {
        boolean[] changed = {holds == null};
        topic.catchUp(record -> changed[0] |= take(record, patience));
        return changed[0] ? lookUp() : holds;
    }

    /** As {@link #current}, but always looks: an alert may have grown, and a record may have been merged. */
    public LegalHolds anew(Patience patience) throws UnavailableException, InterruptedException {
        holds = null;
        return current(patience);
    }

    private boolean take(ConsumerRecord<String, byte[]> record, Patience patience) throws InterruptedException {
        try {
            if (records.read(record, patience) instanceof Instruction instruction) {
                return instruction.getKind() == InstructionKind.LEGAL_HOLD && put(instruction);
            }
            return newest.remove(record.key()) != null;
        } catch (UnreadableException e) {
            LOG.warn("{} {}@{} is unreadable and no hold", record.topic(), record.partition(), record.offset(), e);
            return false;
        }
    }

    private boolean put(Instruction instruction) {
        Instruction known = newest.get(instruction.getInstructionId());
        if (known != null && known.getAt().isAfter(instruction.getAt())) {
            return false;
        }
        newest.put(instruction.getInstructionId(), instruction);
        return true;
    }

    private LegalHolds lookUp() throws UnavailableException {
        holds = null; // until the look-up has succeeded
        Set<String> alerts = held(Instruction::getAlertId);
        try {
            holds = LegalHolds.of(
                    held(Instruction::getUserId),
                    values.recordsOf(held(Instruction::getPatientId)),
                    alerts,
                    values.accessesOf(alerts));
        } catch (IOException | ElasticsearchException e) {
            throw new UnavailableException(
                    "Elasticsearch does not tell what legal holds cover ("
                            + e.getClass().getSimpleName() + ").",
                    e);
        }
        return holds;
    }

    private Set<String> held(Function<Instruction, String> subject) {
        return newest.values().stream()
                .filter(Instruction::getActive)
                .map(subject)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toSet());
    }

    @Override
    public void close() {
        topic.close();
    }
}
