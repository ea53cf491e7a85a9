package org.chartwarden.standalone.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chartwarden.producers.ingest.TransferListener;
import org.chartwarden.producers.source.Origin;
import org.chartwarden.producers.source.Refusal;
import org.chartwarden.standalone.terminal.Terminal;

/** Why records were refused, how often, and the first places of each reason: in bounded memory, without contents. */
final class Refusals implements TransferListener {

    private static final int REASONS = 20;
    private static final int PLACES = 3;

    private final Map<String, Places> byReason = new LinkedHashMap<>();

    private static final class Places {
        private final List<Origin> first = new ArrayList<>();
        private long count;
    }

    @Override
    public void deadLettered(Origin origin, Refusal reason) {
        boolean isKnown = byReason.containsKey(reason.getMessage());
        String text = isKnown || byReason.size() < REASONS ? reason.getMessage() : "other reasons";
        Places places = byReason.computeIfAbsent(text, key -> new Places());
        places.count++;
        if (places.first.size() < PLACES) {
            places.first.add(origin);
        }
    }

    /** Prints nothing when nothing was refused. */
    void print(Terminal terminal, String title) {
        if (byReason.isEmpty()) {
            return;
        }
        terminal.line("%s", title);
        byReason.forEach((reason, places) -> {
            terminal.line("  %,d: %s", places.count, reason);
            String first = places.first.stream().map(Origin::toString).collect(Collectors.joining("; "));
            terminal.line("     at %s%s", first, places.count > places.first.size() ? "; ..." : "");
        });
    }
}
