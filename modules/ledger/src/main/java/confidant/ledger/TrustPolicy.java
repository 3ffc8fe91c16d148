package confidant.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * Which keys a checkpoint must be signed by, as others' tools read it:
 * <a href="https://c2sp.org/tlog-policy">C2SP tlog-policy</a>. Of that format only what is written here is read: one line a
 * log, one a witness under the name of its key, and a quorum of all of them.
 *
 * @param logs the log's keys
 * @param witnesses the witnesses that must have cosigned, perhaps none
 */
public record TrustPolicy(List<NoteVerifier> logs, List<WitnessKey> witnesses) {
    private static final String LOG = "log ";
    private static final String WITNESS = "witness ";
    private static final String NONE = "none";
    private static final String ALL = "all-witnesses";

    /** @throws Malformed if there is no log, or a witness is named twice or as a word of the format */
    public TrustPolicy {
        logs = List.copyOf(logs);
        witnesses = List.copyOf(witnesses);
        List<String> names = witnesses.stream().map(WitnessKey::name).distinct().toList();
        if (logs.isEmpty() || names.size() != witnesses.size() || names.contains(NONE) || names.contains(ALL)) {
            throw new Malformed("a trust policy has a log, and witnesses with names of their own");
        }
    }

    /** @throws Malformed if the text is not exactly in the form of {@link #format} */
    public static TrustPolicy parse(String text) {
        List<NoteVerifier> logs = new ArrayList<>();
        List<WitnessKey> witnesses = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            if (line.startsWith(LOG)) {
                logs.add(NoteVerifier.parse(line.substring(LOG.length())));
            } else if (line.startsWith(WITNESS)) {
                witnesses.add(WitnessKey.parse(line.substring(line.lastIndexOf(' ') + 1)));
            }
        }
        TrustPolicy policy = new TrustPolicy(logs, witnesses);
        if (!policy.format().equals(text)) {
            throw new Malformed("a trust policy is not in the form that is written here");
        }
        return policy;
    }

    /** The text form. */
    public String format() {
        StringBuilder text = new StringBuilder();
        logs.forEach(key -> text.append(LOG).append(key.vkey()).append('\n'));
        StringBuilder names = new StringBuilder();
        for (WitnessKey key : witnesses) {
            text.append(WITNESS)
                    .append(key.name())
                    .append(' ')
                    .append(key.vkey())
                    .append('\n');
            names.append(' ').append(key.name());
        }
        if (witnesses.size() > 1) {
            text.append("group ").append(ALL).append(" all").append(names).append('\n');
        }
        String quorum = witnesses.size() > 1 ? " " + ALL : witnesses.isEmpty() ? " " + NONE : names.toString();
        return text.append("quorum").append(quorum).append('\n').toString();
    }
}
