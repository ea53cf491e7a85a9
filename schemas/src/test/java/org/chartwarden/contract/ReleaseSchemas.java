package org.chartwarden.contract;

import java.io.IOException;
import java.nio.file.Path;

/** Keeps today's schemas as those of a release; the README of this module has the command. */
public final class ReleaseSchemas {

    private ReleaseSchemas() {}

    /** @param arguments the release's folder, such as {@code schemas/released/0.1.0} */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("One argument is needed: the release's folder, released/<version>");
        }
        ContractSchemas.release(Path.of(arguments[0]));
    }
}
