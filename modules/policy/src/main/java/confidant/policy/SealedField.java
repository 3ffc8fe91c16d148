package confidant.policy;

import java.util.Set;
import java.util.TreeSet;

/**
 * The values that the program seals, each the field of a table. {@code policies/classes.yaml} names the classes of data that
 * can lie in each; {@link PolicyLint} tells what is missing there, and the gate seals nothing that is not listed here.
 */
public final class SealedField {
    private static final Set<String> ALL = Set.of(
            "message.text",
            "attachment.key",
            "client.card",
            "address.value",
            "tags.card",
            "proposal.card",
            "due.note",
            "paper.hold",
            "paper.wish",
            "paper.complaint",
            "paper.request",
            "paper.handover",
            "paper.evidence",
            "glass.words");

    private SealedField() {}

    /** Whether the program may seal into this place at all. */
    public static boolean listed(String table, String field) {
        return ALL.contains(table + "." + field);
    }

    /** All, as {@code table.field}, sorted. */
    public static Set<String> all() {
        return new TreeSet<>(ALL);
    }
}
