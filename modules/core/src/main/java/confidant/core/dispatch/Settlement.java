package confidant.core.dispatch;

import confidant.model.Delivery;
import java.time.Instant;

/** How a try to send ends. */
record Settlement(Delivery state, String reason, Instant notBefore) {

    static Settlement sent() {
        return new Settlement(Delivery.SENT, "", Instant.EPOCH);
    }

    static Settlement later(Instant at) {
        return new Settlement(Delivery.QUEUED, "", at);
    }

    static Settlement failed(String reason) {
        return new Settlement(Delivery.FAILED, reason, Instant.EPOCH);
    }

    static Settlement unknown(String reason) {
        return new Settlement(Delivery.UNKNOWN, reason, Instant.EPOCH);
    }

    static Settlement cancelled(String rule) {
        return new Settlement(Delivery.CANCELLED, rule, Instant.EPOCH);
    }
}
