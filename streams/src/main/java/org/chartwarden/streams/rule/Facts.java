package org.chartwarden.streams.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.chartwarden.model.Department;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.Explanation;
import org.chartwarden.streams.rule.Variable.Reader;

/**
 * One access as the rules see it. Values are looked up when a condition asks, and once: most conditions are decided by
 * few of them. For use by one thread.
 */
public final class Facts {

    private final String eventId;
    private final Instant time;
    private final ZoneId zone;
    private final Function<Variable, Object> told;
    private final Texts texts;
    private final Map<String, Object> known = new HashMap<>();
    private List<String> mitigations;

    /**
     * What reasons and alerts say of the access.
     *
     * @param unexplained why no reason was found
     * @param explanations every reason that was found, also those too weak to account for the access
     * @param departments names of the user's departments
     */
    private record Texts(List<String> unexplained, List<String> explanations, List<String> departments) {

        static final Texts NONE = new Texts(List.of(), List.of(), List.of());

        static Texts of(ExplainedAccess access) {
            return new Texts(
                    access.getUnexplainedBecause(),
                    access.getExplanations().stream().map(Explanation::getText).toList(),
                    access.getUserDepartments().stream().map(Facts::nameOf).toList());
        }
    }

    private Facts(String eventId, Instant time, ZoneId zone, Function<Variable, Object> told, Texts texts) {
        this.eventId = eventId;
        this.time = time;
        this.zone = zone;
        this.told = told;
        this.texts = texts;
    }

    /** @param zone in which days begin */
    public static Facts of(ExplainedAccess access, ZoneId zone) {
        return new Facts(
                access.getAccess().getEventId(),
                access.getAccess().getTime(),
                zone,
                variable -> ((Reader.Told) variable.reader()).of().apply(access),
                Texts.of(access));
    }

    /** Facts of an example: what it does not tell is ordinary. */
    static Facts told(String eventId, Instant time, ZoneId zone, Map<String, Object> values) {
        return new Facts(
                eventId, time, zone, variable -> values.getOrDefault(variable.word(), variable.ordinary()), Texts.NONE);
    }

    /** The same, but for the highest risk score of the rules that hit the access. */
    Facts withHitScore(int score) {
        Facts facts = new Facts(eventId, time, zone, told, texts);
        facts.known.putAll(known);
        facts.known.put(AccessVariables.HIT_SCORE.word(), (long) score);
        return facts;
    }

    public String eventId() {
        return eventId;
    }

    /** When it happened. */
    public Instant time() {
        return time;
    }

    /** The local day on which it happened. */
    public LocalDate day() {
        return LocalDate.ofInstant(time, zone);
    }

    /** Why no reason was found, in plain words. */
    public List<String> unexplained() {
        return texts.unexplained();
    }

    /** Names of the user's departments. */
    public List<String> departments() {
        return texts.departments();
    }

    /** The {@link Variable}'s value; null when there is no variable of that word. */
    public Object value(String word) {
        return Variable.of(word).map(this::value).orElse(null);
    }

    Object value(Variable variable) {
        Object value = known.get(variable.word());
        if (value == null) {
            value = read(variable);
            known.put(variable.word(), value);
        }
        return value;
    }

    private Object read(Variable variable) {
        return variable.reader() instanceof Reader.Derived derived
                ? derived.of().apply(this)
                : told.apply(variable);
    }

    String text(String word) {
        return (String) value(word);
    }

    private boolean is(Variable variable) {
        return (boolean) value(variable);
    }

    /** Department id, slash, role: each combination of the user's. */
    List<String> peerGroups() {
        List<String> groups = new ArrayList<>();
        for (Object department : (List<?>) value(UserVariables.DEPARTMENTS.word())) {
            for (Object role : (List<?>) value(UserVariables.ROLES.word())) {
                groups.add(department + "/" + role);
            }
        }
        return groups;
    }

    /** What speaks for the access, in plain words. */
    List<String> mitigations() {
        if (mitigations == null) {
            mitigations = newMitigations();
        }
        return mitigations;
    }

    private List<String> newMitigations() {
        List<String> mitigations = new ArrayList<>();
        if (is(AccessVariables.EMERGENCY)) {
            mitigations.add("The user declared an emergency");
        }
        if (!text(AccessVariables.OUTCOME.word()).equals("SUCCESS")) {
            mitigations.add("The system refused an access, which then showed nothing");
        }
        String strength =
                is(AccessVariables.EXPLAINED) ? "Accounts for an access: " : "Too weak to account for it alone: ";
        texts.explanations().forEach(text -> mitigations.add(strength + text));
        return mitigations;
    }

    private static String nameOf(Department department) {
        return Objects.requireNonNullElse(department.getName(), department.getId());
    }
}
