package confidant.ledger;

import java.util.OptionalLong;

/**
 * One thing that is wrong with a log. Never holds an entry's content.
 *
 * @param kind what sort of thing
 * @param subject the file it is about: a tile's path, a checkpoint's name
 * @param number the entry's number, or -1 where no single entry can be named; see {@link #entry}
 * @param words one sentence for people
 */
public record Finding(Kind kind, String subject, long number, String words) {
    private static final long NONE = -1;

    /** The sorts of things that can be wrong. */
    public enum Kind {
        /** A checkpoint, key or proof file that cannot be read. */
        UNREADABLE,
        /** No signature of a known key, or a wrong one. */
        BAD_SIGNATURE,
        /** A key other than the expected one, or a checkpoint of another log. */
        WRONG_LOG,
        /** A tile or entry bundle that should be there is not. */
        MISSING,
        /** A tile or entry bundle of a wrong length. */
        MALFORMED,
        /** An entry is not what was logged. */
        ENTRY_CHANGED,
        /** Entries and their hashes were changed together. */
        ENTRIES_REWRITTEN,
        /** A hash in a tile is not what was logged. */
        TILE_CHANGED,
        /** The entries do not lead to the signed root. */
        ROOT_DIFFERS,
        /** An older checkpoint is not a beginning of this log. */
        HISTORY_DIFFERS,
        /** A witness has not seen this log, or not its newest entries. */
        NOT_WITNESSED,
        /** A proof that does not hold. */
        BAD_PROOF,
        /** A file that does not belong to a log, or not to this one. */
        STRANGE_FILE,
        /** So much was wrong that the rest was not looked at. */
        STOPPED
    }

    static Finding of(Kind kind, String subject, String words) {
        return new Finding(kind, subject, NONE, words);
    }

    static Finding ofEntry(Kind kind, String subject, long number, String words) {
        return new Finding(kind, subject, number, words);
    }

    /** The number of the entry this is about, if it can be named. */
    public OptionalLong entry() {
        return number == NONE ? OptionalLong.empty() : OptionalLong.of(number);
    }
}
