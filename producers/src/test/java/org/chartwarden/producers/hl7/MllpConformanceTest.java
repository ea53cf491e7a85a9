package org.chartwarden.producers.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.app.Connection;
import ca.uhn.hl7v2.llp.LLPException;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.model.v251.message.ACK;
import ca.uhn.hl7v2.parser.CanonicalModelClassFactory;
import ca.uhn.hl7v2.util.StandardSocketFactory;
import ca.uhn.hl7v2.util.Terser;
import ca.uhn.hl7v2.util.idgenerator.InMemoryIDGenerator;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.chartwarden.producers.MemoryOutput;
import org.chartwarden.producers.net.TestKeys;
import org.chartwarden.producers.net.TlsIdentity;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.Refusal;
import org.chartwarden.producers.source.SourceContext;
import org.chartwarden.service.Counters;
import org.chartwarden.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** HAPI's own client as the sender: it encodes each message anew, and understands the answers or throws. */
class MllpConformanceTest {

    private final MemoryOutput output = new MemoryOutput();

    static Stream<String> samples() {
        return Hl7Samples.NAMES.stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void shouldTakeFromHapiWhatTheFileSays(String sample) throws HL7Exception, LLPException, IOException, Refusal {
        List<Outgoing<?>> expected = Hl7Samples.read(Hl7Samples.sample(sample));

        try (DefaultHapiContext hapi = hapi();
                MllpSource door = start(Map.of())) {
            Message sent = hapi.getGenericParser().parse(new String(Hl7Samples.sample(sample), StandardCharsets.UTF_8));
            ACK answer = (ACK) exchange(hapi, door, false, sent);

            assertThat(answer.getMSA().getAcknowledgmentCode().getValue())
                    .isEqualTo(sample.equals("adt-a01") ? "CA" : "AA");
            assertThat(answer.getMSA().getMessageControlID().getValue()).isEqualTo(new Terser(sent).get("/MSH-10"));
            assertThat(answer.getMSH().getSendingApplication().getNamespaceID().getValue())
                    .isEqualTo("CW");
        }
        assertThat(output.produced()).isEqualTo(expected);
        assertThat(output.deadLetters()).isEmpty();
    }

    @Test
    void shouldTellHapiWhatIsWrong() throws HL7Exception, LLPException, IOException {
        try (DefaultHapiContext hapi = hapi();
                MllpSource door = start(Map.of())) {
            Message sent = hapi.getGenericParser()
                    .parse(new String(Hl7Samples.adt("A01", "EVN||20260301\nPID|1"), StandardCharsets.UTF_8));
            ACK answer = (ACK) exchange(hapi, door, false, sent);

            assertThat(answer.getMSA().getAcknowledgmentCode().getValue()).isEqualTo("AE");
            assertThat(answer.getERR().getErrorLocation(0).encode()).isEqualTo("PID^1^3^1");
            assertThat(answer.getERR().getHL7ErrorCode().getIdentifier().getValue())
                    .isEqualTo("101");
        }
    }

    @Test
    void shouldSpeakTlsWithHapi(@TempDir Path directory) throws Exception {
        Path keys = TestKeys.pkcs12(directory, "door");
        Map<String, String> settings = new TreeMap<>(TestKeys.settings(keys, keys));
        settings.put("mllp.tls", "mutual");

        try (DefaultHapiContext hapi = hapi();
                MllpSource door = start(settings)) {
            hapi.setSocketFactory(sockets(TlsIdentity.client(Settings.of(TestKeys.settings(keys, keys)))));
            Message sent =
                    hapi.getGenericParser().parse(new String(Hl7Samples.sample("adt-a04"), StandardCharsets.UTF_8));
            ACK answer = (ACK) exchange(hapi, door, true, sent);

            assertThat(answer.getMSA().getAcknowledgmentCode().getValue()).isEqualTo("AA");
        }
        assertThat(output.produced()).hasSize(2);
    }

    private static Message exchange(DefaultHapiContext hapi, MllpSource door, boolean tls, Message message)
            throws HL7Exception, LLPException, IOException {
        Connection connection = hapi.newClient("127.0.0.1", door.port(), tls);
        try {
            connection.getInitiator().setTimeout(20, TimeUnit.SECONDS);
            return connection.getInitiator().sendAndReceive(message);
        } finally {
            connection.close();
        }
    }

    private static StandardSocketFactory sockets(SSLContext tls) {
        return new StandardSocketFactory() {
            @Override
            public Socket createTlsSocket() throws IOException {
                return tls.getSocketFactory().createSocket();
            }
        };
    }

    private static DefaultHapiContext hapi() {
        DefaultHapiContext context = new DefaultHapiContext(ValidationContextFactory.noValidation());
        context.setModelClassFactory(new CanonicalModelClassFactory("2.5.1"));
        context.getParserConfiguration().setIdGenerator(new InMemoryIDGenerator());
        return context;
    }

    private MllpSource start(Map<String, String> more) {
        Settings settings = Hl7Samples.SETTINGS.with(Map.of("mllp.port", "0")).with(more);
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        return (MllpSource) MllpSource.start(new SourceContext(
                        settings,
                        Clock.systemUTC(),
                        output,
                        new Counters(meters),
                        meters,
                        Map.of(Hl7Feed.NAME, new Hl7Feed(settings, Hl7Samples.CLOCK))))
                .get(0);
    }
}
