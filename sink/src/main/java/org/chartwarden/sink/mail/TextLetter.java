package org.chartwarden.sink.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A letter as plain text: blocks with an empty line between them, wrapped where the reader's mail program likes. */
final class TextLetter {

    private TextLetter() {}

    static String write(Letter letter) {
        List<String> blocks = new ArrayList<>(letter.paragraphs());
        blocks.add(facts(letter.facts()));
        letter.groups().forEach(group -> addGroup(blocks, group));
        letter.link().ifPresent(link -> blocks.add(link.target()));
        blocks.addAll(letter.footer());
        return String.join("\n\n", blocks) + "\n";
    }

    private static void addGroup(List<String> blocks, Letter.Group group) {
        blocks.add("== " + group.severity() + " (" + group.count() + ")");
        group.rows().forEach(row -> blocks.add(row(row)));
        if (group.more() > 0) {
            blocks.add("and " + group.more() + " more");
        }
    }

    private static String row(Letter.Row row) {
        return fact("Alert", row.alertId())
                + fact("Raised", row.raised())
                + fact("Review by", row.deadline())
                + row.link();
    }

    private static String facts(Map<String, String> facts) {
        StringBuilder lines = new StringBuilder();
        facts.forEach((name, value) -> lines.append(fact(name, value)));
        return lines.toString().stripTrailing();
    }

    private static String fact(String name, String value) {
        return "%-10s %s\n".formatted(name + ":", value);
    }
}
