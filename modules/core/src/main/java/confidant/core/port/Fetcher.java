package confidant.core.port;

import confidant.model.Personal;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;

/** Fetches what a client sent over a messaging app from where the app keeps it. */
public interface Fetcher {

    /** The account that it fetches for, as {@code channel/account}. */
    String account();

    /**
     * @param content what the app calls it
     * @param most bytes that are taken at most
     * @return fails only on bugs; every answer of a platform is an outcome
     */
    Future<Fetched> fetch(String content, int most);

    /** What became of one try. */
    sealed interface Fetched {
        /** @param name empty where the app knows none */
        record Got(byte[] bytes, Optional<Personal<String>> name) implements Fetched {}

        /** Not now: it is being prepared, or the app is busy or away. */
        record Later(Duration pause) implements Fetched {}

        /** Never: it is too large, or the app has it no more; {@code reason} is a fixed word. */
        record Gone(String reason) implements Fetched {}
    }
}
