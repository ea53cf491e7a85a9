package org.chartwarden.standalone.command;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chartwarden.service.SourceMeter.SourceCount;
import org.chartwarden.standalone.check.SourceLine;
import org.chartwarden.standalone.terminal.Terminal;

/** The sources, one a line. */
final class SourceTable {

    private static final int LEAST_WIDTH = 20;

    private SourceTable() {}

    /** Prints nothing when there is no source. */
    static void print(Terminal terminal, List<SourceLine> sources) {
        if (sources.isEmpty()) {
            return;
        }
        int width = Math.max(
                LEAST_WIDTH,
                sources.stream()
                        .mapToInt(source -> source.source().length())
                        .max()
                        .orElse(0));
        String name = "  %-" + width + "s";
        terminal.heading("Sources (counts since the services' start)");
        terminal.line(
                name + "%s%10s",
                "",
                columns(count -> count.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                "lag");
        for (SourceLine source : sources) {
            terminal.line(
                    name + "%s%8.0f s",
                    source.source(),
                    columns(count -> "%,d".formatted(source.counts().get(count))),
                    source.lagSeconds());
        }
    }

    private static String columns(Function<SourceCount, String> value) {
        return Stream.of(SourceCount.values())
                .map(count -> "%14s".formatted(value.apply(count)))
                .collect(Collectors.joining());
    }
}
