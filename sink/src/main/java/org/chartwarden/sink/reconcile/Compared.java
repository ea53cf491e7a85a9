package org.chartwarden.sink.reconcile;

import java.util.Arrays;
import org.chartwarden.sink.search.Documents;
import org.chartwarden.topic.Topic;
import org.chartwarden.topic.Topics;

/** What is compared: a kind of documents, and the topic that they are made of. */
public enum Compared {
    ACCESSES(Documents.ACCESSES, Topics.EXPLAINED),
    ALERTS(Documents.ALERTS, Topics.ALERTS),
    ALERT_REVISIONS(Documents.ALERT_REVISIONS, Topics.ALERTS),
    DISPOSITIONS(Documents.DISPOSITIONS, Topics.DISPOSITIONS),
    INSTRUCTIONS(Documents.INSTRUCTIONS, Topics.INSTRUCTIONS),
    RULES(Documents.RULES, Topics.RULES),
    NOTIFICATIONS(Documents.NOTIFICATIONS, Topics.NOTIFICATIONS),
    DEAD_LETTERS(Documents.DEAD_LETTERS, Topics.DEAD_LETTER),
    CHAIN_PAGES(Documents.CHAIN_PAGES, Topics.CHAIN_PAGES);

    private final Documents documents;
    private final Topic<?> topic;

    Compared(Documents documents, Topic<?> topic) {
        this.documents = documents;
        this.topic = topic;
    }

    /** The name of the index, or the pattern of their names. */
    public String indices() {
        return documents.indices();
    }

    /** What they are made of. */
    public Topic<?> topic() {
        return topic;
    }

    /** @throws IllegalArgumentException when no document of ours is there */
    static Compared of(String index) {
        return Arrays.stream(values())
                .filter(kind -> kind == ACCESSES
                        ? index.startsWith(kind.indices().replace("*", ""))
                        : index.equals(kind.indices()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(index + " is not compared"));
    }

    /** Documents that are told together: an alert's revisions belong to the alert. */
    String group(String id) {
        return this == ALERT_REVISIONS ? id.substring(0, id.lastIndexOf('@')) : id;
    }
}
