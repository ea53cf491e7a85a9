package org.chartwarden.producers.source;

import java.util.Collection;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * How much one record may tell. No id, name or code of the real world comes near these bounds; beyond them one record
 * could fill the topology's stores, where it would be found again at each restart.
 */
public final class Bounds {

    /** Of one text, in characters. */
    static final int LONGEST_TEXT = 1_024;

    /** Of one list. */
    static final int LONGEST_LIST = 1_000;

    private Bounds() {}

    /** @throws Refusal naming the first field that is too long, never its content */
    public static void require(SpecificRecord record) throws Refusal {
        for (Schema.Field field : record.getSchema().getFields()) {
            require(record.getSchema().getName() + "." + field.name(), record.get(field.pos()));
        }
    }

    private static void require(String path, Object value) throws Refusal {
        if (value instanceof CharSequence text && text.length() > LONGEST_TEXT) {
            throw new Refusal(
                    path, "would have %,d characters; %,d are allowed".formatted(text.length(), LONGEST_TEXT));
        }
        if (value instanceof SpecificRecord inner) {
            require(inner);
        }
        if (value instanceof Collection<?> list) {
            if (list.size() > LONGEST_LIST) {
                throw new Refusal(path, "would have %,d entries; %,d are allowed".formatted(list.size(), LONGEST_LIST));
            }
            for (Object entry : list) {
                require(path, entry);
            }
        }
    }
}
