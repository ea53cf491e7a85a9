package org.chartwarden.streams.reload;

import java.util.Objects;
import java.util.function.Supplier;
import org.chartwarden.streams.rule.RulePack;

/** The rules that judge right now. They may be swapped while accesses are judged; the next access sees the new ones. */
public final class RunningRules implements Supplier<RulePack> {

    private volatile RulePack current;

    public RunningRules(RulePack first) {
        current = Objects.requireNonNull(first, "first");
    }

    /** The same object until the rules are swapped. */
    public RulePack current() {
        return current;
    }

    @Override
    public RulePack get() {
        return current;
    }

    void swap(RulePack next) {
        current = Objects.requireNonNull(next, "next");
    }
}
