package org.chartwarden.standalone.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Java program to run as a child process, on the JDK that runs this one.
 *
 * @param name short and lower case; names the program's files and is shown to people
 * @param mainClass the class whose {@code main} is called, through {@link ChildMain}
 * @param arguments what {@code main} gets
 * @param jvmOptions heap and system properties; every child states its heap
 * @param classPath in the form of {@code java -cp}; must hold {@link ChildMain}
 * @param environment variables added to those of this process
 */
public record JavaProgram(
        String name,
        String mainClass,
        List<String> arguments,
        List<String> jvmOptions,
        String classPath,
        Map<String, String> environment) {

    /**
     * A child that neither Ctrl-C nor a closed terminal reaches: those signals go to the whole process group, and the
     * servers would end before those who use them. A signal that is ignored before {@code exec} stays ignored, by the
     * JVM and by whatever the program installs.
     */
    private static final List<String> IGNORING_TERMINAL =
            List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

    public JavaProgram {
        if (!name.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException(
                    "name is \"" + name + "\"; allowed are lower-case letters, digits and -");
        }
        if (jvmOptions.stream().noneMatch(option -> option.startsWith("-Xmx"))) {
            throw new IllegalArgumentException("jvmOptions of " + name + " must state the heap with -Xmx");
        }
        arguments = List.copyOf(arguments);
        jvmOptions = List.copyOf(jvmOptions);
        environment = Map.copyOf(environment);
    }

    /** A program on this process' own class path, without arguments and without variables of its own. */
    public static JavaProgram of(String name, Class<?> mainClass, String... jvmOptions) {
        return new JavaProgram(
                name,
                mainClass.getName(),
                List.of(),
                List.of(jvmOptions),
                System.getProperty("java.class.path"),
                Map.of());
    }

    /** The same program with these arguments. */
    public JavaProgram withArguments(String... values) {
        return new JavaProgram(name, mainClass, List.of(values), jvmOptions, classPath, environment);
    }

    /** The same program with these variables. */
    public JavaProgram withEnvironment(Map<String, String> values) {
        return new JavaProgram(name, mainClass, arguments, jvmOptions, classPath, values);
    }

    List<String> command(ProcessFiles files) {
        List<String> command = new ArrayList<>(IGNORING_TERMINAL);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // A JVM that ran out of memory may stand still for ever; one that ended is noticed.
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-XX:ErrorFile=" + files.log() + ".crash");
        command.addAll(jvmOptions);
        command.add("-Dchartwarden.log.file=" + files.log());
        command.add("-D" + ChildMain.LOCK_PROPERTY + "=" + files.lock());
        command.add(ChildMain.class.getName());
        command.add(mainClass);
        command.addAll(arguments);
        return command;
    }
}
