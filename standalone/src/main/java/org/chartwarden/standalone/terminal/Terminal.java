package org.chartwarden.standalone.terminal;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Prints what a person at the terminal should see, in one style. */
public final class Terminal {

    private static final int WIDTH = 100;

    private final PrintWriter out;
    private final long start = System.nanoTime();

    public Terminal(PrintWriter out) {
        this.out = out;
    }

    /** A title, underlined, after an empty line. */
    public void heading(String text) {
        out.println();
        out.println(text);
        out.println("─".repeat(text.length()));
    }

    /** One line, in {@link String#format}'s terms. */
    public void line(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
        out.flush();
    }

    /** A part that is ready, with the seconds since the start. */
    public void ready(String part) {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        line("  %-14s ready after %4.1f s", part, elapsed.toMillis() / 1000.0);
    }

    /** Breaks a long sentence into lines that hang under its first word. */
    public void bullet(String indent, String text) {
        StringBuilder lineSoFar = new StringBuilder(indent + "• ");
        String hanging = " ".repeat(indent.length() + 2);
        for (String word : text.split(" ")) {
            if (lineSoFar.length() + word.length() > WIDTH) {
                line("%s", lineSoFar.toString().stripTrailing());
                lineSoFar = new StringBuilder(hanging);
            }
            lineSoFar.append(word).append(' ');
        }
        line("%s", lineSoFar.toString().stripTrailing());
    }
}
