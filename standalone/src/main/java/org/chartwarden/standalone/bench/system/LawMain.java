package org.chartwarden.standalone.bench.system;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.chartwarden.settings.Settings;
import org.chartwarden.standalone.check.Conservation;
import org.chartwarden.standalone.data.PropertiesFile;

/**
 * Checks the law in a process with a heap of its own, since it holds every id: {@code LawMain SETTINGS RESULT-FILE}. Then
 * it waits to be stopped.
 */
public final class LawMain {

    private LawMain() {}

    public static void main(String[] arguments) throws Exception {
        Conservation law = Conservation.check(Settings.load(Path.of(arguments[0]), Map.of()));
        Properties properties = new Properties();
        properties.setProperty("indexed", Long.toString(law.indexed()));
        properties.setProperty("violations", String.join("\n", law.violations()));
        PropertiesFile.write(Path.of(arguments[1]), properties);
        Thread.currentThread().join();
    }

    static long indexed(Properties result) {
        return Long.parseLong(result.getProperty("indexed"));
    }

    static List<String> violations(Properties result) {
        return result.getProperty("violations").lines().toList();
    }
}
