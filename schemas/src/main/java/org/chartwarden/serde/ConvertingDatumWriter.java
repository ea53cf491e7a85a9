package org.chartwarden.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;

/**
 * Writes records of one schema in another one, which Avro must be able to resolve it to. A generated class knows its
 * own fields only, by position: written straight in a schema with one more field, its fields would be mixed up.
 */
final class ConvertingDatumWriter<T> implements DatumWriter<T> {

    private final DatumWriter<T> own;
    private final GenericDatumReader<Object> converter;
    private final GenericDatumWriter<Object> target;

    ConvertingDatumWriter(DatumWriter<T> own, Schema ownSchema, Schema targetSchema) {
        this.own = own;
        this.converter = new GenericDatumReader<>(ownSchema, targetSchema);
        this.target = new GenericDatumWriter<>(targetSchema);
    }

    @Override
    public void setSchema(Schema schema) {
        throw new UnsupportedOperationException("Both schemas are given when this is made.");
    }

    @Override
    public void write(T datum, Encoder out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        own.write(datum, encoder);
        Object converted = converter.read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
        target.write(converted, out);
    }
}
