package org.chartwarden.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chartwarden.sink.kibana.KibanaObjects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KibanaCommandTest {

    @TempDir
    private Path folder;

    @Test
    void shouldWriteTheFileThatKibanaImports() throws IOException {
        Path file = folder.resolve("chartwarden.ndjson");

        int exitCode = Chartwarden.commandLine().execute("kibana", "export", file.toString());

        assertThat(exitCode).isZero();
        assertThat(file).hasContent(KibanaObjects.ndjson());
        assertThat(Files.list(folder)).containsExactly(file);
    }

    @Test
    void shouldPrintWhatIsInKibanaNow() throws IOException {
        HttpServer kibana = kibana("""
                {"success":true,"successCount":1,"successResults":[
                {"type":"dashboard","id":"d1","meta":{"title":"Today's alerts"}}]}""");

        CommandLineRun run = run(url(kibana));

        kibana.stop(0);
        assertThat(run)
                .isEqualTo(new CommandLineRun(
                        0, "  dashboard      Today's alerts%n1 objects are in %s%n".formatted(url(kibana)), ""));
    }

    @Test
    void shouldFailWhenAnObjectWasNotTaken() throws IOException {
        HttpServer kibana = kibana("""
                {"success":false,"successCount":0,"errors":[
                {"type":"search","id":"s1","error":{"type":"unsupported_type"}}]}""");

        CommandLineRun run = run(url(kibana));

        kibana.stop(0);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("chartwarden: search s1: this Kibana has no such type%n".formatted());
    }

    @Test
    void shouldAskWhereKibanaIs() {
        CommandLineRun run = CommandLineRun.of(folder, "kibana", "import");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("chartwarden: Where is Kibana? Set kibana.url, or name it with --url.%n".formatted());
    }

    @Test
    void shouldSayThatNobodyAnswers() throws IOException {
        HttpServer kibana = kibana("");
        kibana.stop(0);

        CommandLineRun run = run(url(kibana));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("chartwarden: Kibana at %s does not answer: ConnectException.%n".formatted(url(kibana)));
    }

    private CommandLineRun run(String url) {
        return CommandLineRun.of(folder, "kibana", "import", "--wait", "PT0S", "--url", url);
    }

    /** Answers everything with this. */
    private static HttpServer kibana(String answer) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static String url(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }
}
