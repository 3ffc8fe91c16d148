package confidant.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What the kernel says of a process; Linux only. */
final class ProcessFigures {
    /** USER_HZ, which Linux keeps at 100 for user space on all machines that Java runs on. */
    private static final long NANOS_PER_TICK = 10_000_000;

    private static final int USER_TIME = 11;

    private ProcessFigures() {}

    /** Processor time used so far, by all threads, in user and kernel. */
    static Duration cpu(long pid) {
        String stat = read(Path.of("/proc", Long.toString(pid), "stat"));
        // The name of the process may hold spaces; it ends at the last bracket.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long ticks = Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1]);
        return Duration.ofNanos(ticks * NANOS_PER_TICK);
    }

    /** Memory in use, in megabytes. */
    static double rssMegabytes(long pid) {
        return read(Path.of("/proc", Long.toString(pid), "status"))
                        .lines()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElse(0)
                / 1024.0;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the bench reads figures of processes from /proc, which only Linux has", e);
        }
    }
}
