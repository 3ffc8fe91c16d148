package confidant.store;

import confidant.model.AttachmentId;
import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.model.Sealed;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Pictures and files of conversations: a row of each for the client whose it is, its sealed parts by its id, and a list of
 * what is under way, so that nothing is left behind by whoever was cut off.
 */
public interface AttachmentStore {

    /**
     * An attachment. A message says by its {@code ref} that it has it.
     *
     * @param body which of several sealings of the file counts: two servers may have fetched it at once
     * @param parts how many sealed parts there are
     * @param commitment to the key of the file, base64url
     * @param about its name, type and size, sealed under the key of the file
     * @param keys the key of the file, wrapped once for each purpose that it serves (slot {@code attachment}/{@code key}/id)
     */
    record Attachment(
            PoolId pool,
            ClientId client,
            AttachmentId id,
            Instant at,
            UUID body,
            int parts,
            String commitment,
            Sealed about,
            Map<Purpose, Sealed> keys) {
        public Attachment {
            keys = Map.copyOf(keys);
        }

        /** The same with other wraps. */
        public Attachment with(Map<Purpose, Sealed> others) {
            return new Attachment(pool, client, id, at, body, parts, commitment, about, others);
        }
    }

    /** Stores part {@code no} (from 0) of one sealing, which never changes; repeatable. */
    Future<Void> putPart(AttachmentId id, UUID body, int no, byte[] sealed);

    Future<Optional<byte[]>> part(AttachmentId id, UUID body, int no);

    /** @return whether this one is stored now; false only where another one of this client has the id. Repeatable */
    Future<Boolean> put(Attachment attachment);

    Future<Optional<Attachment>> attachment(PoolId pool, ClientId client, AttachmentId id);

    /** All attachments of one client, in no promised order. */
    Future<List<Attachment>> attachments(PoolId pool, ClientId client);

    /**
     * Stores other wraps if those of {@code before} are stored.
     *
     * @return false when others are stored; nothing was changed. A repeat of what is stored is true
     */
    Future<Boolean> rekey(Attachment before, Map<Purpose, Sealed> keys);

    /** Takes an attachment away from a client. Repeatable. Its parts are taken away by {@link #forgetParts}. */
    Future<Void> forget(PoolId pool, ClientId client, AttachmentId id);

    /** Takes the parts of one sealing away, which does not count. Repeatable. */
    Future<Void> forgetBody(AttachmentId id, UUID body);

    /** Takes all parts of an attachment away; when nobody has it any more. Repeatable. */
    Future<Void> forgetParts(AttachmentId id);

    /**
     * An attachment that is under way.
     *
     * @param once the key under which its message is, or is about to be, appended
     * @param content what its platform calls it and where it can be fetched by; empty where it was sent to the house itself
     * @param channel which platform, as {@code channel/account}; empty where there is none
     */
    record Pending(
            AttachmentId id, PoolId pool, ClientId client, Instant at, String once, String channel, String content) {}

    /** Notes that an attachment is under way; before any part of it is stored. Repeatable. */
    Future<Void> begin(Pending pending);

    /** All that is under way in the house; tens in ordinary times. */
    Future<List<Pending>> pending();

    /** Notes that it is no longer under way. Repeatable. */
    Future<Void> ended(AttachmentId id);
}
