package org.chartwarden.sink.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.chartwarden.model.Alert;

/**
 * A case whose every text can be recognised wherever it turns up: names of two words, numbers and codes, in every field
 * that there is, also those that are added later.
 */
final class FilledCase {

    private final Random random;
    private final Set<String> identifiers = new TreeSet<>();

    FilledCase(long seed) {
        this.random = new Random(seed);
    }

    /** Every text of the case, and every word of a text. */
    Set<String> identifiers() {
        return identifiers;
    }

    /** An alert with everything in it; only its id is what ids are. */
    Alert alert(String alertId) {
        return Alert.newBuilder(record(Alert.class, Alert.getClassSchema()))
                .setAlertId(alertId)
                .build();
    }

    <T extends SpecificRecord> T record(Class<T> type, Schema schema) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Encoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
            new GenericDatumWriter<>(schema).write(fill(schema), encoder);
            Decoder decoder = DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null);
            return new SpecificDatumReader<>(type).read(null, decoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private GenericRecord fill(Schema schema) {
        GenericRecord record = new GenericData.Record(schema);
        schema.getFields().forEach(field -> record.put(field.pos(), value(field.schema())));
        return record;
    }

    private Object value(Schema schema) {
        return switch (schema.getType()) {
            case STRING -> text();
            case RECORD -> fill(schema);
            case ARRAY -> List.of(value(schema.getElementType()));
            case MAP -> new HashMap<>(Map.of(text(), value(schema.getValueType())));
            case UNION -> value(schema.getTypes().get(schema.getTypes().size() - 1));
            case ENUM ->
                new GenericData.EnumSymbol(
                        schema,
                        schema.getEnumSymbols()
                                .get(random.nextInt(schema.getEnumSymbols().size())));
            case INT -> 1_000_000 + random.nextInt(1_000_000);
            case LONG -> -random.nextLong(1L << 40); // as a time: before 1970, so no mail's own
            case BOOLEAN -> random.nextBoolean();
            case BYTES -> ByteBuffer.wrap(text().getBytes(StandardCharsets.UTF_8));
            case DOUBLE -> random.nextDouble();
            case FLOAT -> random.nextFloat();
            case NULL, FIXED -> throw new IllegalStateException("no record has one: " + schema);
        };
    }

    /** Such as "Xo3f9a M\u00fc81c2-77": a name, a letter beyond ASCII and a number. */
    private String text() {
        String name = "X" + word();
        String other = "M\u00fc" + word() + "-" + (100_000 + random.nextInt(900_000));
        Stream.of(name + " " + other, name, other).forEach(identifiers::add);
        Stream.of(other.split("-")).forEach(identifiers::add);
        return name + " " + other;
    }

    private String word() {
        byte[] bytes = new byte[4];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
