package org.chartwarden.standalone.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.chartwarden.registry.RegisteredForm;
import org.chartwarden.registry.SchemaRegistry;
import org.chartwarden.serde.SerdeFactory;
import org.chartwarden.standalone.data.DataDirectory;
import org.chartwarden.standalone.data.Ports;
import org.chartwarden.standalone.registry.RegistryServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our serde and Confluent's genuine classes over one real registry: the same bytes, ids and subjects, both ways. */
class ConfluentConformanceIT {

    @TempDir
    private static Path directory;

    private static DataDirectory data;
    private static RegistryServer server;
    private static ConfluentProcess confluent;
    private static SchemaRegistry registry;
    private static SerdeFactory serdes;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        data = DataDirectory.open(directory);
        server = RegistryServer.in(data, new Ports(data, Map.of()));
        server.process().start();
        server.process().awaitReady(Duration.ofSeconds(60));
        Map<String, String> configuration =
                Map.of("schema.registry.url", server.url().toString());
        registry = SchemaRegistry.connect(configuration);
        serdes = new SerdeFactory("org.chartwarden.serde.AvroSerde", configuration);
        confluent = new ConfluentProcess(server.url());
    }

    @AfterAll
    static void stop() {
        confluent.close();
        server.process().close();
        data.close();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void shouldWriteWhatConfluentReads(SpecificRecord sample) throws IOException {
        String topic = "ours-first." + sample.getSchema().getName();

        byte[] bytes = serdeOf(sample).serializer().serialize(topic, sample);

        assertThat(confluent.read(topic, bytes)).isEqualTo(AvroJson.of(sample));
        assertThat(confluentWrites(topic, sample)).isEqualTo(bytes);
        assertThat(registry.latest(topic + "-value").version()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void shouldReadWhatConfluentWrites(SpecificRecord sample) throws IOException {
        String topic = "confluent-first." + sample.getSchema().getName();

        byte[] bytes = confluentWrites(topic, sample);

        assertThat(serdeOf(sample).deserializer().deserialize(topic, bytes)).isEqualTo(sample);
        assertThat(serdeOf(sample).serializer().serialize(topic, sample)).isEqualTo(bytes);
        assertThat(registry.latest(topic + "-value").version()).isEqualTo(1);
    }

    @Test
    void shouldWriteTheSameBytesWithConfluentsSerdeDroppedIn() throws Exception {
        List<String> ours = new ArrayList<>();
        for (SpecificRecord sample : Samples.all()) {
            byte[] bytes =
                    serdeOf(sample).serializer().serialize(sample.getSchema().getName(), sample);
            ours.add("bytes " + Base64.getEncoder().encodeToString(bytes));
        }

        Process site = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path") + File.pathSeparator + ConfluentProcess.JAR,
                        DropInMain.class.getName(),
                        GenuineSerde.class.getName(),
                        server.url().toString())
                .redirectError(new File("target", "drop-in.log"))
                .start();
        List<String> lines = site.inputReader(StandardCharsets.UTF_8).lines().toList();

        assertThat(site.waitFor()).as("exit status; see target/drop-in.log").isZero();
        assertThat(lines.stream().filter(line -> line.startsWith("bytes "))).isEqualTo(ours);
        for (SpecificRecord sample : Samples.all()) {
            assertThat(registry.latest(sample.getSchema().getName() + "-value").version())
                    .isEqualTo(1);
        }
    }

    static List<SpecificRecord> samples() {
        return Samples.all();
    }

    private static byte[] confluentWrites(String topic, SpecificRecord sample) throws IOException {
        String schema = RegisteredForm.of(sample.getSchema()).toString();
        return confluent.write(topic, schema, AvroJson.of(sample));
    }

    @SuppressWarnings("unchecked")
    private static Serde<SpecificRecord> serdeOf(SpecificRecord sample) {
        return serdes.valueSerde((Class<SpecificRecord>) sample.getClass());
    }
}
