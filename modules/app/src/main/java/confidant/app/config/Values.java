package confidant.app.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where values come from that do not stand in the file itself: the environment and the folder of secrets. */
final class Values {
    private static final Pattern ENVIRONMENT = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::([^}]*))?}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final String SCHEME = "secret://";

    private final Function<String, Optional<String>> environment;
    private final Path secrets;

    Values(Function<String, Optional<String>> environment, Path secrets) {
        this.environment = environment;
        this.secrets = secrets;
    }

    /** A value that cannot be had, with what to do. */
    static final class Missing extends Exception {
        private static final long serialVersionUID = 1L;

        private final String remedy;

        Missing(String sentence, String remedy) {
            super(sentence);
            this.remedy = remedy;
        }

        String remedy() {
            return remedy;
        }
    }

    /** The text with every {@code ${NAME:default}} replaced. */
    String expand(String text) throws Missing {
        Matcher matcher = ENVIRONMENT.matcher(text);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            Optional<String> value =
                    environment.apply(matcher.group(1)).or(() -> Optional.ofNullable(matcher.group(2)));
            if (value.isEmpty()) {
                throw new Missing(
                        "the variable `" + matcher.group(1) + "` is not set and has no default",
                        "set it, or write `${" + matcher.group(1) + ":a default}`");
            }
            matcher.appendReplacement(out, Matcher.quoteReplacement(value.get()));
        }
        return matcher.appendTail(out).toString();
    }

    static boolean refersToSecret(String text) {
        return text.startsWith(SCHEME);
    }

    /** The secret that {@code secret://name} stands for: the file of that name, without the line end at its end. */
    Secret secret(String reference) throws Missing {
        String name = reference.substring(SCHEME.length());
        if (!NAME.matcher(name).matches()) {
            throw new Missing(
                    "a secret's name is letters, digits, dots and hyphens", "write `secret://` and a file name");
        }
        Path file = secrets.resolve(name);
        try {
            String value = Files.readString(file).strip();
            if (value.isEmpty()) {
                throw new Missing("the secret's file `" + file + "` is empty", "put the secret into it");
            }
            return Secret.of(value);
        } catch (IOException unreadable) {
            throw new Missing("there is no readable file `" + file + "`", "put the secret into it, or mount it there");
        }
    }
}
