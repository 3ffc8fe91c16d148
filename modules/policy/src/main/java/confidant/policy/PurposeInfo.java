package confidant.policy;

import confidant.model.Lang;
import confidant.model.Purpose;
import java.time.Duration;
import java.util.Map;

/**
 * What {@code policies/purposes.yaml} says of one purpose.
 *
 * @param dpv IRI of the purpose in W3C DPV
 * @param basis legal basis
 * @param marketing whether STOP withdraws it
 * @param lasts how long a consent is good for; zero for purposes without consent
 * @param title per language, never empty
 * @param why one sentence per language, never empty
 */
public record PurposeInfo(
        Purpose purpose,
        String dpv,
        Basis basis,
        boolean marketing,
        Duration lasts,
        Map<Lang, String> title,
        Map<Lang, String> why) {

    /** The legal bases in use. */
    public enum Basis {
        CONTRACT,
        LEGAL_DUTY,
        CONSENT
    }
}
