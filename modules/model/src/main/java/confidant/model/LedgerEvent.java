package confidant.model;

import java.time.Instant;
import java.util.List;

/**
 * One line of the ledger before it is hashed in. Holds pseudonyms and fixed words only: no names, no addresses, no text.
 *
 * @param event a fixed word such as {@code read}, {@code send}, {@code drop}, {@code consent}, {@code shred}, {@code receive}, {@code export}
 * @param subject commitment or pseudonym of the client concerned; empty where there is none
 * @param rule id of the deciding policy rule; empty where none decided
 * @param policyHash SHA-256 (hex) of the policy set in force
 * @param classes data class ids, sorted
 * @param note a fixed word that says why, such as {@code withdrawn}; empty where there is nothing to say
 */
public record LedgerEvent(
        Instant at,
        String event,
        Actor actor,
        String subject,
        String purpose,
        String rule,
        String policyHash,
        List<String> classes,
        Precision precision,
        int count,
        String note) {

    public LedgerEvent {
        classes = List.copyOf(classes);
    }
}
