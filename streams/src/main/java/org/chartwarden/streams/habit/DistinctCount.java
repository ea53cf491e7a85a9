package org.chartwarden.streams.habit;

import com.dynatrace.hash4j.distinctcount.UltraLogLog;
import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Counts distinct ids in one kibibyte, to within some 2.5 %; nearly exactly while they are few (Ertl 2024). */
final class DistinctCount {

    private static final int PRECISION = 10;
    private static final Hasher64 HASHER = Hashing.komihash5_0();

    private DistinctCount() {}

    static ByteBuffer none() {
        return ByteBuffer.wrap(UltraLogLog.create(PRECISION).getState());
    }

    /** A new sketch; equal to the given one when the id was counted already. */
    static ByteBuffer with(ByteBuffer sketch, String id) {
        byte[] state = bytes(sketch);
        return ByteBuffer.wrap(
                UltraLogLog.wrap(state).add(HASHER.hashCharsToLong(id)).getState());
    }

    static double estimate(ByteBuffer sketch) {
        return UltraLogLog.wrap(bytes(sketch)).getDistinctCountEstimate();
    }

    private static byte[] bytes(ByteBuffer sketch) {
        int begin = sketch.arrayOffset() + sketch.position();
        return Arrays.copyOfRange(sketch.array(), begin, begin + sketch.remaining());
    }
}
