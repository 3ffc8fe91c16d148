package confidant.core.tagging;

import confidant.core.BadRequest;
import confidant.model.Personal;
import confidant.policy.TagKind;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import java.util.Optional;

/** Brings what people type into the canonical form of a tag kind, or says what is wrong without repeating it. */
final class TagForm {
    private static final int LONGEST = 200;

    private TagForm() {}

    static Personal<String> canonical(TagKind kind, Personal<String> value) {
        String text = Normalizer.normalize(value.reveal(), Normalizer.Form.NFKC).strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new BadRequest("a tag's value has 1 to 200 characters");
        }
        return Personal.of(
                switch (kind.form()) {
                    case "date" -> date(text);
                    case "code" -> code(kind, text);
                    case "count" -> count(text);
                    default -> text;
                });
    }

    // `L--MM-DD` is a day of the Chinese lunar calendar.
    private static String date(String text) {
        String lunar = text.startsWith("L") ? "L" : "";
        String day = text.substring(lunar.length());
        try {
            return lunar
                    + (day.startsWith("--")
                            ? MonthDay.parse(day).toString()
                            : LocalDate.parse(day).toString());
        } catch (DateTimeException e) {
            throw new BadRequest("a date is written like 1994-05-03, or --05-03 without its year");
        }
    }

    private static String code(TagKind kind, String text) {
        if (!kind.values().containsKey(text)) {
            // People write what they read: the title of a code, in any of our languages.
            Optional<String> titled = kind.values().entrySet().stream()
                    .filter(code -> code.getValue().values().stream().anyMatch(text::equalsIgnoreCase))
                    .map(Map.Entry::getKey)
                    .findFirst();
            if (titled.isPresent()) {
                return titled.get();
            }
            throw new BadRequest(
                    "this tag takes one of " + String.join(", ", kind.values().keySet()));
        }
        return text;
    }

    private static String count(String text) {
        try {
            long count = Long.parseLong(text);
            if (count >= 0 && count <= 1_000_000_000L) {
                return Long.toString(count);
            }
        } catch (NumberFormatException e) {
            // falls through to the one sentence below
        }
        throw new BadRequest("this tag takes a whole number from 0");
    }
}
