package org.chartwarden.sink.kibana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.chartwarden.sink.kibana.ImportResult.Imported;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KibanaImportTest {

    private static final String LINES = "{\"type\":\"search\",\"id\":\"s1\"}\n{\"type\":\"dashboard\",\"id\":\"d1\"}\n";
    private static final Duration SOON = Duration.ofSeconds(30);

    private KibanaServer kibana;

    @BeforeEach
    void start() throws IOException {
        kibana = new KibanaServer();
    }

    @AfterEach
    void stop() {
        kibana.close();
    }

    @Test
    void shouldSayWhatWasImported() throws InterruptedException {
        kibana.answersImports(200, """
                {"success":true,"successCount":2,"warnings":[],"successResults":[
                {"type":"search","id":"s1","meta":{"title":"One alert","icon":"discoverApp"},"managed":false},
                {"type":"dashboard","id":"d1","meta":{"icon":"dashboardApp"},"managed":false,"overwrite":true}]}""");

        ImportResult result = new KibanaImport(settings(Optional.empty())).run(LINES, SOON);

        assertThat(result.imported())
                .containsExactly(new Imported("search", "One alert"), new Imported("dashboard", "d1"));
        assertThat(result.problems()).isEmpty();
    }

    @Test
    void shouldSendTheFileAsKibanasApiAsks() throws InterruptedException {
        new KibanaImport(settings(Optional.of("privacy"))).run(LINES, SOON);

        assertThat(kibana.imports()).singleElement().satisfies(request -> {
            assertThat(request.path()).isEqualTo("/base/s/privacy/api/saved_objects/_import?overwrite=true");
            assertThat(request.header("kbn-xsrf")).isEqualTo("true");
            assertThat(request.header("Authorization")).isEqualTo("Basic ZWxhc3RpYzpzZWNyZXQ=");
            String boundary = request.header("Content-Type").replace("multipart/form-data; boundary=", "");
            assertThat(request.body())
                    .isEqualTo("--" + boundary + "\r\n"
                            + "Content-Disposition: form-data; name=\"file\"; filename=\"chartwarden.ndjson\"\r\n"
                            + "Content-Type: application/ndjson\r\n\r\n" + LINES + "\r\n--" + boundary + "--\r\n");
        });
    }

    @Test
    void shouldNameEachObjectThatWasNotTakenAndWhy() throws InterruptedException {
        kibana.answersImports(200, """
                {"success":false,"successCount":0,"warnings":[],"errors":[
                {"id":"d1","type":"dashboard","meta":{"title":"D"},"error":{"type":"missing_references",\
                "references":[{"type":"search","id":"s9"},{"type":"index-pattern","id":"i9"}]}},
                {"id":"l1","type":"lens","meta":{"title":"L"},"error":{"type":"unsupported_type"}},
                {"id":"s1","type":"search","meta":{"title":"S"},"error":{"type":"conflict"}},
                {"id":"v1","type":"visualization","meta":{},"error":{"type":"unknown",\
                "message":"Document belongs to a more recent version","statusCode":422}}]}""");

        ImportResult result = new KibanaImport(settings(Optional.empty())).run(LINES, SOON);

        assertThat(result.imported()).isEmpty();
        assertThat(result.problems())
                .containsExactly(
                        "dashboard d1: refers to what is not there: search s9, index-pattern i9",
                        "lens l1: this Kibana has no such type",
                        "search s1: conflicts with an object that is there already",
                        "visualization v1: Document belongs to a more recent version");
    }

    @Test
    void shouldTellWhenKibanaGaveAnObjectAnotherId() throws InterruptedException {
        kibana.answersImports(200, """
                {"success":true,"successCount":1,"warnings":[],"successResults":[
                {"type":"dashboard","id":"d1","meta":{"title":"D"},"destinationId":"6c5a0e1e"}]}""");

        ImportResult result = new KibanaImport(settings(Optional.of("second"))).run(LINES, SOON);

        assertThat(result)
                .isEqualTo(new ImportResult(
                        List.of(new Imported("dashboard", "D")),
                        List.of("dashboard d1: another space has it already, so Kibana gave it a new id, and links do"
                                + " not find it. Import into one space only.")));
    }

    @Test
    void shouldWaitUntilKibanaHasStarted() throws InterruptedException {
        kibana.startsAfter(2);

        ImportResult result = new KibanaImport(settings(Optional.empty())).run(LINES, SOON);

        assertThat(result.problems()).isEmpty();
        assertThat(kibana.questionsForStatus()).isEqualTo(3);
        assertThat(kibana.imports()).hasSize(1);
    }

    @Test
    void shouldGiveUpWhenKibanaDoesNotStartInTime() {
        kibana.startsAfter(Integer.MAX_VALUE);

        assertThatThrownBy(() -> new KibanaImport(settings(Optional.empty())).run(LINES, Duration.ZERO))
                .isInstanceOf(KibanaException.class)
                .hasMessage("Kibana at " + kibana.url() + " is there but not ready (503).");
        assertThat(kibana.imports()).isEmpty();
    }

    @Test
    void shouldGiveUpWhenNobodyAnswers() {
        kibana.close();

        assertThatThrownBy(() -> new KibanaImport(settings(Optional.empty())).run(LINES, Duration.ZERO))
                .isInstanceOf(KibanaException.class)
                .hasMessage("Kibana at " + kibana.url() + " does not answer: ConnectException.");
    }

    @ParameterizedTest
    @CsvSource({
        "401, does not know this user (401): look at kibana.username and kibana.password.",
        "403, does not let this user import saved objects (403): it needs the privilege Saved Objects Management (all)"
                + " in the space.",
        "404, 'has no such page (404): look at the address, its base path (server.basePath) and the space.'",
        "400, answered 400: Invalid file extension .txt",
    })
    void shouldSayWhatToDoWhenTheFileIsRefusedAsAWhole(int status, String words) {
        kibana.answersImports(status, "{\"statusCode\":400,\"message\":\"Invalid file extension .txt\"}");

        assertThatThrownBy(() -> new KibanaImport(settings(Optional.empty())).run(LINES, SOON))
                .isInstanceOf(KibanaException.class)
                .hasMessage("Kibana at " + kibana.url() + " " + words);
        assertThat(kibana.imports()).hasSize(1);
    }

    @Test
    void shouldNotTakeAnythingForKibana() {
        kibana.answersImports(200, "<html>");

        assertThatThrownBy(() -> new KibanaImport(settings(Optional.empty())).run(LINES, SOON))
                .isInstanceOf(KibanaException.class)
                .hasMessage(kibana.url() + " answered with something other than JSON: no Kibana?");
    }

    private KibanaSettings settings(Optional<String> space) {
        return new KibanaSettings(kibana.url() + "/", space, Optional.of("elastic"), Optional.of("secret"));
    }
}
