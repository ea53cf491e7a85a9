package org.chartwarden.serde;

import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;

/**
 * What a serde does, under the keys and with the defaults of Confluent's serde.
 *
 * @param autoRegister {@code auto.register.schemas}: the serializer registers a schema that the registry lacks
 * @param useLatest {@code use.latest.version}: the serializer writes the subject's latest schema; only where it does not
 *     register
 * @param specific {@code specific.avro.reader}: the deserializer makes generated classes, not generic records
 * @param specificType {@code specific.avro.value.type} or {@code specific.avro.key.type}: which class; null for the one
 *     that the writer's schema names
 */
record SerdeSettings(boolean autoRegister, boolean useLatest, boolean specific, Class<?> specificType) {

    static final String AUTO_REGISTER = "auto.register.schemas";
    static final String USE_LATEST = "use.latest.version";
    static final String SPECIFIC = "specific.avro.reader";
    static final String VALUE_TYPE = "specific.avro.value.type";
    static final String KEY_TYPE = "specific.avro.key.type";

    private static final ConfigDef DEFINITION = new ConfigDef()
            .define(AUTO_REGISTER, Type.BOOLEAN, true, Importance.MEDIUM, "Register what the registry lacks.")
            .define(USE_LATEST, Type.BOOLEAN, false, Importance.LOW, "Write the latest schema.")
            .define(SPECIFIC, Type.BOOLEAN, false, Importance.MEDIUM, "Make generated classes.")
            .define(VALUE_TYPE, Type.CLASS, null, Importance.LOW, "Which class, for values.")
            .define(KEY_TYPE, Type.CLASS, null, Importance.LOW, "Which class, for keys.");

    /** @throws org.apache.kafka.common.config.ConfigException naming the key and what is allowed */
    static SerdeSettings of(Map<String, ?> configuration, boolean isKey) {
        AbstractConfig parsed = new AbstractConfig(DEFINITION, configuration, false);
        return new SerdeSettings(
                parsed.getBoolean(AUTO_REGISTER),
                parsed.getBoolean(USE_LATEST),
                parsed.getBoolean(SPECIFIC),
                parsed.getClass(isKey ? KEY_TYPE : VALUE_TYPE));
    }
}
