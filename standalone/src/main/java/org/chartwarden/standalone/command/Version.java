package org.chartwarden.standalone.command;

import picocli.CommandLine.IVersionProvider;

/** The version of the jar, and of the Java that runs it. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {
            "Chartwarden " + (version == null ? "(not packaged)" : version), "Java " + Runtime.version()
        };
    }
}
