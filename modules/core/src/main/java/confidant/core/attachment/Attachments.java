package confidant.core.attachment;

import confidant.core.House;
import confidant.core.gate.Gate;
import confidant.core.gate.Pass;
import confidant.core.port.Cleaner;
import confidant.core.port.Cleaner.Clean;
import confidant.model.AttachmentId;
import confidant.model.Purpose;
import confidant.model.Sealed;
import confidant.store.AttachmentStore;
import confidant.store.AttachmentStore.Attachment;
import confidant.store.AttachmentStore.Pending;
import confidant.store.ConversationStore.Ref;
import confidant.vault.FileKey;
import confidant.vault.FileOpener;
import confidant.vault.FileSealer;
import confidant.vault.VaultRefused;
import io.vertx.core.Future;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Seals and opens files under passes that others asked for. A file has a key of its own; a purpose that the file serves has a
 * wrap of that key, so that it is taken from one purpose without a change for another.
 */
public final class Attachments {
    private static final int TRIES = 5;

    private final House house;
    private final AttachmentStore store;
    private final Gate gate;
    private final Cleaner cleaner;

    public Attachments(House house, Gate gate, Cleaner cleaner) {
        this.house = house;
        this.store = house.stores().attachments();
        this.gate = gate;
        this.cleaner = cleaner;
    }

    /** Notes that a file is under way, before anything of it is stored. */
    public Future<Void> begin(Pending pending) {
        return store.begin(pending);
    }

    /** Notes that what was under way has its message, or nothing is left of it. */
    public Future<Void> ended(AttachmentId id) {
        return store.ended(id);
    }

    /** Cleans, seals and stores a file for the client and purpose of a pass. Its bytes are wiped afterwards. */
    public Future<Attachment> keep(Pass pass, AttachmentId id, Upload upload) {
        FileKey key = house.vault().newFileKey(id.toString());
        return house.worker()
                .run(() -> cleaner.clean(upload.name(), upload.bytes()))
                .compose(clean -> seal(pass, id, key, clean).eventually(() -> wiped(clean.bytes())))
                .eventually(() -> wiped(upload.bytes()))
                .onComplete(done -> key.wipe());
    }

    private static Future<Void> wiped(byte[] bytes) {
        Arrays.fill(bytes, (byte) 0);
        return Future.succeededFuture();
    }

    private Future<Attachment> seal(Pass pass, AttachmentId id, FileKey key, Clean clean) {
        UUID body = UUID.randomUUID();
        FileAbout about = new FileAbout(clean.name(), clean.type(), clean.bytes().length);
        return gate.wrap(pass, id.toString(), key)
                .compose(wrap -> parts(id, body, key.sealer(), ByteBuffer.wrap(clean.bytes()), 0)
                        .map(parts -> new Attachment(
                                pass.client().pool(),
                                pass.client().client(),
                                id,
                                house.now(),
                                body,
                                parts,
                                Base64.getUrlEncoder().withoutPadding().encodeToString(key.commitment()),
                                key.sealAbout(about.bytes()),
                                Map.of(pass.opening().purpose(), wrap))))
                .compose(made -> store.put(made)
                        .compose(first -> first ? Future.succeededFuture() : store.forgetBody(id, body))
                        .map(made));
    }

    private Future<Integer> parts(AttachmentId id, UUID body, FileSealer sealer, ByteBuffer left, int no) {
        return house.worker()
                .run(() -> {
                    int size = Math.min(left.remaining(), FileSealer.plainSize(no));
                    ByteBuffer part = left.slice(left.position(), size);
                    left.position(left.position() + size);
                    return sealer.next(part, !left.hasRemaining());
                })
                .compose(box -> store.putPart(id, body, no, box))
                .compose(put ->
                        left.hasRemaining() ? parts(id, body, sealer, left, no + 1) : Future.succeededFuture(no + 1));
    }

    /** What is known about a file; empty where the pass does not open it. */
    Future<Optional<FileAbout>> about(Pass pass, Attachment of) {
        return using(pass, of, key -> Future.succeededFuture(FileAbout.read(key.openAbout(of.about()))));
    }

    /** The file, to be read part by part; empty where the pass does not open it. */
    Future<Optional<Download>> open(Pass pass, Attachment of) {
        return key(pass, of)
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : store.part(of.id(), of.body(), 0)
                                .map(first -> first.map(part -> {
                                    FileKey key = found.get();
                                    FileAbout about = FileAbout.read(key.openAbout(of.about()));
                                    FileOpener opener = key.opener(part, of.parts());
                                    key.wipe();
                                    return new Download(about, sink -> pour(of, opener, 0, sink));
                                })));
    }

    private Future<Void> pour(Attachment of, FileOpener opener, int no, Function<byte[], Future<Void>> sink) {
        return store.part(of.id(), of.body(), no)
                .map(part -> part.orElseThrow(() -> new VaultRefused("a part of the file is missing")))
                .compose(part -> house.worker().run(() -> opener.part(no, part)))
                .compose(sink)
                .compose(taken -> no + 1 < of.parts() ? pour(of, opener, no + 1, sink) : Future.succeededFuture());
    }

    /** Wraps the key for one purpose more. @return false where the file or its key is gone */
    Future<Boolean> serve(Pass reading, Pass keeping, AttachmentId id) {
        return change(
                reading.client(),
                id,
                of -> using(
                        reading,
                        of,
                        key -> gate.wrap(keeping, id.toString(), key)
                                .map(wrap -> with(of, keeping.opening().purpose(), Optional.of(wrap)))));
    }

    /** Takes the wrap of one purpose away. @return false where the file is gone */
    Future<Boolean> release(Ref client, AttachmentId id, Purpose purpose) {
        return change(client, id, of -> Future.succeededFuture(Optional.of(with(of, purpose, Optional.empty()))));
    }

    /** Wraps the key for another purpose and for no one else any more. @return false where the file or its key is gone */
    public Future<Boolean> move(Pass reading, Pass keeping, AttachmentId id) {
        return change(
                reading.client(),
                id,
                of -> of.keys().containsKey(keeping.opening().purpose())
                        ? Future.succeededFuture(Optional.of(of.keys()))
                        : using(
                                reading,
                                of,
                                key -> gate.wrap(keeping, id.toString(), key)
                                        .map(wrap -> Map.of(keeping.opening().purpose(), wrap))));
    }

    private static Map<Purpose, Sealed> with(Attachment of, Purpose purpose, Optional<Sealed> wrap) {
        Map<Purpose, Sealed> keys = new HashMap<>(of.keys());
        wrap.ifPresentOrElse(one -> keys.put(purpose, one), () -> keys.remove(purpose));
        return keys;
    }

    private interface Wraps {
        Future<Optional<Map<Purpose, Sealed>>> of(Attachment attachment);
    }

    private Future<Boolean> change(Ref client, AttachmentId id, Wraps wraps) {
        return change(client, id, wraps, TRIES);
    }

    private Future<Boolean> change(Ref client, AttachmentId id, Wraps wraps, int tries) {
        return store.attachment(client.pool(), client.client(), id)
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(false)
                        : wraps.of(found.get())
                                .compose(next -> next.isEmpty()
                                        ? Future.succeededFuture(false)
                                        : store.rekey(found.get(), next.get())
                                                .compose(done -> done || tries == 1
                                                        ? Future.succeededFuture(done)
                                                        : change(client, id, wraps, tries - 1))));
    }

    /**
     * Gives a file to who its client is next: the key is wrapped for them, the parts stay where they are. Repeatable, also
     * where it was cut off.
     */
    public Future<Void> carry(Pass reading, Pass keeping, AttachmentId id) {
        Ref from = reading.client();
        return store.attachment(from.pool(), from.client(), id)
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture()
                        : using(reading, found.get(), key -> gate.wrap(keeping, id.toString(), key))
                                .compose(wrap -> wrap.isEmpty()
                                        ? Future.succeededFuture()
                                        : given(found.get(), keeping, wrap.get())
                                                .compose(done -> store.forget(from.pool(), from.client(), id))));
    }

    private Future<Boolean> given(Attachment of, Pass keeping, Sealed wrap) {
        return store.put(new Attachment(
                keeping.client().pool(),
                keeping.client().client(),
                of.id(),
                of.at(),
                of.body(),
                of.parts(),
                of.commitment(),
                of.about(),
                Map.of(keeping.opening().purpose(), wrap)));
    }

    /** Takes a file away for good: its parts first, so that a row that is left finds them again. Repeatable. */
    public Future<Void> discard(Ref client, AttachmentId id) {
        return store.forgetParts(id)
                .compose(gone -> store.forget(client.pool(), client.client(), id))
                .compose(gone -> store.ended(id));
    }

    /** Takes every file of a client away for good. Repeatable. */
    public Future<Void> discardAll(Ref client) {
        return store.attachments(client.pool(), client.client()).compose(all -> {
            Future<Void> gone = Future.succeededFuture();
            for (Attachment one : all) {
                gone = gone.compose(before -> discard(client, one.id()));
            }
            return gone;
        });
    }

    private <T> Future<Optional<T>> using(Pass pass, Attachment of, Function<FileKey, Future<T>> work) {
        return key(pass, of)
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : Future.succeededFuture(found.get())
                                .compose(work)
                                .map(Optional::of)
                                .onComplete(done -> found.get().wipe()));
    }

    private Future<Optional<FileKey>> key(Pass pass, Attachment of) {
        Sealed wrap = of.keys().get(pass.opening().purpose());
        return wrap == null
                ? Future.succeededFuture(Optional.empty())
                : gate.unwrap(
                        pass, of.id().toString(), wrap, Base64.getUrlDecoder().decode(of.commitment()));
    }
}
