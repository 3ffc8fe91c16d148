package confidant.http.problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The pages behind the types of problems, as text; read from the jar when made, so make it off the event loop. */
public final class Pages {
    private final Map<String, String> texts = new HashMap<>();

    /**
     * @throws IllegalStateException if a kind has no page
     */
    public Pages() {
        for (Kind kind : Kind.values()) {
            texts.put(kind.page(), read("problems/" + kind.page() + ".md"));
        }
    }

    public Optional<String> page(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    private static String read(String resource) {
        try (InputStream in = Pages.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no page `" + resource + "`; write it under docs/");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
