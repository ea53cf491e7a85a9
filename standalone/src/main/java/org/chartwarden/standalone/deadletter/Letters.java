package org.chartwarden.standalone.deadletter;

import java.util.function.Consumer;
import org.chartwarden.model.DeadLetter;
import org.chartwarden.settings.Settings;
import org.chartwarden.standalone.check.TopicReader;
import org.chartwarden.topic.Topics;

/**
 * Every version of every dead letter, one after the other: a letter may be tens of megabytes, so that they are never held all
 * at once.
 */
@FunctionalInterface
public interface Letters {

    /** Calls the visitor with each, the versions of one letter in their order. */
    void read(Consumer<DeadLetter> visitor);

    /** Those of a running Chartwarden. */
    static Letters of(Settings settings) {
        TopicReader reader = new TopicReader(settings);
        return visitor -> reader.read(Topics.DEAD_LETTER, entry -> visitor.accept(entry.value()));
    }
}
