package org.chartwarden.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.chartwarden.model.Patient;
import org.chartwarden.topic.Topic.Cleanup;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void shouldListEveryTopicInTheDocs() throws IOException {
        List<String> expected = Topics.ALL.stream()
                .map(topic -> "| `%s` | %s | %s | %s | %s | %s |"
                        .formatted(
                                topic.name(),
                                topic.value().getSimpleName(),
                                topic.key(),
                                topic.cleanup().name().toLowerCase(java.util.Locale.ROOT),
                                topic.retention().equals(Topic.FOREVER)
                                        ? "for ever"
                                        : topic.retention().toDays() + " days",
                                topic.why()))
                .toList();

        List<String> listed = Files.readAllLines(Path.of("../docs/topics.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();

        assertThat(listed).isEqualTo(expected);
    }

    @Test
    void shouldKeepByArrivalAndNotByEventTime() {
        assertThat(Topics.ACCESS.configuration())
                .isEqualTo(Map.of(
                        "cleanup.policy", "delete",
                        "retention.ms", Long.toString(Duration.ofDays(30).toMillis()),
                        "max.message.bytes", "1048576",
                        "message.timestamp.type", "LogAppendTime"));
    }

    @Test
    void shouldNotLetACompactedTopicForgetByAge() {
        assertThatThrownBy(
                        () -> new Topic<>("t", Patient.class, "k", Cleanup.COMPACT, Duration.ofDays(1), 1 << 20, "why"))
                .hasMessage("topic t: a compacted topic has no retention");
    }
}
