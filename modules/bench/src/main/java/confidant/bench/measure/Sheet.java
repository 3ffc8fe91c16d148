package confidant.bench.measure;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Collects rows; prints each as it comes, so that a long bench shows that it moves. */
final class Sheet {
    private final PrintWriter out;
    private final List<Row> rows = new ArrayList<>();

    Sheet(PrintWriter out) {
        this.out = out;
    }

    void add(Row row) {
        rows.add(row);
        out.println(row.line());
        out.flush();
    }

    /** Says what is being done. */
    void now(String what) {
        out.println("-- " + what);
        out.flush();
    }

    /** The page as it is published. */
    String markdown(String machine, String date, String command) {
        StringBuilder page = new StringBuilder();
        page.append("# Performance\n\n")
                .append("Written by `")
                .append(command)
                .append("` on ")
                .append(date)
                .append(".\n\n")
                .append("Machine: ")
                .append(machine)
                .append(".\n\n")
                .append(INTRODUCTION)
                .append("\n| what | target | a third | measured | verdict | what limits it |\n")
                .append("|---|---|---|---|---|---|\n");
        rows.stream()
                .filter(row -> row.target().isPresent())
                .forEach(row -> page.append(row.markdown()).append('\n'));
        page.append("\nFigures that explain the others:\n\n| what | measured |\n|---|---|\n");
        rows.stream()
                .filter(row -> row.target().isEmpty())
                .forEach(row -> page.append("| ")
                        .append(row.what())
                        .append(" | ")
                        .append(Row.number(row.measured()))
                        .append(' ')
                        .append(row.unit())
                        .append(row.detail().isEmpty() ? "" : " (" + row.detail() + ")")
                        .append(" |\n"));
        return page.append(HOW).toString();
    }

    private static final String INTRODUCTION = """
            Everything is on: encryption, policy, the ledger, durable writes (`commitlog_sync: batch`). Load generator, server and
            node share the machine, so wall-clock figures depend on what else runs; processor time per message is the steadier
            figure. Compare figures of one run as ratios. Tests never assert a time.
            """;

    private static final String HOW = """

            ## How it was measured
            - The server and the node are processes of their own, started as `confidant run` starts them; the load comes from a third.
            - *Inbound* is signed LINE webhooks of one event each from 64 clients, the next when the one before was acknowledged. Processor
              time is what the kernel counts for server and node together, the assistant's reading of each message included.
            - *Post to socket* is from the moment a client's request is begun to the frame at the desk's WebSocket, paced evenly.
            - *Withdrawal to effect* is from the client's request to the desk's first answer without the tag.
            - *Shares* are costs of the part alone, measured in isolation, over the processor time of a whole inbound message.
            - Every figure comes after a warm-up, inbound after 40,000 messages: a house runs for weeks, and compiling its code
              took a third of the processor time half a minute after the start. Medians unless it says otherwise.
            """;
}
