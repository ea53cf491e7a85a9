package org.chartwarden.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;
import org.apache.avro.specific.SpecificData;
import org.chartwarden.registry.RegisteredForm;
import org.chartwarden.topic.Topic;
import org.chartwarden.topic.Topics;

/** The schemas of the topics' values: today's, and those of each release. */
final class ContractSchemas {

    /** One folder a release, one file a schema, complete in itself. */
    private static final Path RELEASED = Path.of("released");

    private static final String SUFFIX = ".avsc";

    private ContractSchemas() {}

    /** As they are registered, by their simple names. */
    static Map<String, Schema> current() {
        Map<String, Schema> schemas = new TreeMap<>();
        for (Topic<?> topic : Topics.ALL) {
            Schema schema = RegisteredForm.of(SpecificData.get().getSchema(topic.value()));
            schemas.put(schema.getName(), schema);
        }
        return schemas;
    }

    /** By release, then by simple name. */
    static Map<String, Map<String, Schema>> released() throws IOException {
        Map<String, Map<String, Schema>> releases = new TreeMap<>();
        try (Stream<Path> folders = Files.list(RELEASED)) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                releases.put(folder.getFileName().toString(), read(folder));
            }
        }
        return releases;
    }

    private static Map<String, Schema> read(Path folder) throws IOException {
        Map<String, Schema> schemas = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                // A parser of its own for each file: every file must be complete in itself.
                Schema schema = new Schema.Parser().parse(Files.readString(file));
                schemas.put(schema.getName(), schema);
            }
        }
        return schemas;
    }

    /** Writes today's schemas into the folder of a release; what was there is replaced. */
    static void release(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Schema schema : current().values()) {
            Files.writeString(
                    folder.resolve(schema.getName() + SUFFIX), SchemaFormatter.format("json/pretty", schema) + "\n");
        }
    }
}
