package org.chartwarden.sink.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.chartwarden.model.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a notice can carry follows from its types: none of them takes a person's name. */
class NoticeTypesTest {

    /** Into none of them a text fits that an event or a person gave. A site's words come from its settings. */
    private static final Set<Class<?>> HARMLESS = Set.of(
            AlertId.class,
            Sha256.class,
            Severity.class,
            DigestReason.class,
            Instant.class,
            LocalDate.class,
            int.class,
            long.class,
            Site.class);

    @Test
    void shouldConsistOnlyOfTypesThatCannotCarryAName() {
        assertThat(Notice.class.getPermittedSubclasses())
                .hasSize(5)
                .allSatisfy(kind -> assertThat(components(kind)).isSubsetOf(HARMLESS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Jane Doe", "Jane", "m\u00fcller", "1234567/8", "jane@example.org", "a\nb"})
    void shouldTakeNoNameForAnAlertId(String text) {
        assertThatThrownBy(() -> new AlertId(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("An alert's id has 1 to 64 of the characters a-z, 0-9 and -.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "jane", "0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF"})
    void shouldTakeNoNameForADigest(String text) {
        assertThatThrownBy(() -> new Sha256(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A SHA-256 digest has 64 hexadecimal digits in lower case.");
    }

    private static List<Class<?>> components(Class<?> record) {
        return Stream.of(record.getRecordComponents())
                .map(RecordComponent::getGenericType)
                .flatMap(NoticeTypesTest::parts)
                .toList();
    }

    private static Stream<Class<?>> parts(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return parts(list.getActualTypeArguments()[0]);
        }
        Class<?> part = (Class<?>) type;
        return part == MailedAlert.class ? components(part).stream() : Stream.of(part);
    }
}
