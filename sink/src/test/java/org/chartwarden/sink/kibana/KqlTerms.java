package org.chartwarden.sink.kibana;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which fields a query in Kibana's language names, and which bare words it compares them with. */
final class KqlTerms {

    private static final String FIELD = "([@A-Za-z_][\\w.@]*)\\s*";
    private static final Pattern NESTED = Pattern.compile(FIELD + ":\\s*\\{([^}]*)\\}");
    private static final Pattern TERM = Pattern.compile(FIELD + "(?::|>=|<=|>|<)\\s*(\\([^)]*\\)|[\\w*-]*)");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    private KqlTerms() {}

    /** Field to words; a field that is compared with something in quotes has none. */
    static Map<String, Set<String>> of(String query) {
        Map<String, Set<String>> terms = new LinkedHashMap<>();
        String rest = QUOTED.matcher(query).replaceAll("");
        Matcher nested = NESTED.matcher(rest);
        while (nested.find()) {
            String path = nested.group(1);
            of(nested.group(2)).forEach((field, words) -> terms.put(path + "." + field, words));
        }
        Matcher term = TERM.matcher(NESTED.matcher(rest).replaceAll(""));
        while (term.find()) {
            Set<String> words = new TreeSet<>(List.of(term.group(2).split("[()\\s]+")));
            words.removeAll(Set.of("", "or", "and", "not"));
            terms.put(term.group(1), words);
        }
        return terms;
    }
}
