package confidant.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.store.SessionStore.Session;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link confidant.store.SessionStore} promises. */
public interface SessionStoreContract extends StoreContract {

    private Session put(Duration lasts) {
        return put(UUID.randomUUID().toString(), lasts);
    }

    private Session put(String hash, Duration lasts) {
        Session session = new Session(
                hash, "concierge", "subject", "pool", "csrf", clock().instant().plus(lasts));
        Await.result(stores().sessions().put(session));
        return session;
    }

    private Optional<Session> session(String hash) {
        return Await.result(stores().sessions().session(hash));
    }

    @Test
    default void session_is_found_by_its_hash_until_removed() {
        Session session = put(Duration.ofHours(1));
        assertThat(session(session.hash())).contains(session);
        assertThat(session("other")).isEmpty();
        Await.result(stores().sessions().remove(session.hash()));
        Await.result(stores().sessions().remove(session.hash()));
        assertThat(session(session.hash())).isEmpty();
    }

    @Test
    default void session_ends_at_its_time() {
        Session session = put(Duration.ofHours(1));
        clock().advance(Duration.ofMinutes(59));
        assertThat(session(session.hash())).isPresent();
        clock().advance(Duration.ofMinutes(1));
        assertThat(session(session.hash())).isEmpty();
        assertThat(Await.result(stores().sessions().take(session.hash()))).isEmpty();
    }

    @Test
    default void session_put_again_lasts_longer() {
        Session first = put(Duration.ofHours(1));
        Session longer = put(first.hash(), Duration.ofHours(3));
        clock().advance(Duration.ofHours(2));
        assertThat(session(first.hash())).contains(longer);
    }

    @Test
    default void code_is_taken_by_one_of_eight_at_once() {
        Session code = put(Duration.ofHours(1));
        List<Future<Optional<Session>>> takes = IntStream.range(0, 8)
                .mapToObj(i -> stores().sessions().take(code.hash()))
                .toList();
        assertThat(takes.stream().flatMap(take -> Await.result(take).stream())).containsExactly(code);
        assertThat(session(code.hash())).isEmpty();
    }
}
