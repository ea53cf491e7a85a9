package org.chartwarden.standalone.process;

/** A child that cannot start. */
public final class FailingChild {

    private FailingChild() {}

    /** @param arguments not used */
    public static void main(String[] arguments) {
        throw new IllegalStateException("the cellar is flooded");
    }
}
