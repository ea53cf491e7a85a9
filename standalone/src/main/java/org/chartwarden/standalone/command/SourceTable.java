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

    private SourceTable() {}

    /** Prints nothing when there is no source. */
    static void print(Terminal terminal, List<SourceLine> sources) {
        if (sources.isEmpty()) {
            return;
        }
        terminal.heading("Sources (counts since the services' start)");
        terminal.line(
                "  %-20s%s%10s",
                "", columns(count -> count.name().toLowerCase(Locale.ROOT).replace('_', '-')), "lag");
        for (SourceLine source : sources) {
            terminal.line(
                    "  %-20s%s%8.0f s",
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
