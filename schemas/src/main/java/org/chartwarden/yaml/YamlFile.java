package org.chartwarden.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * One YAML file and what is wrong with it.
 *
 * @param name as problems name it
 * @param content its text
 */
public record YamlFile(String name, String content, Problems problems) {

    /** So much text has no rule; whoever puts a film into the folder shall not stop the service. */
    private static final long MOST_BYTES = 1 << 20;

    /**
     * The text of a file.
     *
     * @throws IOException also when it is no UTF-8, or larger than a mebibyte
     */
    public static String textOf(Path file) throws IOException {
        long bytes = Files.size(file);
        if (bytes > MOST_BYTES) {
            throw new IOException("it has " + bytes + " bytes, and may have " + MOST_BYTES);
        }
        return Files.readString(file);
    }

    /** The file's one document; empty, once reported, when it is no YAML. */
    public Optional<Node> root() {
        try {
            Optional<Node> root =
                    new Compose(LoadSettings.builder().setLabel(name).build()).composeString(content);
            if (root.isEmpty()) {
                problems.add(new Position(name, 1, 1), "the file is empty");
            }
            return root;
        } catch (MarkedYamlEngineException e) {
            Position where = e.getProblemMark().map(this::positionOf).orElse(new Position(name, 1, 1));
            problems.add(where, "is not YAML: " + e.getProblem());
        } catch (StackOverflowError e) {
            problems.add(new Position(name, 1, 1), "is nested too deeply");
        } catch (YamlEngineException e) {
            problems.add(new Position(name, 1, 1), "is not YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    /** Where a node begins. */
    public Position positionOf(Node node) {
        return positionOf(node.getStartMark().orElseThrow());
    }

    /** A scalar with the place of each of its characters. */
    public ScalarText text(ScalarNode node) {
        return ScalarText.of(node, name, content);
    }

    private Position positionOf(Mark mark) {
        return new Position(name, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
