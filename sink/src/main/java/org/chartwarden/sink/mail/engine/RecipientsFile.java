package org.chartwarden.sink.mail.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chartwarden.settings.SettingsException;
import org.chartwarden.yaml.Fields;
import org.chartwarden.yaml.Problems;
import org.chartwarden.yaml.YamlFile;

/** Reads {@code mail.recipients.file} (docs/email.md). */
final class RecipientsFile {

    private static final List<String> KEYS = List.of("recipients", "facilities", "escalation");
    private static final List<String> FACILITY_KEYS = List.of("name", "departments");

    private final Problems problems = new Problems();
    private final Recipients without;
    private final Map<String, Set<String>> facilities = new HashMap<>();

    private RecipientsFile(Recipients without) {
        this.without = without;
    }

    /**
     * Reads it.
     *
     * @param without whom mails go to without the file: the fallback of those that it names
     * @throws SettingsException with everything that is wrong, each with line and column
     */
    static Recipients load(String file, Recipients without) {
        try {
            return of(file, YamlFile.textOf(Path.of(file)), without);
        } catch (IOException e) {
            throw new SettingsException("mail.recipients.file: " + file + " could not be read (" + e + ").", e);
        }
    }

    static Recipients of(String name, String content, Recipients without) {
        RecipientsFile reader = new RecipientsFile(without);
        YamlFile file = new YamlFile(name, content, reader.problems);
        Optional<Recipients> recipients =
                file.root().map(root -> Fields.of(file, root, KEYS)).map(reader::read);
        if (reader.problems.count() > 0) {
            throw new SettingsException("The recipients of mails were refused, and nothing was started:\n"
                    + String.join("\n", reader.problems.lines()));
        }
        return recipients.orElseThrow();
    }

    private Recipients read(Fields root) {
        root.maps("facilities", FACILITY_KEYS).forEach(this::facility);
        RecipientFields reader = new RecipientFields(facilities, without.hourlyLimit());
        List<Fields> each = root.maps("recipients", RecipientFields.KEYS);
        List<Recipient> named = eachOnce(each, reader::recipient);
        if (each.isEmpty()) {
            root.problem("recipients", "must name somebody");
        }
        List<Escalation> escalations = root.has("escalation")
                ? eachOnce(root.maps("escalation", RecipientFields.ESCALATION_KEYS), reader::escalation)
                : without.escalations();
        return new Recipients(named, without.fallback(), escalations, without.hourlyLimit());
    }

    private void facility(Fields fields) {
        Set<String> departments = new HashSet<>(fields.texts("departments"));
        if (departments.isEmpty()) {
            fields.problem("departments", "must name at least one department's id");
        }
        fields.text("name").ifPresent(name -> {
            if (facilities.put(name, departments) != null) {
                fields.problem("name", "\"" + name + "\" stands here a second time");
            }
        });
    }

    private interface Reader<T> {

        Optional<T> read(Fields fields);
    }

    /** Reads mappings, each of another address. */
    private static <T> List<T> eachOnce(List<Fields> maps, Reader<T> reader) {
        List<T> read = new ArrayList<>();
        Set<String> addresses = new HashSet<>();
        for (Fields fields : maps) {
            reader.read(fields).ifPresent(read::add);
            boolean again = fields.has("address")
                    && fields.text("address")
                            .filter(address -> !addresses.add(Addresses.key(address)))
                            .isPresent();
            if (again) {
                fields.problem("address", "stands here a second time");
            }
        }
        return read;
    }
}
