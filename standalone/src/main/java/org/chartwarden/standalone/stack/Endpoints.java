package org.chartwarden.standalone.stack;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.chartwarden.standalone.data.DataDirectory;
import org.chartwarden.standalone.data.PropertiesFile;

/**
 * The addresses of a stack, as they are written into its data directory for other processes to read.
 *
 * @param bootstrapServers key {@code bootstrap.servers}
 * @param schemaRegistryUrl key {@code schema.registry.url}
 * @param elasticsearchUrl key {@code elasticsearch.url}
 * @param smtp keys {@code smtp.host} and {@code smtp.port}
 */
public record Endpoints(String bootstrapServers, URI schemaRegistryUrl, URI elasticsearchUrl, SmtpAddress smtp)
        implements Stack {

    /**
     * Reads the addresses of the stack that uses this data directory.
     *
     * @return empty when none is up; after a crash the old addresses are still there, and nobody answers
     */
    public static Optional<Endpoints> of(Path dataDirectory) {
        Path file = DataDirectory.endpointsFile(dataDirectory);
        return Files.exists(file) ? Optional.of(of(PropertiesFile.read(file))) : Optional.empty();
    }

    private static Endpoints of(Properties properties) {
        return new Endpoints(
                properties.getProperty("bootstrap.servers"),
                URI.create(properties.getProperty("schema.registry.url")),
                URI.create(properties.getProperty("elasticsearch.url")),
                new SmtpAddress(
                        properties.getProperty("smtp.host"), Integer.parseInt(properties.getProperty("smtp.port"))));
    }

    void writeTo(Path file) {
        Properties properties = new Properties();
        properties.setProperty("bootstrap.servers", bootstrapServers);
        properties.setProperty("schema.registry.url", schemaRegistryUrl.toString());
        properties.setProperty("elasticsearch.url", elasticsearchUrl.toString());
        properties.setProperty("smtp.host", smtp.host());
        properties.setProperty("smtp.port", Integer.toString(smtp.port()));
        PropertiesFile.write(file, properties);
    }
}
