package confidant.ledger;

import java.util.Optional;
import java.util.regex.Pattern;

/** The names of the files in a bundle. There are no others, and none is ever used as a name on a disk. */
final class BundleLayout {
    static final String CHECKPOINT = "checkpoint";
    static final String OLDER = "checkpoints/";
    static final String KEYS = "vkey";
    static final String POLICY = "tlog-policy";
    static final String README = "README.txt";
    static final String PROOFS = "proofs/";
    static final String PROOF_SUFFIX = ".tlog-proof";
    static final int MOST_TEXT_BYTES = 1_000_000;

    private static final Pattern FOLDER = Pattern.compile("([a-z0-9]+(\\.p)?/)+");
    private static final Pattern OLDER_NAME = Pattern.compile("checkpoints/(0|[1-9][0-9]{0,18})");
    private static final Pattern PROOF_NAME = Pattern.compile("proofs/(0|[1-9][0-9]{0,18})\\.tlog-proof");

    private BundleLayout() {}

    static boolean isFolder(String name) {
        return FOLDER.matcher(name).matches();
    }

    static Optional<TilePath> tile(String name) {
        try {
            return name.startsWith("tile/") ? Optional.of(TilePath.parse(name)) : Optional.empty();
        } catch (Malformed e) {
            return Optional.empty();
        }
    }

    static boolean isText(String name) {
        return name.equals(CHECKPOINT)
                || name.equals(KEYS)
                || name.equals(POLICY)
                || name.equals(README)
                || OLDER_NAME.matcher(name).matches()
                || PROOF_NAME.matcher(name).matches();
    }

    /** The most bytes a file of this name can have, or 0 if the name is none of ours. */
    static long mostBytes(String name) {
        if (isText(name)) {
            return MOST_TEXT_BYTES;
        }
        return tile(name)
                .map(path -> path.isEntries() ? EntryBundle.MOST_BYTES : TilePath.FULL * Hash.BYTES)
                .orElse(0);
    }
}
