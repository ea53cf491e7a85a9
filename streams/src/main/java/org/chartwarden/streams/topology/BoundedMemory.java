package org.chartwarden.streams.topology;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * Bounds the memory of RocksDB, for all stores of the process together. By default each store has 50 MB of cache and 48
 * MB of write buffers of its own, and a window store each of its segments: some gigabytes with twelve partitions.
 */
public final class BoundedMemory implements RocksDBConfigSetter {

    private static final long MEBIBYTE = 1L << 20;
    private static final long TOTAL = 128 * MEBIBYTE;
    private static final long WRITE_BUFFERS = 48 * MEBIBYTE;
    private static final long WRITE_BUFFER = 4 * MEBIBYTE;

    static {
        RocksDB.loadLibrary();
    }

    // Shared by all stores, and so never closed while the process lives.
    private static final Cache CACHE = new LRUCache(TOTAL);
    private static final WriteBufferManager BUFFERS = new WriteBufferManager(WRITE_BUFFERS, CACHE);

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configuration) {
        // Streams insists on the table format that it has made itself.
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(CACHE);
        // Else indexes and filters would stand beside the cache, unbounded.
        table.setCacheIndexAndFilterBlocks(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setWriteBufferManager(BUFFERS);
        options.setWriteBufferSize(WRITE_BUFFER);
        options.setTableFormatConfig(table);
    }

    @Override
    public void close(String storeName, Options options) {
        // Cache and buffers belong to all stores.
    }
}
