package org.chartwarden.serde;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Type;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;

/**
 * Writes generated records. Nearly every union is of null and one other type, and Avro would look up the name of each
 * value's schema to tell which of them it is.
 */
final class NullableUnions<T> extends SpecificDatumWriter<T> {

    private static final int TWO = 2;

    NullableUnions(Schema schema, SpecificData data) {
        super(schema, data);
    }

    @Override
    protected int resolveUnion(Schema union, Object datum) {
        List<Schema> types = union.getTypes();
        if (types.size() == TWO) {
            if (types.get(0).getType() == Type.NULL) {
                return datum == null ? 0 : 1;
            }
            if (types.get(1).getType() == Type.NULL) {
                return datum == null ? 1 : 0;
            }
        }
        return super.resolveUnion(union, datum);
    }
}
