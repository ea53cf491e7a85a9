package org.chartwarden.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a service was told: a properties file, overridden by the environment ({@code CHARTWARDEN_MAIL_HOST} sets
 * {@code mail.host}; a dot or a hyphen of the key is an underscore). Immutable.
 */
public final class Settings {

    /** What follows this prefix goes to every Kafka client as it is: {@code kafka.bootstrap.servers}. */
    public static final String KAFKA = "kafka.";

    /** What follows this prefix goes to the serde as it is: {@code serde.schema.registry.url}. */
    public static final String SERDE = "serde.";

    private static final String ENVIRONMENT = "CHARTWARDEN_";

    /** Used by the launcher script and the containers, not by a service. */
    private static final List<String> NOT_SETTINGS = List.of("CHARTWARDEN_CONFIG", "CHARTWARDEN_DATA");

    private final Map<String, String> values;

    private Settings(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * Reads the file, then the environment, which wins.
     *
     * @param file a properties file, or null for the environment alone
     * @throws SettingsException naming every unknown key at once, or the file when it cannot be read
     */
    public static Settings load(Path file, Map<String, String> environment) {
        Map<String, String> values = new TreeMap<>();
        if (file != null) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new SettingsException("The settings file " + file + " could not be read (" + e + ").", e);
            }
            properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
        }
        environment.forEach((name, value) -> {
            if (name.startsWith(ENVIRONMENT) && !NOT_SETTINGS.contains(name)) {
                values.put(keyOf(name), value);
            }
        });
        return of(values);
    }

    /** @throws SettingsException naming every unknown key at once */
    public static Settings of(Map<String, String> values) {
        List<String> unknown = values.keySet().stream()
                .filter(key -> !key.startsWith(KAFKA) && !key.startsWith(SERDE))
                .filter(key -> Setting.of(key).isEmpty())
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw new SettingsException("Unknown settings: " + String.join(", ", unknown)
                    + ". docs/configuration.md lists the known ones.");
        }
        return new Settings(values);
    }

    /** The same settings with some replaced or added. */
    public Settings with(Map<String, String> changes) {
        Map<String, String> changed = new TreeMap<>(values);
        changed.putAll(changes);
        return of(changed);
    }

    /** Everything that was set, without the defaults. */
    public Map<String, String> asMap() {
        return values;
    }

    /** For every Kafka client: the keys after {@link #KAFKA}. */
    public Map<String, String> kafka() {
        Map<String, String> kafka = after(KAFKA);
        if (!kafka.containsKey("bootstrap.servers")) {
            throw new SettingsException(
                    "kafka.bootstrap.servers is not set: it must name a broker, such as host:9092.");
        }
        return kafka;
    }

    /** For the serde: the keys after {@link #SERDE}, under Confluent's names. */
    public Map<String, String> serde() {
        Map<String, String> serde = after(SERDE);
        serde.remove("class");
        if (!serde.containsKey("schema.registry.url")) {
            throw new SettingsException(
                    "serde.schema.registry.url is not set: it must be the registry's URL, such as http://host:8081.");
        }
        return serde;
    }

    /** What is set, else the default, else empty. A blank value counts as not set. */
    public Optional<String> optional(Setting setting) {
        return Optional.ofNullable(values.get(setting.key()))
                .filter(value -> !value.isBlank())
                .or(setting::defaultValue);
    }

    /** @throws SettingsException when it is not set and has no default */
    public String text(Setting setting) {
        return optional(setting)
                .orElseThrow(() ->
                        new SettingsException(setting.key() + " is not set, and has no default. " + setting.meaning()));
    }

    public int integer(Setting setting) {
        return parse(setting, "a whole number", Integer::valueOf);
    }

    public boolean flag(Setting setting) {
        return parse(setting, "true or false", value -> switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        });
    }

    public Duration duration(Setting setting) {
        return parse(setting, "an ISO 8601 duration such as P7D or PT1H", Duration::parse);
    }

    public Period period(Setting setting) {
        return parse(setting, "an ISO 8601 period of years, months and days such as P10Y", Period::parse);
    }

    public ZoneId zone(Setting setting) {
        return parse(setting, "a time zone such as Europe/Berlin", ZoneId::of);
    }

    private <T> T parse(Setting setting, String allowed, Function<String, T> parser) {
        String value = text(setting);
        try {
            return parser.apply(value.strip());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new SettingsException(setting.key() + " is \"" + value + "\", but must be " + allowed + ".", e);
        }
    }

    private Map<String, String> after(String prefix) {
        Map<String, String> matching = new TreeMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                matching.put(key.substring(prefix.length()), value);
            }
        });
        return matching;
    }

    /** A key with a hyphen cannot be told from one with a dot, so the known keys are asked first. */
    private static String keyOf(String environmentName) {
        String suffix = environmentName.substring(ENVIRONMENT.length());
        for (Setting setting : Setting.values()) {
            if (setting.key().toUpperCase(Locale.ROOT).replaceAll("[.-]", "_").equals(suffix)) {
                return setting.key();
            }
        }
        return suffix.toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
