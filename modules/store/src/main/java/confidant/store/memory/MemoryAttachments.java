package confidant.store.memory;

import confidant.model.AttachmentId;
import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.model.Sealed;
import confidant.store.AttachmentStore;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Attachments in memory. */
final class MemoryAttachments implements AttachmentStore {
    private record Place(PoolId pool, ClientId client, AttachmentId id) {}

    private record Part(UUID body, int no) {}

    private final Gate gate;
    private final Map<Place, Attachment> attachments = new HashMap<>();
    private final Map<AttachmentId, Map<Part, byte[]>> parts = new HashMap<>();
    private final Map<AttachmentId, Pending> pending = new HashMap<>();

    MemoryAttachments(Gate gate) {
        this.gate = gate;
    }

    private static Place place(Attachment of) {
        return new Place(of.pool(), of.client(), of.id());
    }

    @Override
    public Future<Void> putPart(AttachmentId id, UUID body, int no, byte[] sealed) {
        return gate.run(
                () -> parts.computeIfAbsent(id, none -> new HashMap<>()).put(new Part(body, no), sealed.clone()));
    }

    @Override
    public Future<Optional<byte[]>> part(AttachmentId id, UUID body, int no) {
        return gate.pass(
                () -> Optional.ofNullable(parts.getOrDefault(id, Map.of()).get(new Part(body, no)))
                        .map(byte[]::clone));
    }

    @Override
    public Future<Boolean> put(Attachment attachment) {
        return gate.pass(() -> {
            attachments.putIfAbsent(place(attachment), attachment);
            return attachment.equals(attachments.get(place(attachment)));
        });
    }

    @Override
    public Future<Optional<Attachment>> attachment(PoolId pool, ClientId client, AttachmentId id) {
        return gate.pass(() -> Optional.ofNullable(attachments.get(new Place(pool, client, id))));
    }

    @Override
    public Future<List<Attachment>> attachments(PoolId pool, ClientId client) {
        return gate.pass(() -> attachments.values().stream()
                .filter(one -> one.pool().equals(pool) && one.client().equals(client))
                .toList());
    }

    @Override
    public Future<Boolean> rekey(Attachment before, Map<Purpose, Sealed> keys) {
        return gate.pass(() -> {
            Attachment stored = attachments.get(place(before));
            if (stored == null || !stored.keys().equals(before.keys())) {
                return stored != null && stored.keys().equals(keys);
            }
            attachments.put(place(before), stored.with(keys));
            return true;
        });
    }

    @Override
    public Future<Void> forget(PoolId pool, ClientId client, AttachmentId id) {
        return gate.run(() -> attachments.remove(new Place(pool, client, id)));
    }

    @Override
    public Future<Void> forgetBody(AttachmentId id, UUID body) {
        return gate.run(() -> parts.getOrDefault(id, new HashMap<>())
                .keySet()
                .removeIf(part -> part.body().equals(body)));
    }

    @Override
    public Future<Void> forgetParts(AttachmentId id) {
        return gate.run(() -> parts.remove(id));
    }

    @Override
    public Future<Void> begin(Pending one) {
        return gate.run(() -> pending.put(one.id(), one));
    }

    @Override
    public Future<List<Pending>> pending() {
        return gate.pass(() -> List.copyOf(pending.values()));
    }

    @Override
    public Future<Void> ended(AttachmentId id) {
        return gate.run(() -> pending.remove(id));
    }
}
