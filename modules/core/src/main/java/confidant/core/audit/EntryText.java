package confidant.core.audit;

import confidant.model.Actor;
import confidant.model.LedgerEvent;
import confidant.model.Precision;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A ledger line as bytes: one JSON object with its members in a fixed order and no spaces, so that the same line always has
 * the same bytes and anybody can read it. All values are ids and fixed words; anything else is refused, which also keeps
 * words of people out.
 */
public final class EntryText {
    private static final int MOST = 200;

    private EntryText() {}

    /** @throws IllegalArgumentException if a value is not an id or a fixed word; the value is not repeated */
    public static byte[] write(LedgerEvent e) {
        StringBuilder out = new StringBuilder(320).append("{\"v\":1");
        put(out, "at", e.at().toString());
        put(out, "event", e.event());
        put(out, "actor", e.actor().id());
        put(out, "role", e.actor().role().word());
        put(out, "subject", e.subject());
        put(out, "purpose", e.purpose());
        put(out, "rule", e.rule());
        put(out, "policy", e.policyHash());
        put(out, "classes", String.join(",", e.classes()));
        put(out, "precision", e.precision().name().toLowerCase(Locale.ROOT));
        out.append(",\"count\":").append(e.count());
        put(out, "note", e.note());
        return out.append('}').toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** @throws IllegalArgumentException if the bytes are not such a line */
    public static LedgerEvent read(byte[] bytes) {
        Cursor in = new Cursor(new String(bytes, StandardCharsets.US_ASCII));
        in.expect("{\"v\":1");
        Instant at = Instant.parse(in.text("at"));
        String event = in.text("event");
        String actor = in.text("actor");
        Actor.Role role = Actor.Role.valueOf(in.text("role").toUpperCase(Locale.ROOT));
        String subject = in.text("subject");
        String purpose = in.text("purpose");
        String rule = in.text("rule");
        String policy = in.text("policy");
        String classes = in.text("classes");
        Precision precision = Precision.valueOf(in.text("precision").toUpperCase(Locale.ROOT));
        int count = in.number("count");
        String note = in.text("note");
        in.expect("}");
        List<String> list = classes.isEmpty() ? List.of() : new ArrayList<>(List.of(classes.split(",")));
        return new LedgerEvent(
                at, event, new Actor(role, actor), subject, purpose, rule, policy, list, precision, count, note);
    }

    private static void put(StringBuilder out, String name, String value) {
        if (value.length() > MOST || !value.chars().allMatch(EntryText::plain)) {
            throw new IllegalArgumentException("a ledger line takes ids and fixed words only, not this `" + name + "`");
        }
        out.append(",\"").append(name).append("\":\"").append(value).append('"');
    }

    private static boolean plain(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-_.:/,+".indexOf(c) >= 0;
    }

    /** Reads what {@link #write} wrote, and nothing else. */
    private static final class Cursor {
        private final String text;
        private int at;

        Cursor(String text) {
            this.text = text;
        }

        void expect(String word) {
            if (!text.startsWith(word, at)) {
                throw new IllegalArgumentException("not a ledger line");
            }
            at += word.length();
        }

        String text(String name) {
            expect(",\"" + name + "\":\"");
            int end = text.indexOf('"', at);
            if (end < 0) {
                throw new IllegalArgumentException("not a ledger line");
            }
            String value = text.substring(at, end);
            at = end + 1;
            return value;
        }

        int number(String name) {
            expect(",\"" + name + "\":");
            int end = at;
            while (end < text.length() && Character.isDigit(text.charAt(end))) {
                end++;
            }
            int value = Integer.parseInt(text.substring(at, end));
            at = end;
            return value;
        }
    }
}
