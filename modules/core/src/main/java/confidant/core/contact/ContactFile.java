package confidant.core.contact;

import confidant.core.contact.ContactForm.Wrong;
import confidant.model.Address;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * Reads a file of contacts: a header, then rows with commas, semicolons or tabs between. Pure, and some work: not for an event
 * loop.
 */
final class ContactFile {
    /** As many clients as a pool may have. */
    static final int MOST_ROWS = 10_000;

    private final ContactForm form;
    private final List<ContactRow> rows = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Set<Address> seen = new HashSet<>();

    private ContactFile(ContactForm form) {
        this.form = form;
    }

    /**
     * What is in a file.
     *
     * @param problem why nothing of it can be taken over: {@code empty}, {@code header}, {@code column}, {@code rows} or
     *     {@code broken}; empty if there is none
     */
    record Read(String problem, List<ContactRow> rows, List<Fault> faults) {
        static Read unfit(String problem) {
            return new Read(problem, List.of(), List.of());
        }

        int total() {
            return rows.size() + faults.size();
        }
    }

    static Read read(String text, ContactForm form) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (plain.isBlank()) {
            return Read.unfit("empty");
        }
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(plain))
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreHeaderCase(true)
                .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
                .setIgnoreEmptyLines(true)
                .setIgnoreSurroundingSpaces(true)
                .setTrim(true)
                .get();
        try (CSVParser parser = CSVParser.parse(plain, format)) {
            return new ContactFile(form).read(parser);
        } catch (IllegalArgumentException e) {
            // A column without a name, or two of one name.
            return Read.unfit("header");
        } catch (IOException | UncheckedIOException e) {
            return Read.unfit("broken");
        }
    }

    private static char delimiter(String text) {
        String header = text.lines().findFirst().orElse("");
        char best = ',';
        for (char one : new char[] {';', '\t'}) {
            if (count(header, one) > count(header, best)) {
                best = one;
            }
        }
        return best;
    }

    private static long count(String text, char one) {
        return text.chars().filter(c -> c == one).count();
    }

    private Read read(CSVParser parser) {
        Map<String, Integer> columns = parser.getHeaderMap().entrySet().stream()
                .collect(Collectors.toMap(one -> one.getKey().strip().toLowerCase(Locale.ROOT), Map.Entry::getValue));
        if (!columns.keySet().containsAll(ContactForm.NEEDED)) {
            return Read.unfit("header");
        }
        if (!ContactForm.COLUMNS.containsAll(columns.keySet())) {
            return Read.unfit("column");
        }
        for (CSVRecord one : parser) {
            if (rows.size() + faults.size() == MOST_ROWS) {
                return Read.unfit("rows");
            }
            take(one, columns, (int) parser.getCurrentLineNumber());
        }
        return rows.isEmpty() && faults.isEmpty()
                ? Read.unfit("empty")
                : new Read("", List.copyOf(rows), List.copyOf(faults));
    }

    private void take(CSVRecord one, Map<String, Integer> columns, int end) {
        int line = end - (int) one.stream().mapToLong(cell -> count(cell, '\n')).sum();
        if (one.size() != columns.size()) {
            faults.add(new Fault(line, "", "columns"));
            return;
        }
        try {
            ContactRow row = form.row(line, column -> columns.containsKey(column) ? one.get(columns.get(column)) : "");
            if (seen.add(row.address())) {
                rows.add(row);
            } else {
                faults.add(new Fault(line, "address", "twice"));
            }
        } catch (Wrong e) {
            faults.add(new Fault(line, e.column, e.reason));
        }
    }
}
