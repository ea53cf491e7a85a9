package org.chartwarden.yaml;

import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A text of a YAML file that knows where each of its characters stands: exactly for a text on one line and for a literal
 * block ({@code |}); a folded text is only known by its begin.
 *
 * @param position where its first character stands
 * @param literal line breaks of the text are line breaks of the file
 */
public record ScalarText(String value, Position position, boolean literal) {

    static ScalarText of(ScalarNode node, String file, String content) {
        Mark mark = node.getStartMark().orElseThrow();
        int line = mark.getLine() + 1;
        return switch (node.getScalarStyle()) {
            case PLAIN, JSON_SCALAR_STYLE ->
                new ScalarText(node.getValue(), new Position(file, line, mark.getColumn() + 1), false);
            case SINGLE_QUOTED, DOUBLE_QUOTED ->
                new ScalarText(node.getValue(), new Position(file, line, mark.getColumn() + 2), false);
            case LITERAL, FOLDED ->
                new ScalarText(
                        node.getValue(),
                        new Position(file, line + 1, indentation(content, line) + 1),
                        node.getScalarStyle() == ScalarStyle.LITERAL);
        };
    }

    /** @param index of the line behind the block's indicator, from 0 */
    private static int indentation(String content, int index) {
        return content.lines()
                .skip(index)
                .findFirst()
                .map(line -> line.length() - line.stripLeading().length())
                .orElse(0);
    }

    /**
     * Where a place in the text stands in the file.
     *
     * @param line in the text, from 1
     * @param column in the text, from 0
     */
    public Position positionOf(int line, int column) {
        if (line <= 1) {
            return new Position(position.file(), position.line(), position.column() + Math.max(0, column));
        }
        return literal
                ? new Position(position.file(), position.line() + line - 1, position.column() + Math.max(0, column))
                : position;
    }
}
