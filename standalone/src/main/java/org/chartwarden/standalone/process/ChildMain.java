package org.chartwarden.standalone.process;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * The entry point of every child process: {@code ChildMain MAIN-CLASS ARGUMENT…}.
 *
 * <p>It ties the child's life to its parent's. The parent holds the other end of standard input; when that ends, the
 * parent is gone (even by {@code kill -9}) and the child exits in order, shutdown hooks included. Uses the JDK only, so
 * that it can stand before any class path.
 */
public final class ChildMain {

    /** System property: the file that this process keeps locked. */
    static final String LOCK_PROPERTY = "chartwarden.child.lock";

    /** Exit status when the main method threw. */
    static final int EXIT_FAILED = 1;

    /** Exit status when the parent went away. */
    static final int EXIT_PARENT_GONE = 3;

    /** Never closed: the operating system releases the lock when the process ends, however it ends. */
    private static FileChannel lock;

    private ChildMain() {}

    /** @param arguments the real main class and its arguments */
    public static void main(String[] arguments) {
        exitWithParent();
        try {
            waitForPredecessor();
            runMain(arguments[0], Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (InvocationTargetException e) {
            fail(e.getCause());
        } catch (ReflectiveOperationException | IOException e) {
            fail(e);
        }
    }

    private static void runMain(String mainClass, String[] arguments) throws ReflectiveOperationException {
        Method main = Class.forName(mainClass).getMethod("main", String[].class);
        main.invoke(null, (Object) arguments);
    }

    private static void exitWithParent() {
        Thread watch = new Thread(ChildMain::awaitEndOfInput, "parent-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private static void awaitEndOfInput() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            System.err.println("Standard input broke, taken as the parent's end: " + e.getMessage());
        }
        System.exit(EXIT_PARENT_GONE);
    }

    /**
     * After the parent was killed, its children need a few seconds to stop. A new child of the same name over the same
     * data waits here for that, rather than fail on a locked database.
     */
    private static void waitForPredecessor() throws IOException {
        lock = FileChannel.open(
                Path.of(System.getProperty(LOCK_PROPERTY)), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        lock.lock();
    }

    private static void fail(Throwable problem) {
        problem.printStackTrace();
        // The first line of a stack trace is far above the last; this one is what the parent shows.
        System.err.println(problem);
        System.exit(EXIT_FAILED);
    }
}
