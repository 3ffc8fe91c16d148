package confidant.http.export;

import confidant.core.audit.Auditing.Entry;
import confidant.http.api.Words;
import confidant.model.LedgerEvent;
import confidant.model.Purpose;
import confidant.policy.PurposeInfo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Entries as rows. The last row begins with {@code #} and says whether that was all. */
record EntryCsv(Words words) implements EntryForm {
    private static final List<String> HEADS = List.of(
            "index",
            "at",
            "event",
            "actor",
            "role",
            "pseudonym",
            "purpose",
            "purposeDpv",
            "rule",
            "ruleTitle",
            "policyHash",
            "classes",
            "precision",
            "count",
            "note");

    @Override
    public String type() {
        return "text/csv; charset=utf-8; header=present";
    }

    @Override
    public String ending() {
        return ".csv";
    }

    @Override
    public String head() {
        return Csv.MARK + Csv.row(HEADS);
    }

    @Override
    public String slice(List<Entry> entries, boolean first) {
        StringBuilder out = new StringBuilder();
        entries.forEach(entry -> out.append(row(entry)));
        return out.toString();
    }

    private String row(Entry entry) {
        LedgerEvent event = entry.event();
        return Csv.row(List.of(
                Long.toString(entry.index()),
                event.at().toString(),
                event.event(),
                event.actor().id(),
                event.actor().role().word(),
                event.subject(),
                event.purpose(),
                dpv(event.purpose()),
                event.rule(),
                event.rule().isEmpty() ? "" : words.rule(event.rule()),
                event.policyHash(),
                String.join(" ", event.classes()),
                Words.word(event.precision()),
                Integer.toString(event.count()),
                event.note()));
    }

    private String dpv(String purpose) {
        return purpose.isEmpty()
                ? ""
                : words.policy()
                        .purpose(new Purpose(purpose))
                        .map(PurposeInfo::dpv)
                        .orElse("");
    }

    @Override
    public String end(long entries, String next) {
        String said = next.isEmpty()
                ? "# complete: " + entries + " entries"
                : "# not complete: " + entries + " entries in this file; the others are below number " + next;
        List<String> cells = new ArrayList<>(List.of(said));
        cells.addAll(Collections.nCopies(HEADS.size() - 1, ""));
        return Csv.row(cells);
    }
}
