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
 * @param marked whether a client agrees to it by marking a message, and in no other way: it is never asked for, stands in no
 *     notice, and has no grace after its end
 * @param lasts how long a consent is good for; zero for purposes without consent
 * @param title per language, never empty
 * @param why one sentence per language, never empty
 */
public record PurposeInfo(
        Purpose purpose,
        String dpv,
        Basis basis,
        boolean marketing,
        boolean marked,
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
