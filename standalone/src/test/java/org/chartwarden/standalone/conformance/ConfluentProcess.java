package org.chartwarden.standalone.conformance;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A JVM that runs {@code ConfluentPeer.java}, with nothing on its class path but the jar of Confluent's classes. */
final class ConfluentProcess implements AutoCloseable {

    /** Holds the genuine classes with the Kafka and Avro of their time; beside ours they would clash. */
    static final Path JAR = Path.of("target", "conformance", "confluent.jar");

    private static final Path SOURCE = Path.of("src", "test", "resources", "conformance", "ConfluentPeer.java");
    private static final String ANSWER = "answer ";

    private final Process process;
    private final PrintStream requests;
    private final BufferedReader answers;

    ConfluentProcess(URI registry) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        JAR.toString(),
                        SOURCE.toString(),
                        registry.toString())
                .redirectError(new File("target", "confluent-peer.log"))
                .start();
        requests = new PrintStream(process.getOutputStream(), true, StandardCharsets.US_ASCII);
        answers = process.inputReader(StandardCharsets.US_ASCII);
    }

    /** Confluent's deserializer: the record as Avro's JSON. */
    String read(String topic, byte[] bytes) throws IOException {
        return text(ask("read", topic, encode(bytes)));
    }

    /** Confluent's serializer: the bytes of a record that is given as Avro's JSON. */
    byte[] write(String topic, String schema, String json) throws IOException {
        return ask("write", topic, encode(bytes(schema)), encode(bytes(json)));
    }

    private byte[] ask(String... words) throws IOException {
        requests.println(Stream.of(words).collect(Collectors.joining(" ")));
        // Confluent's classes may print a line of their own.
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(ANSWER)) {
                return Base64.getDecoder().decode(line.substring(ANSWER.length()));
            }
        }
        throw new IOException("Confluent's process ended; target/confluent-peer.log says why");
    }

    @Override
    public void close() {
        process.destroy();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
