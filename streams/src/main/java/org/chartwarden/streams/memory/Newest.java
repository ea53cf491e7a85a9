package org.chartwarden.streams.memory;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Holds the entries that were asked for last, up to a number. For use by one thread. */
public final class Newest<K, V> {

    private static final float LOAD = 0.75f;

    private final int most;
    private final Map<K, V> entries;

    public Newest(int most) {
        this.most = most;
        this.entries = new LinkedHashMap<>(most, LOAD, true);
    }

    /** Null when it is not held. */
    public V get(K key) {
        return entries.get(key);
    }

    public void put(K key, V value) {
        entries.put(key, value);
        if (entries.size() > most) {
            Iterator<K> oldestFirst = entries.keySet().iterator();
            oldestFirst.next();
            oldestFirst.remove();
        }
    }

    /** The one that is held, else the one that is made, which is held from now on. */
    public V get(K key, Function<K, V> made) {
        V held = entries.get(key);
        if (held == null) {
            held = made.apply(key);
            put(key, held);
        }
        return held;
    }

    public void clear() {
        entries.clear();
    }
}
