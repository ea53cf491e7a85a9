package org.chartwarden.producers;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;

/** How much memory a task asks for: what it costs to read a record, whatever the heap of the test. */
public final class AllocatedBytes {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private AllocatedBytes() {}

    /** By the thread that calls. */
    public static long of(Callable<?> task) throws Exception {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        task.call();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
