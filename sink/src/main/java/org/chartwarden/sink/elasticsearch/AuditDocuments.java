package org.chartwarden.sink.elasticsearch;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.chartwarden.model.Alert;
import org.chartwarden.model.ChainPage;
import org.chartwarden.model.DeadLetter;
import org.chartwarden.model.Disposition;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.Instruction;
import org.chartwarden.model.Notification;
import org.chartwarden.model.RuleText;
import org.chartwarden.settings.Settings;
import org.chartwarden.settings.SettingsException;
import org.chartwarden.topic.Topic;
import org.chartwarden.topic.Topics;

/** Which documents a record becomes: for whoever writes them, compares them, or vouches for them. */
public final class AuditDocuments {

    /** What is indexed. */
    public static final List<Topic<?>> TOPICS = List.of(
            Topics.EXPLAINED,
            Topics.ALERTS,
            Topics.DISPOSITIONS,
            Topics.INSTRUCTIONS,
            Topics.RULES,
            Topics.NOTIFICATIONS,
            Topics.DEAD_LETTER,
            Topics.CHAIN_PAGES);

    /** How one kind of record becomes documents. */
    private interface Maker<T extends SpecificRecord> {

        List<Document> make(T value, Instant now);
    }

    private final Map<Class<?>, Maker<?>> makers = new HashMap<>();

    /** @throws SettingsException see {@link AccessIndices#of} */
    public AuditDocuments(Settings settings) {
        AccessIndices spans = AccessIndices.of(settings);
        add(ExplainedAccess.class, (access, now) -> List.of(AccessDocument.of(access, spans, now)));
        add(Alert.class, AlertDocument::of);
        add(Disposition.class, (disposition, now) -> List.of(DispositionDocument.of(disposition, now)));
        add(Instruction.class, (instruction, now) -> List.of(InstructionDocument.of(instruction, now)));
        add(RuleText.class, (rule, now) -> List.of(RuleDocument.of(rule, now)));
        add(Notification.class, (mail, now) -> List.of(NotificationDocument.of(mail, now)));
        add(DeadLetter.class, (letter, now) -> List.of(DeadLetterDocument.of(letter, now)));
        add(ChainPage.class, (page, now) -> List.of(ChainPageDocument.of(page, now)));
    }

    private <T extends SpecificRecord> void add(Class<T> kind, Maker<T> maker) {
        makers.put(kind, maker);
    }

    /**
     * @param value of one of {@link #TOPICS}
     * @param now for event.ingested
     * @return one document; of an alert two: itself and its revision
     * @throws IllegalArgumentException when Elasticsearch cannot store it, see {@link Document}
     */
    public List<Document> of(SpecificRecord value, Instant now) {
        Maker<?> maker = makers.get(value.getClass());
        if (maker == null) {
            throw new IllegalArgumentException(value.getSchema().getName() + " becomes no document");
        }
        return make(maker, value, now);
    }

    /** A maker is registered under the class that it takes. */
    @SuppressWarnings("unchecked")
    private static <T extends SpecificRecord> List<Document> make(Maker<T> maker, SpecificRecord value, Instant now) {
        return maker.make((T) value, now);
    }
}
