package confidant.node;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@link RunNode} was asked for.
 *
 * @param settings of the node
 * @param portFile where its address is to be told
 */
record RunArguments(Settings settings, Optional<Path> portFile) {
    static final String USAGE =
            "usage: RunNode --data DIR [--lib DIR] [--port N] [--port-file FILE] [--heap MB] [--java FILE] [--throw-away]";

    /** @throws IllegalArgumentException in words for the person who typed them */
    static RunArguments parse(String... args) {
        Draft draft = new Draft();
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--throw-away")) {
                draft.throwAway = true;
            } else if (i + 1 == args.length) {
                throw new IllegalArgumentException("`" + args[i] + "` is unknown or lacks its value");
            } else {
                draft.take(args[i], args[++i]);
            }
        }
        return draft.finish();
    }

    private static final class Draft {
        private @Nullable Path data;
        private @Nullable Path lib;
        private @Nullable Path portFile;
        private Path java = JavaRuntime.running();
        private int port;
        private int heap = 512;
        private boolean throwAway;

        void take(String name, String value) {
            switch (name) {
                case "--data" -> data = Path.of(value);
                case "--lib" -> lib = Path.of(value);
                case "--port" -> port = number(name, value);
                case "--port-file" -> portFile = Path.of(value);
                case "--heap" -> heap = number(name, value);
                case "--java" -> java = Path.of(value);
                default -> throw new IllegalArgumentException("`" + name + "` is unknown");
            }
        }

        RunArguments finish() {
            if (data == null) {
                throw new IllegalArgumentException("`--data` is missing");
            }
            Path folder = lib == null ? NodeLib.find().folder() : lib;
            Settings settings = Settings.of(data, folder)
                    .withNativePort(port)
                    .withHeapMegabytes(heap)
                    .withJava(java)
                    .withThrowAway(throwAway);
            return new RunArguments(settings, Optional.ofNullable(portFile));
        }

        private static int number(String name, String value) {
            try {
                return Integer.parseInt(value);
            } catch (NumberFormatException wrong) {
                throw new IllegalArgumentException("`" + name + "` takes a number, not `" + value + "`", wrong);
            }
        }
    }
}
