package org.chartwarden.producers.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.chartwarden.producers.fhir.Samples;
import org.chartwarden.settings.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {

    /** Of "test", as sha256sum says. */
    private static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private static final String PATIENT = "{\"resourceType\":\"Patient\",\"id\":\"p\"}";

    @TempDir
    private Path directory;

    @Test
    void shouldAskForToken() throws Exception {
        try (HttpDoor door = door("lab = " + HASH + " audit")) {
            HttpResponse<String> none = door.post("/AuditEvent", Samples.small("a"));
            HttpResponse<String> wrong = post(door, "/AuditEvent", "Bearer tests", Samples.small("a"));
            HttpResponse<String> basic = post(door, "/", "Basic dGVzdA==", Samples.small("a"));

            assertThat(none.statusCode()).isEqualTo(401);
            assertThat(none.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"chartwarden\"");
            assertThat(wrong.statusCode()).isEqualTo(401);
            assertThat(wrong.headers().firstValue("WWW-Authenticate"))
                    .contains("Bearer realm=\"chartwarden\", error=\"invalid_token\"");
            assertThat(basic.statusCode()).isEqualTo(401);
            assertThat(door.output.positions()).isEmpty();
        }
    }

    @Test
    void shouldTakeWhatTheTokenMay() throws Exception {
        try (HttpDoor door = door("# the lab\n\nlab = " + HASH.toUpperCase(java.util.Locale.ROOT) + " audit")) {
            HttpResponse<String> audit = post(door, "/AuditEvent", "bearer test", "nonsense");
            HttpResponse<String> context = post(door, "/Patient", "Bearer test", PATIENT);

            assertThat(audit.statusCode()).isEqualTo(400);
            assertThat(door.output.deadLetters())
                    .singleElement()
                    .satisfies(letter ->
                            assertThat(letter.getSource()).isEqualTo("HTTP from 127.0.0.1 with the token lab"));
            assertThat(context.statusCode()).isEqualTo(403);
            assertThat(HttpDoor.diagnostics(context))
                    .isEqualTo("Only AuditEvents are accepted from this sender. Nothing was taken.");
            assertThat(door.output.produced()).isEmpty();
        }
    }

    @Test
    void shouldReadTheFileAnewAndKeepTheOldOneWhenItIsBad() throws Exception {
        try (HttpDoor door = door("lab = " + HASH + " audit")) {
            assertThat(post(door, "/Patient", "Bearer test", PATIENT).statusCode())
                    .isEqualTo(403);

            write("lab = " + HASH + " audit, context");
            assertThat(post(door, "/Patient", "Bearer test", PATIENT).statusCode())
                    .isEqualTo(201);
            assertThat(door.source.problem()).isEmpty();

            write("lab = 123 audit");
            assertThat(door.source.problem())
                    .contains("http.tokens.file: in the file " + file() + ", line 1 must be: name = sha256 of the token"
                            + " as 64 hexadecimal digits, then what it may send: audit, context, or audit,context; the"
                            + " tokens that were read before stay in force");
            assertThat(post(door, "/Patient", "Bearer test", PATIENT).statusCode())
                    .isEqualTo(201);

            Files.delete(file());
            assertThat(door.source.problem())
                    .contains("http.tokens.file: the file " + file() + " could not be read (NoSuchFileException); the"
                            + " tokens that were read before stay in force");
            assertThat(post(door, "/Patient", "Bearer test", PATIENT).statusCode())
                    .isEqualTo(201);

            write("other = " + HASH.replace('9', '8') + " audit");
            assertThat(post(door, "/Patient", "Bearer test", PATIENT).statusCode())
                    .isEqualTo(401);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|no line names a token",
                "lab = secret audit|line 1 must be: name = sha256",
                "lab = " + HASH + " everything|line 1 must end with audit, context, or audit,context",
                "lab = " + HASH + " audit;lab = " + HASH + " audit|line 2 names a token that an earlier line names",
            })
    void shouldNotStartWithBadFile(String lines, String problem) {
        assertThatThrownBy(() -> door(lines == null ? "" : lines.replace(';', '\n')))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("http.tokens.file: in the file " + file() + ", " + problem)
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"everything", "audit,", "audit,audit", "AUDIT"})
    void shouldNotStartWithUnknownKind(String accepts) {
        Map<String, String> settings = Map.of("http.accepts", accepts);

        assertThatThrownBy(() -> HttpDoor.open(settings))
                .isInstanceOf(SettingsException.class)
                .hasMessage("http.accepts is \"" + accepts + "\", but must be audit, context, or audit,context.");
    }

    private HttpDoor door(String lines) throws IOException {
        write(lines);
        return HttpDoor.open(Map.of("http.tokens.file", file().toString()));
    }

    private void write(String lines) throws IOException {
        Files.writeString(file(), lines);
    }

    private Path file() {
        return directory.resolve("tokens");
    }

    private static HttpResponse<String> post(HttpDoor door, String path, String authorization, String body)
            throws IOException, InterruptedException {
        return door.send(door.request(path)
                .header("Authorization", authorization)
                .POST(BodyPublishers.ofString(body))
                .build());
    }
}
