package confidant.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.model.OfficerId;
import confidant.model.StaffId;
import confidant.store.PasskeyStore;
import confidant.store.PasskeyStore.Passkey;
import confidant.store.PasskeyStore.Removal;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link PasskeyStore} promises. */
public interface PasskeyStoreContract extends StoreContract {

    private PasskeyStore store() {
        return stores().passkeys();
    }

    private static StaffId holder() {
        return StaffId.of(OfficerId.random());
    }

    private Passkey add(StaffId holder, int minutes) {
        Instant made = clock().instant().plus(Duration.ofMinutes(minutes));
        Passkey passkey = new Passkey(
                UUID.randomUUID().toString(), new byte[] {1, 2, 3}, 5, true, "key " + minutes, made, Optional.empty());
        assertThat(Await.result(store().add(holder, passkey))).isTrue();
        return passkey;
    }

    private Optional<Passkey> found(StaffId holder, String id) {
        return Await.result(store().passkey(holder, id));
    }

    @Test
    default void passkey_is_found_among_those_of_its_holder_only() {
        StaffId holder = holder();
        Passkey passkey = add(holder, 0);
        assertThat(found(holder, passkey.id())).get().usingRecursiveComparison().isEqualTo(passkey);
        assertThat(found(holder(), passkey.id())).isEmpty();
        assertThat(found(holder, "other")).isEmpty();
    }

    @Test
    default void passkey_of_the_same_id_is_not_replaced() {
        StaffId holder = holder();
        Passkey first = add(holder, 0);
        Passkey second =
                new Passkey(first.id(), new byte[] {9}, 0, false, "other", clock().instant(), Optional.empty());
        assertThat(Await.result(store().add(holder, second))).isFalse();
        assertThat(found(holder, first.id()).orElseThrow().name()).isEqualTo("key 0");
    }

    @Test
    default void passkeys_come_in_the_order_in_which_they_were_made() {
        StaffId holder = holder();
        String third = add(holder, 3).id();
        String first = add(holder, 1).id();
        String second = add(holder, 2).id();
        assertThat(Await.result(store().passkeys(holder)))
                .extracting(Passkey::id)
                .containsExactly(first, second, third);
        assertThat(Await.result(store().passkeys(holder()))).isEmpty();
    }

    @Test
    default void counter_moves_only_from_where_it_was_seen() {
        StaffId holder = holder();
        Passkey passkey = add(holder, 0);
        Instant at = clock().instant();
        assertThat(Await.result(store().used(holder, passkey.id(), 4, 9, at))).isFalse();
        assertThat(Await.result(store().used(holder, passkey.id(), 5, 6, at))).isTrue();
        assertThat(Await.result(store().used(holder, passkey.id(), 5, 7, at))).isFalse();
        assertThat(Await.result(store().used(holder, "other", 5, 7, at))).isFalse();
        Passkey now = found(holder, passkey.id()).orElseThrow();
        assertThat(now.counter()).isEqualTo(6);
        assertThat(now.used()).contains(at);
        assertThat(now.key()).isEqualTo(passkey.key());
    }

    @Test
    default void passkey_is_renamed_where_it_exists() {
        StaffId holder = holder();
        Passkey passkey = add(holder, 0);
        assertThat(Await.result(store().rename(holder, passkey.id(), "phone"))).isTrue();
        assertThat(Await.result(store().rename(holder, "other", "phone"))).isFalse();
        assertThat(Await.result(store().passkeys(holder)))
                .extracting(Passkey::name)
                .containsExactly("phone");
    }

    @Test
    default void passkey_is_removed_unless_it_is_needed() {
        StaffId holder = holder();
        List<Passkey> all = List.of(add(holder, 0), add(holder, 1), add(holder, 2));
        assertThat(Await.result(store().remove(holder, "other", 0))).isEqualTo(Removal.ABSENT);
        assertThat(Await.result(store().remove(holder, all.get(1).id(), 2))).isEqualTo(Removal.REMOVED);
        assertThat(Await.result(store().remove(holder, all.get(1).id(), 0))).isEqualTo(Removal.ABSENT);
        assertThat(Await.result(store().remove(holder, all.get(2).id(), 2))).isEqualTo(Removal.NEEDED);
        assertThat(Await.result(store().passkeys(holder)))
                .extracting(Passkey::id)
                .containsExactly(all.get(0).id(), all.get(2).id());
    }

    @Test
    default void passkeys_that_must_stay_do_when_all_are_removed_at_once() {
        StaffId holder = holder();
        List<String> ids = IntStream.range(0, 5)
                .mapToObj(number -> add(holder, number).id())
                .toList();
        List<Future<Removal>> removals =
                ids.stream().map(id -> store().remove(holder, id, 2)).toList();
        assertThat(removals.stream().map(Await::result).filter(Removal.REMOVED::equals))
                .hasSizeLessThanOrEqualTo(3);
        assertThat(Await.result(store().passkeys(holder))).hasSizeGreaterThanOrEqualTo(2);
    }
}
