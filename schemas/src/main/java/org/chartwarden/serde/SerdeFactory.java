package org.chartwarden.serde;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.SettingsException;

/**
 * Makes the serdes of all topics from the class that a site configured: ours, or Confluent's own.
 *
 * <pre>{@code
 * SerdeFactory serdes = new SerdeFactory("org.chartwarden.serde.AvroSerde",
 *         Map.of("schema.registry.url", "http://localhost:8081"));
 * Serde<AccessEvent> accesses = serdes.valueSerde(AccessEvent.class);
 * }</pre>
 */
public final class SerdeFactory {

    /** A key of Confluent's serde; ours registers every schema without what only Java knows. */
    private static final String REMOVE_JAVA_PROPERTIES = "avro.remove.java.properties";

    private final Class<?> serdeClass;
    private final Map<String, String> configuration;

    /**
     * @param serdeClass the name of a class that implements {@link Serde} and has a public constructor without
     *     parameters: {@code serde.class}
     * @param configuration what each serde is configured with, as it is
     * @throws SettingsException when there is no such class
     */
    public SerdeFactory(String serdeClass, Map<String, String> configuration) {
        TrustedClasses.ensure();
        this.serdeClass = load(serdeClass);
        this.configuration = Map.copyOf(configuration);
    }

    /**
     * A new serde for the values of a topic; whoever takes it closes it.
     *
     * @param type the generated class of the values
     */
    public <T extends SpecificRecord> Serde<T> valueSerde(Class<T> type) {
        Map<String, Object> completed = new HashMap<>(configuration);
        completed.put(SerdeSettings.SPECIFIC, true);
        completed.put(SerdeSettings.VALUE_TYPE, type);
        completed.putIfAbsent(REMOVE_JAVA_PROPERTIES, true);
        Serde<T> serde = instantiate();
        serde.configure(completed, false);
        return serde;
    }

    private static Class<?> load(String name) {
        try {
            Class<?> type = Class.forName(name);
            if (!Serde.class.isAssignableFrom(type)) {
                throw refused(name, "does not implement " + Serde.class.getName(), null);
            }
            return type;
        } catch (ClassNotFoundException | LinkageError e) {
            throw refused(
                    name,
                    "cannot be loaded (" + e + "): put its jar, and those it needs, on the class path as"
                            + " docs/schema-registry.md says",
                    e);
        }
    }

    @SuppressWarnings("unchecked") // A Serde is for whatever it is configured for: its type is erased.
    private <T> Serde<T> instantiate() {
        try {
            return (Serde<T>) serdeClass.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw refused(serdeClass.getName(), "needs a public constructor without parameters that works", e);
        }
    }

    private static SettingsException refused(String name, String reason, Throwable cause) {
        return new SettingsException(Setting.SERDE_CLASS.key() + " is " + name + ", which " + reason + ".", cause);
    }
}
