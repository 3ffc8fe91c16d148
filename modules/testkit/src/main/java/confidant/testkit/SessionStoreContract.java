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
                hash,
                "concierge",
                "subject",
                "pool",
                "csrf",
                clock().instant().plus(lasts),
                "link",
                clock().instant(),
                Optional.empty());
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
    default void session_lasts_longer_when_it_is_changed() {
        Session first = put(Duration.ofHours(1));
        Session longer = first.until(first.until().plus(Duration.ofHours(2))).proved(clock().instant());
        assertThat(Await.result(stores().sessions().change(first, longer))).isTrue();
        clock().advance(Duration.ofHours(2));
        assertThat(session(first.hash())).contains(longer);
    }

    @Test
    default void session_is_changed_only_from_what_was_seen() {
        Session first = put(Duration.ofHours(1));
        Session second = first.until(first.until().plus(Duration.ofMinutes(1)));
        assertThat(Await.result(stores().sessions().change(first, second))).isTrue();
        assertThat(Await.result(stores().sessions()
                        .change(first, first.until(first.until().plus(Duration.ofHours(5))))))
                .isFalse();
        assertThat(session(first.hash())).contains(second);
    }

    @Test
    default void session_that_was_removed_does_not_come_back_by_a_change() {
        Session first = put(Duration.ofHours(1));
        Await.result(stores().sessions().remove(first.hash()));
        Session longer = first.until(first.until().plus(Duration.ofHours(1)));
        assertThat(Await.result(stores().sessions().change(first, longer))).isFalse();
        assertThat(session(first.hash())).isEmpty();
    }

    @Test
    default void code_that_was_taken_does_not_come_back_by_a_change() {
        Session code = put(Duration.ofHours(1));
        Await.result(stores().sessions().take(code.hash()));
        assertThat(Await.result(
                        stores().sessions().change(code, code.until(code.until().plus(Duration.ofHours(1))))))
                .isFalse();
        assertThat(session(code.hash())).isEmpty();
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
