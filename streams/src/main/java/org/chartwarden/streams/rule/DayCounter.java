package org.chartwarden.streams.rule;

import com.dynatrace.hash4j.distinctcount.UltraLogLog;
import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import org.chartwarden.streams.state.OpenDay;

/** Counts distinct values of one day: exactly while there are few, then by a sketch with an error of about 2 %. */
final class DayCounter {

    /** How values are remembered: what was remembered otherwise means nothing. */
    static final String FORMAT = "hash32";

    /** So many are counted exactly. */
    static final int FEW = 256;

    /** 1024 bytes. */
    private static final int PRECISION = 10;

    private static final Hasher64 HASHING = Hashing.komihash5_0();

    private DayCounter() {}

    static OpenDay empty(int day) {
        return new OpenDay(day, ByteBuffer.allocate(0), null);
    }

    /** The day with one value more, which may be known. */
    static OpenDay add(OpenDay day, String value) {
        int hash = (int) HASHING.hashCharsToLong(value);
        if (day.getSketch() != null) {
            return sketched(day, sketch(day).add(scattered(hash)));
        }
        IntBuffer known = day.getHashes().duplicate().asIntBuffer();
        for (int index = 0; index < known.limit(); index++) {
            if (known.get(index) == hash) {
                return day;
            }
        }
        return known.limit() < FEW
                ? exact(day, hash)
                : sketched(day, sketchOf(known).add(scattered(hash)));
    }

    private static UltraLogLog sketchOf(IntBuffer hashes) {
        UltraLogLog sketch = UltraLogLog.create(PRECISION);
        while (hashes.hasRemaining()) {
            sketch.add(scattered(hashes.get()));
        }
        return sketch;
    }

    /** A sketch asks for 64 bits; of the 32 that a day remembers, so few thousands of values are told apart well enough. */
    private static long scattered(int hash) {
        return HASHING.hashIntToLong(hash);
    }

    private static OpenDay sketched(OpenDay day, UltraLogLog sketch) {
        return new OpenDay(day.getDay(), ByteBuffer.allocate(0), ByteBuffer.wrap(sketch.getState()));
    }

    private static OpenDay exact(OpenDay day, int hash) {
        ByteBuffer hashes = ByteBuffer.allocate((exactly(day) + 1) * Integer.BYTES)
                .put(day.getHashes().duplicate())
                .putInt(hash)
                .flip();
        return new OpenDay(day.getDay(), hashes, null);
    }

    /** How many distinct values the day has, about. */
    static int count(OpenDay day) {
        return day.getSketch() == null
                ? exactly(day)
                : Math.max(FEW + 1, (int) Math.round(sketch(day).getDistinctCountEstimate()));
    }

    private static int exactly(OpenDay day) {
        return day.getHashes().remaining() / Integer.BYTES;
    }

    private static UltraLogLog sketch(OpenDay day) {
        ByteBuffer state = day.getSketch().duplicate();
        byte[] bytes = new byte[state.remaining()];
        state.get(bytes);
        return UltraLogLog.wrap(bytes);
    }
}
