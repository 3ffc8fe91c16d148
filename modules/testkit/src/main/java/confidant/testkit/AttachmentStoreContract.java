package confidant.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.model.AttachmentId;
import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.model.Sealed;
import confidant.store.AttachmentStore;
import confidant.store.AttachmentStore.Attachment;
import confidant.store.AttachmentStore.Pending;
import io.vertx.core.Future;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link AttachmentStore} promises. */
public interface AttachmentStoreContract extends StoreContract {

    private static Attachment attachment() {
        return new Attachment(
                PoolId.random(),
                ClientId.random(),
                AttachmentId.random(),
                Fixtures.NOON,
                UUID.randomUUID(),
                2,
                "commitment",
                Fixtures.sealed("about"),
                Map.of(Purpose.SERVICE, Fixtures.sealed("key")));
    }

    private AttachmentStore attachments() {
        return stores().attachments();
    }

    @Test
    default void attachment_is_found_by_its_client_only() {
        Attachment one = attachment();
        Attachment two = new Attachment(
                one.pool(),
                one.client(),
                AttachmentId.random(),
                one.at(),
                UUID.randomUUID(),
                1,
                "other",
                one.about(),
                Map.of(Purpose.SERVICE, Fixtures.sealed("a"), Purpose.TRIP, Fixtures.sealed("b")));
        assertThat(Await.result(attachments().put(one))).isTrue();
        assertThat(Await.result(attachments().put(two))).isTrue();

        assertThat(Await.result(attachments().attachment(one.pool(), one.client(), one.id())))
                .contains(one);
        assertThat(Await.result(attachments().attachments(one.pool(), one.client())))
                .containsExactlyInAnyOrder(one, two);
        assertThat(Await.result(attachments().attachment(one.pool(), ClientId.random(), one.id())))
                .isEmpty();
        assertThat(Await.result(attachments().attachments(PoolId.random(), one.client())))
                .isEmpty();
    }

    @Test
    default void attachment_is_put_once_and_a_repeat_is_harmless() {
        Attachment one = attachment();
        assertThat(Await.result(attachments().put(one))).isTrue();
        assertThat(Await.result(attachments().put(one))).isTrue();
        assertThat(Await.result(attachments().put(one.with(Map.of())))).isFalse();
        assertThat(Await.result(attachments().attachment(one.pool(), one.client(), one.id())))
                .contains(one);
    }

    @Test
    default void wraps_change_from_what_was_read_only() {
        Attachment one = attachment();
        Map<Purpose, Sealed> both =
                Map.of(Purpose.SERVICE, Fixtures.sealed("key"), Purpose.TRIP, Fixtures.sealed("for the trip"));
        assertThat(Await.result(attachments().rekey(one, both))).isFalse();
        Await.result(attachments().put(one));

        assertThat(Await.result(attachments().rekey(one, both))).isTrue();
        assertThat(Await.result(attachments().rekey(one, both))).isTrue();
        assertThat(Await.result(attachments().rekey(one, Map.of()))).isFalse();
        assertThat(Await.result(attachments().rekey(one.with(both), one.keys())))
                .isTrue();
        assertThat(Await.result(attachments().attachment(one.pool(), one.client(), one.id())))
                .contains(one);
    }

    @Test
    default void wraps_are_changed_by_one_of_eight_at_once() {
        Attachment one = attachment();
        Await.result(attachments().put(one));
        List<Future<Boolean>> changes = IntStream.range(0, 8)
                .mapToObj(i -> attachments().rekey(one, Map.of(Purpose.TRIP, Fixtures.sealed("wrap " + i))))
                .toList();
        assertThat(changes).filteredOn(Await::result).hasSize(1);
    }

    @Test
    default void parts_come_back_byte_by_byte_until_they_are_forgotten() {
        AttachmentId id = AttachmentId.random();
        UUID body = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        byte[] full = new byte[64 * 1024];
        Arrays.fill(full, (byte) 7);
        Await.result(attachments().putPart(id, body, 0, full));
        Await.result(attachments().putPart(id, body, 1, new byte[] {1, 2, 3}));
        Await.result(attachments().putPart(id, body, 1, new byte[] {1, 2, 3}));
        Await.result(attachments().putPart(id, second, 0, new byte[] {4}));

        assertThat(Await.result(attachments().part(id, body, 0))).contains(full);
        assertThat(Await.result(attachments().part(id, body, 1))).contains(new byte[] {1, 2, 3});
        assertThat(Await.result(attachments().part(id, second, 0))).contains(new byte[] {4});
        assertThat(Await.result(attachments().part(id, body, 2))).isEmpty();
        assertThat(Await.result(attachments().part(AttachmentId.random(), body, 0)))
                .isEmpty();

        Await.result(attachments().forgetBody(id, second));
        assertThat(Await.result(attachments().part(id, second, 0))).isEmpty();
        assertThat(Await.result(attachments().part(id, body, 0))).isPresent();
        Await.result(attachments().forgetParts(id));
        Await.result(attachments().forgetParts(id));
        assertThat(Await.result(attachments().part(id, body, 0))).isEmpty();
    }

    @Test
    default void forgotten_attachment_is_gone_and_its_parts_are_not() {
        Attachment one = attachment();
        Await.result(attachments().put(one));
        Await.result(attachments().putPart(one.id(), one.body(), 0, new byte[] {9}));

        Await.result(attachments().forget(one.pool(), one.client(), one.id()));
        Await.result(attachments().forget(one.pool(), one.client(), one.id()));

        assertThat(Await.result(attachments().attachment(one.pool(), one.client(), one.id())))
                .isEmpty();
        assertThat(Await.result(attachments().part(one.id(), one.body(), 0))).isPresent();
    }

    @Test
    default void what_is_under_way_is_listed_until_it_ended() {
        Pending upload = new Pending(
                AttachmentId.random(), PoolId.random(), ClientId.random(), Fixtures.NOON, "webchat/1", "", "");
        Pending fetched = new Pending(
                AttachmentId.random(), upload.pool(), upload.client(), Fixtures.NOON, "line/main/1", "line/main", "42");
        Await.result(attachments().begin(upload));
        Await.result(attachments().begin(upload));
        Await.result(attachments().begin(fetched));
        assertThat(Await.result(attachments().pending()))
                .contains(upload, fetched)
                .filteredOn(upload::equals)
                .hasSize(1);

        Await.result(attachments().ended(upload.id()));
        Await.result(attachments().ended(upload.id()));
        assertThat(Await.result(attachments().pending())).contains(fetched).doesNotContain(upload);
    }
}
