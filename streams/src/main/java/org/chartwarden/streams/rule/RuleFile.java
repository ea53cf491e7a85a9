package org.chartwarden.streams.rule;

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
record RuleFile(String name, String content, Problems problems) {

    /** The file's one document; empty, once reported, when it is no YAML. */
    Optional<Node> root() {
        try {
            Optional<Node> root =
                    new Compose(LoadSettings.builder().setLabel(name).build()).composeString(content);
            if (root.isEmpty()) {
                problems.add(new Position(name, 1, 1), "the file is empty; a file holds one rule");
            }
            return root;
        } catch (MarkedYamlEngineException e) {
            Position where = e.getProblemMark().map(this::positionOf).orElse(new Position(name, 1, 1));
            problems.add(where, "is not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            problems.add(new Position(name, 1, 1), "is not YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    Position positionOf(Node node) {
        return positionOf(node.getStartMark().orElseThrow());
    }

    ScalarText text(ScalarNode node) {
        return ScalarText.of(node, name, content.lines().toList());
    }

    private Position positionOf(Mark mark) {
        return new Position(name, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
