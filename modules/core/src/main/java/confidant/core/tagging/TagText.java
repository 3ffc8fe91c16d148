package confidant.core.tagging;

import confidant.core.Fields;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.model.Tag;
import confidant.model.TagId;
import confidant.model.TagProposal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tags and proposals as bytes to be sealed, and back. */
public final class TagText {
    private TagText() {}

    /** A whole card: all tags of one client under one purpose. */
    public static byte[] write(List<Tag> tags) {
        return CardForm.write(tags);
    }

    /** Reads also the first form of a card, which named every field. */
    public static List<Tag> read(byte[] plain) {
        return CardForm.is(plain)
                ? CardForm.read(plain)
                : Fields.readAll(plain).stream().map(TagText::tag).toList();
    }

    static byte[] write(TagProposal p) {
        Map<String, String> f = new LinkedHashMap<>();
        f.put("id", p.id().toString());
        f.put("kind", p.kind());
        f.put("value", p.value().reveal());
        f.put("confidence", Double.toString(p.confidence()));
        f.put("evidence", Long.toString(p.evidence()));
        f.put("at", p.at().toString());
        f.put("expires", p.expires().toString());
        return Fields.write(f);
    }

    static TagProposal proposal(byte[] plain, Purpose purpose) {
        Map<String, String> f = Fields.read(plain);
        return new TagProposal(
                TagId.parse(need(f, "id")),
                need(f, "kind"),
                Personal.of(need(f, "value")),
                purpose,
                Double.parseDouble(need(f, "confidence")),
                Long.parseLong(need(f, "evidence")),
                Instant.parse(need(f, "at")),
                Instant.parse(need(f, "expires")));
    }

    private static Tag tag(Map<String, String> f) {
        return new Tag(
                TagId.parse(need(f, "id")),
                need(f, "kind"),
                Personal.of(need(f, "value")),
                need(f, "source"),
                Long.parseLong(need(f, "evidence")),
                Instant.parse(need(f, "since")),
                Optional.ofNullable(f.get("until")).map(Instant::parse));
    }

    private static String need(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("a record without `" + name + "`");
        }
        return value;
    }
}
