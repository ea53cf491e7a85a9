package org.chartwarden.streams.rule;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.chartwarden.streams.state.RuleMemory;
import org.chartwarden.streams.state.SubjectProfile;

/** The profile of one subject while one access is judged; what came in stays as it was. */
final class ProfileDraft {

    private final Supplier<SubjectProfile> profile;
    private Map<String, RuleMemory> remembered;
    private Map<String, RuleMemory> changed;

    /** @param profile gives null for none; asked at most once */
    ProfileDraft(Supplier<SubjectProfile> profile) {
        this.profile = profile;
    }

    private Map<String, RuleMemory> remembered() {
        if (remembered == null) {
            SubjectProfile known = profile.get();
            remembered = known == null ? Map.of() : known.getRules();
        }
        return remembered;
    }

    /** Empty also when another version or kind of the rule wrote it: a changed rule begins anew. */
    Optional<RuleMemory> of(Rule rule) {
        return Optional.ofNullable(changed == null ? remembered().get(rule.id()) : changed.get(rule.id()))
                .filter(memory -> memory.getShape().equals(rule.shape()));
    }

    void put(Rule rule, RuleMemory memory) {
        put(rule.id(), memory);
    }

    void put(String ruleId, RuleMemory memory) {
        if (changed == null) {
            changed = new HashMap<>(remembered());
        }
        changed.put(ruleId, memory);
    }

    /** @param rules ids of those that there are: one that is gone leaves nothing behind */
    Optional<SubjectProfile> changed(Set<String> rules) {
        if (changed == null) {
            return Optional.empty();
        }
        changed.keySet().retainAll(rules);
        return Optional.of(new SubjectProfile(changed));
    }
}
