package org.chartwarden.standalone.process;

import java.nio.file.Path;

/**
 * The files that belong to one child process.
 *
 * @param log what the program logs, rolled at a bounded size
 * @param output what the JVM itself prints (standard output and standard error), anew at every start
 * @param lock held by the process as long as it lives, so that its successor waits for its end
 */
public record ProcessFiles(Path log, Path output, Path lock) {}
