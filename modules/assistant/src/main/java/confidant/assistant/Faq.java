package confidant.assistant;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the house answers by itself. Immutable. The file format is described in the module's README. */
public record Faq(List<FaqEntry> entries) {
    private static final long LARGEST = 1_000_000;

    public Faq {
        entries = List.copyOf(entries);
    }

    /** A sample house's answers, which ship with the assistant. */
    public static Faq sample() {
        return FaqReader.read(Shelf.text("sample-faq.yaml"));
    }

    /** No answers: every question goes to the concierge. */
    public static Faq none() {
        return new Faq(List.of());
    }

    /**
     * Reads a house's own file (YAML, or JSON, which is YAML too). Blocks.
     *
     * @throws FaqProblem if the file cannot be read, naming all that is wrong with it
     */
    public static Faq read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new FaqProblem(List.of("the FAQ file is larger than 1 MB; keep it to what clients really ask"));
            }
            return FaqReader.read(Files.readString(file));
        } catch (MalformedInputException e) {
            throw new FaqProblem(List.of("the FAQ file is not UTF-8; save it in that encoding"));
        } catch (IOException e) {
            throw new FaqProblem(List.of("the FAQ file `" + file + "` cannot be read; check the path and its rights"));
        }
    }
}
