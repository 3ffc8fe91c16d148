package confidant.bench.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import confidant.bench.replay.Dialogue.Turn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads dialogues, one turn a line: JSON with {@code dialogue_id}, {@code turn}, {@code speaker} ({@code client} or
 * {@code agent}) and {@code text}; {@code lang} where it is known, other fields are left alone. What an agent says before the
 * client has spoken is left out, for nobody could have heard it.
 */
public final class Dialogues {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OWN = "dialogues.jsonl";

    private record Line(String dialogue, String lang, int turn, Turn said) {}

    private Dialogues() {}

    /** The first {@code limit} dialogues of a file, in its order; {@link UnreadableDialogues} when it is not of this form. */
    public static List<Dialogue> read(Path file, int limit) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return read(reader, limit);
        }
    }

    /** The few dialogues that come with the program. */
    public static List<Dialogue> own() throws IOException {
        try (InputStream stream = Dialogues.class.getResourceAsStream(OWN)) {
            if (stream == null) {
                throw new IOException("the program's own dialogues are not in its jar");
            }
            return read(new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)), Integer.MAX_VALUE);
        }
    }

    private static List<Dialogue> read(BufferedReader reader, int limit) throws IOException {
        Map<String, List<Line>> byDialogue = new LinkedHashMap<>();
        int number = 0;
        for (String text = reader.readLine(); text != null; text = reader.readLine()) {
            number++;
            if (!text.isBlank()) {
                Line line = line(text, number);
                if (byDialogue.size() == limit && !byDialogue.containsKey(line.dialogue)) {
                    break;
                }
                byDialogue
                        .computeIfAbsent(line.dialogue, id -> new ArrayList<>())
                        .add(line);
            }
        }
        return byDialogue.values().stream()
                .map(Dialogues::dialogue)
                .filter(dialogue -> !dialogue.turns().isEmpty())
                .toList();
    }

    private static Dialogue dialogue(List<Line> lines) {
        List<Turn> turns = lines.stream()
                .sorted(Comparator.comparingInt(Line::turn))
                .map(Line::said)
                .dropWhile(turn -> !turn.client())
                .toList();
        return new Dialogue(lines.get(0).dialogue, lines.get(0).lang, turns);
    }

    private static Line line(String text, int number) {
        try {
            JsonNode node = JSON.readTree(text);
            String speaker = node.path("speaker").asText();
            if (!speaker.equals("client") && !speaker.equals("agent")) {
                throw new UnreadableDialogues(number, "`speaker` is neither `client` nor `agent`");
            }
            if (node.path("dialogue_id").asText().isEmpty()
                    || node.path("text").asText().isBlank()
                    || !node.path("turn").isInt()) {
                throw new UnreadableDialogues(number, "`dialogue_id`, `turn` or `text` is missing");
            }
            Turn said = new Turn(speaker.equals("client"), node.path("text").asText());
            return new Line(
                    node.path("dialogue_id").asText(),
                    node.path("lang").asText("en"),
                    node.path("turn").asInt(),
                    said);
        } catch (JsonProcessingException e) {
            throw new UnreadableDialogues(number, "it is no JSON");
        }
    }
}
