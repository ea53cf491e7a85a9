package org.chartwarden.producers.delimited;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chartwarden.yaml.Fields;
import org.chartwarden.yaml.YamlFile;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a mapping from its file. The format is docs/mappings.md. */
final class MappingReader {

    private static final List<String> KEYS = Stream.of(
                    List.of("name", "kind", "list", "snapshot", "perDepartment", "zone"),
                    FormatReader.KEYS,
                    List.of("empty", "constants", "fields", "filters", "requires"))
            .flatMap(List::stream)
            .toList();
    private static final List<String> FILTER_KEYS = List.of("column", "is", "isNot", "matches");
    private static final String NAME = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    private final YamlFile file;
    private final Entry root;
    private final Fields fields;
    private final ZoneId siteZone;

    private MappingReader(YamlFile file, Node node, ZoneId siteZone) {
        this.file = file;
        this.root = Entry.of(file, node, KEYS);
        this.fields = root.fields();
        this.siteZone = siteZone;
    }

    /** The mapping of a file; empty when there were problems, which are then reported. */
    static Optional<Mapping> read(YamlFile file, ZoneId siteZone) {
        int before = file.problems().count();
        return file.root()
                .flatMap(node -> new MappingReader(file, node, siteZone).mapping())
                .filter(mapping -> file.problems().count() == before);
    }

    private Optional<Mapping> mapping() {
        Optional<String> name = fields.value("name", "lower-case words joined by hyphens", MappingReader::checkedName);
        Optional<Kind> kind = fields.choice("kind", Kind.class);
        RowFormat format = new FormatReader(fields).read();
        if (name.isEmpty() || kind.isEmpty()) {
            return Optional.empty();
        }
        Mapping.Identity identity = identity(name.get(), kind.get());
        Mapping mapping = new Mapping(
                identity,
                format,
                zone(),
                rules(kind.get()),
                filters(),
                fields.has("requires") ? Optional.of(fields.texts("requires")) : Optional.empty());
        new MappingCheck(fields, mapping).run();
        return Optional.of(mapping);
    }

    private Mapping.Identity identity(String name, Kind kind) {
        String list = fields.has("list")
                ? fields.value("list", "lower-case words joined by hyphens", MappingReader::checkedName)
                        .orElse(name)
                : name;
        return new Mapping.Identity(name, kind, list, flag("snapshot"), flag("perDepartment"));
    }

    private boolean flag(String key) {
        return fields.has(key) && fields.flag(key).orElse(false);
    }

    private ZoneId zone() {
        return fields.has("zone")
                ? fields.value("zone", "site, or a time zone such as Europe/Berlin", this::zoneOf)
                        .orElse(siteZone)
                : siteZone;
    }

    private ZoneId zoneOf(String text) {
        try {
            return text.equals("site") ? siteZone : ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private Map<String, FieldRule> rules(Kind kind) {
        Map<String, FieldRule> rules = new LinkedHashMap<>();
        List<String> empty = fields.texts("empty");
        fields.map("fields", kind.fields()); // reports that it is missing or no mapping
        root.map("fields", kind.fields())
                .ifPresent(entry -> entry.fields()
                        .keys()
                        .forEach(field -> FieldRuleReader.read(entry, field, kind.type(field), empty)
                                .ifPresent(rule -> rules.put(field, rule))));
        root.mapping("constants", kind.fields())
                .ifPresent(entry -> entry.fields()
                        .keys()
                        .forEach(field -> constant(entry.fields(), field, kind).ifPresent(rule -> {
                            if (rules.putIfAbsent(field, rule) != null) {
                                entry.fields().problem(field, "stands among the fields too");
                            }
                        })));
        return rules;
    }

    private static Optional<FieldRule> constant(Fields constants, String field, Kind kind) {
        Type type = kind.type(field);
        if (!type.hasWords()) {
            constants.problem(field, "is " + type.allowed() + ", which cannot be the same in all rows");
            return Optional.empty();
        }
        Optional<String> word = constants.text(field);
        word.filter(text -> !type.knows(text))
                .ifPresent(text -> constants.problem(field, "is \"" + text + "\", but must be " + type.allowed()));
        return word.map(FieldRule::constant);
    }

    private List<Filter> filters() {
        List<Filter> filters = new ArrayList<>();
        for (Fields filter : fields.maps("filters", FILTER_KEYS)) {
            Optional<String> column = filter.text("column");
            if (!filter.has("is") && !filter.has("isNot") && !filter.has("matches")) {
                filter.problem("column", "is compared with nothing; is, isNot or matches must stand beside it");
            }
            Optional<CellPattern> pattern = filter.has("matches")
                    ? filter.value("matches", "a regular expression without groups", text -> CellPattern.of(text, 0))
                    : Optional.empty();
            column.ifPresent(
                    name -> filters.add(new Filter(name, words(filter, "is"), words(filter, "isNot"), pattern)));
        }
        return filters;
    }

    private static Set<String> words(Fields filter, String key) {
        Set<String> words = new HashSet<>();
        filter.texts(key).forEach(word -> words.add(word.toLowerCase(Locale.ROOT)));
        return words;
    }

    private static String checkedName(String text) {
        if (!text.matches(NAME)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
