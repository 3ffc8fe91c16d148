package confidant.witness;

import confidant.ledger.Malformed;
import confidant.ledger.NoteVerifier;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The words after the command. */
record Options(String name, Path data, InetSocketAddress listen, List<NoteVerifier> logs) {
    static final String USAGE = """
            Usage: java -jar confidant-witness.jar --name NAME --log VKEY [--log VKEY ...] [OPTIONS]

            Cosigns the checkpoints of these logs when each follows from the one before.

              --name NAME     what the witness is called, such as auditor.example/w1; never changes
              --log VKEY      the key of a log, from its officer's console; again for further logs or keys
              --data FOLDER   where the key and what was seen are kept (witness-data)
              --host HOST     address to listen at (127.0.0.1)
              --port PORT     port to listen at, 0 for any free one (7090)
            """;

    /** @throws IllegalArgumentException with a sentence for a person */
    static Options read(String... words) {
        String name = "";
        Path data = Path.of("witness-data");
        String host = "127.0.0.1";
        int port = 7090;
        List<NoteVerifier> logs = new ArrayList<>();
        Deque<String> rest = new ArrayDeque<>(List.of(words));
        while (!rest.isEmpty()) {
            String option = rest.pop();
            if (rest.isEmpty()) {
                throw new IllegalArgumentException("`" + option + "` needs a value, or is not understood");
            }
            String value = rest.pop();
            switch (option) {
                case "--name" -> name = value;
                case "--log" -> logs.add(log(value));
                case "--data" -> data = Path.of(value);
                case "--host" -> host = value;
                case "--port" -> port = port(value);
                default -> throw new IllegalArgumentException("`" + option + "` is not understood");
            }
        }
        if (name.isEmpty() || logs.isEmpty()) {
            throw new IllegalArgumentException("`--name` and at least one `--log` are needed");
        }
        return new Options(name, data, new InetSocketAddress(host, port), logs);
    }

    private static NoteVerifier log(String vkey) {
        try {
            return NoteVerifier.parse(vkey);
        } catch (Malformed malformed) {
            throw new IllegalArgumentException("`--log` is no verifier key such as name+hash+key", malformed);
        }
    }

    private static int port(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new IllegalArgumentException("`--port` is no port");
        }
        return Integer.parseInt(text);
    }
}
