package confidant.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The machine that the figures are from. */
final class Machine {
    private Machine() {}

    static String describe() {
        return String.format(
                Locale.ROOT,
                "%s, %d cores, %s memory; %s; Java %s (%s); load average at the start %s",
                model(),
                Runtime.getRuntime().availableProcessors(),
                memory(),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                System.getProperty("java.version"),
                System.getProperty("java.vendor"),
                load());
    }

    private static String model() {
        return first("/proc/cpuinfo", "model name").replaceAll(".*: ", "");
    }

    private static String memory() {
        String kilobytes = first("/proc/meminfo", "MemTotal").replaceAll("\\D", "");
        return kilobytes.isEmpty() ? "unknown" : Long.parseLong(kilobytes) / 1024 / 1024 + " GB";
    }

    private static String load() {
        return first("/proc/loadavg", "").replaceAll(" \\d+/.*", "");
    }

    private static String first(String file, String prefix) {
        try {
            return Files.readString(Path.of(file))
                    .lines()
                    .filter(line -> line.startsWith(prefix))
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
