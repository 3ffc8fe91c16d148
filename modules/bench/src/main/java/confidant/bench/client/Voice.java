package confidant.bench.client;

import io.vertx.core.Future;

/** One client in one channel. */
public interface Voice {

    /** Something to say. Each has an identity of its own, kept however often it is posted. */
    Utterance utter(String text);

    /** One message of a client. */
    interface Utterance {

        /**
         * Posts it. Fails only when there was no answer.
         *
         * @param again whether it is marked as sent again, in channels that can
         */
        Future<Answered> post(boolean again);
    }
}
