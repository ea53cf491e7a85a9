package org.chartwarden.streams.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.chartwarden.settings.SettingsException;
import org.chartwarden.yaml.Fields;
import org.chartwarden.yaml.Position;
import org.chartwarden.yaml.Problems;
import org.chartwarden.yaml.YamlFile;

/** Reads {@link ExplanationConfig} from the built-in file and a site's, which may name only what it changes. */
final class ExplanationReader {

    static final String BUILT_IN = "explanations.yaml";

    private static final String ENOUGH = "enough";

    private final Problems problems = new Problems();
    private final List<Fields> layers = new ArrayList<>();
    private final Map<Family, Reason> reasons = new EnumMap<>(Family.class);

    private Duration ownCare = Duration.ZERO;

    private ExplanationReader() {}

    static ExplanationConfig builtIn() {
        return of(List.of());
    }

    static ExplanationConfig load(Path file) {
        try {
            return of(List.of(new Source(file.toString(), Files.readString(file))));
        } catch (IOException e) {
            throw refused(List.of(new Position(file.toString(), 1, 1) + ": cannot be read as UTF-8 text: " + e), e);
        }
    }

    /** @param content of a site's file */
    static ExplanationConfig of(String name, String content) {
        return of(List.of(new Source(name, content)));
    }

    private record Source(String name, String content) {}

    private static ExplanationConfig of(List<Source> sites) {
        ExplanationReader reader = new ExplanationReader();
        Stream.concat(sites.stream(), Stream.of(new Source(BUILT_IN, resource())))
                .forEach(source -> reader.add(new YamlFile(source.name, source.content, reader.problems)));
        ExplanationConfig config = reader.read();
        if (reader.problems.count() > 0) {
            throw refused(reader.problems.lines(), null);
        }
        return config;
    }

    private static SettingsException refused(List<String> problems, Throwable cause) {
        return new SettingsException(
                "The explanations were refused, and nothing was started:\n" + String.join("\n", problems), cause);
    }

    private static String resource() {
        try (InputStream content = ExplanationReader.class.getResourceAsStream("/" + BUILT_IN)) {
            if (content == null) {
                throw new IllegalStateException("the resource " + BUILT_IN + " is missing");
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + BUILT_IN + " could not be read", e);
        }
    }

    private void add(YamlFile file) {
        List<String> keys = Stream.concat(
                        Stream.of(ENOUGH), Arrays.stream(Family.values()).map(Family::word))
                .toList();
        file.root().map(root -> Fields.of(file, root, keys)).ifPresent(layers::add);
    }

    private ExplanationConfig read() {
        double enough = layers.stream()
                .filter(fields -> fields.has(ENOUGH))
                .findFirst()
                .flatMap(fields -> fields.value(ENOUGH, "a number above 0, at most 1", ExplanationReader::above0))
                .orElse(1.0);
        Arrays.stream(Family.values()).forEach(this::read);
        return new ExplanationConfig(enough, ownCare, reasons);
    }

    private static double above0(String text) {
        double share = Shares.parse(text);
        if (share == 0) {
            throw new IllegalArgumentException(text);
        }
        return share;
    }

    private void read(Family family) {
        FamilySettings settings = new FamilySettings(layers.stream()
                .filter(fields -> fields.has(family.word()))
                .map(fields -> fields.map(family.word(), family.keys()))
                .flatMap(Optional::stream)
                .toList());
        Reason reason = family.read(settings);
        if (reason instanceof OwnEarlierCare own) {
            ownCare = own.reach();
        }
        if (settings.strength() > 0) {
            reasons.put(family, reason);
        }
    }
}
