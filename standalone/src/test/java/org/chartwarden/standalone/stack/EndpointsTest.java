package org.chartwarden.standalone.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.chartwarden.standalone.data.DataDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndpointsTest {

    @TempDir
    private Path folder;

    @Test
    void shouldReadWhatWasWritten() {
        Endpoints endpoints = new Endpoints(
                "127.0.0.1:1",
                URI.create("http://127.0.0.1:2/apis/ccompat/v7"),
                URI.create("http://127.0.0.1:3"),
                new SmtpAddress("127.0.0.1", 4));

        endpoints.writeTo(DataDirectory.endpointsFile(folder));

        assertThat(Endpoints.of(folder)).contains(endpoints);
    }

    @Test
    void shouldBeAbsentWhenNoStackIsUp() {
        assertThat(Endpoints.of(folder)).isEmpty();
    }
}
