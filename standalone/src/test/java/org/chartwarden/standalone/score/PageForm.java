package org.chartwarden.standalone.score;

import java.util.List;

/**
 * The form of the page: everything but figures. Of tables, the titles of columns and what the first cell of each row
 * says; a run may have more seeds than another. Which incidents were missed and who was accused is a result, not form.
 */
final class PageForm {

    private PageForm() {}

    static List<String> of(List<String> page) {
        return page.stream()
                .filter(line -> !line.startsWith("- `") && !line.equals("- Nothing."))
                .map(PageForm::withoutFigures)
                .toList();
    }

    private static String withoutFigures(String line) {
        if (line.startsWith("| figure") || line.startsWith("| kind")) {
            return line.replaceAll("(\\| seed \\d+ )+", "| seeds ");
        }
        if (line.startsWith("| ---")) {
            return "| ---";
        }
        if (line.startsWith("| ")) {
            return line.substring(0, line.indexOf('|', 1));
        }
        if (line.startsWith("./chartwarden score ")) {
            return "./chartwarden score";
        }
        return line.startsWith("Each seed is ") || line.startsWith("stories need.")
                ? line.replaceAll("[\\d,]+", "#")
                : line;
    }
}
