package org.chartwarden.standalone.data;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.chartwarden.standalone.StackException;

/** Reads and writes small properties files so that a reader never sees half of one. */
public final class PropertiesFile {

    private PropertiesFile() {}

    /** What the file holds; nothing when there is no file. */
    public static Properties read(Path file) {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new StackException("The file " + file + " cannot be read (" + e + ").", e);
            }
        }
        return properties;
    }

    /** Replaces the file in one step. */
    public static void write(Path file, Properties properties) {
        replace(file, properties);
    }

    /** Replaces the file in one step; only this user can read it, for it holds a secret. */
    public static void writePrivately(Path file, Properties properties) {
        replace(file, properties, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    private static void replace(Path file, Properties properties, FileAttribute<?>... attributes) {
        Path draft = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.deleteIfExists(draft);
            Files.createFile(draft, attributes);
            try (Writer writer = Files.newBufferedWriter(draft)) {
                properties.store(writer, null);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StackException("The file " + file + " cannot be written (" + e + ").", e);
        }
    }

    /** Removes the file; does nothing when there is none. */
    public static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new StackException("The file " + file + " cannot be removed (" + e + ").", e);
        }
    }
}
