package confidant.http.export;

import confidant.core.audit.Auditing.Entry;
import confidant.http.api.Words;
import java.util.List;

/** A form in which entries leave the house. Its pieces are written in this order: a head, slices, one end. */
public interface EntryForm {
    /** The media type. */
    String type();

    /** How the names of such files end. */
    String ending();

    String head();

    /** @param first whether no slice with entries came before */
    String slice(List<Entry> entries, boolean first);

    /**
     * Says whether that was all.
     *
     * @param next the number below which the entries go on that are not in this file; empty if there are none
     */
    String end(long entries, String next);

    /** Rows for spreadsheets. */
    static EntryForm csv(Words words) {
        return new EntryCsv(words);
    }

    /** Linked data with the names of W3C DPV. */
    static EntryForm jsonLd(Words words) {
        return new EntryLinked(words);
    }
}
