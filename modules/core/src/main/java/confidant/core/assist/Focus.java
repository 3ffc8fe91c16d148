package confidant.core.assist;

import confidant.core.Desk;
import confidant.model.ClientId;
import confidant.store.ConversationStore.Ref;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which conversations the concierges have in front, on any of their devices that talk to this node. */
public final class Focus {
    private record Device(Desk desk, String name) {}

    private final Map<Device, Set<ClientId>> front = new ConcurrentHashMap<>();

    void set(Desk desk, ClientId client, String device, boolean inFront) {
        Set<ClientId> clients = front.computeIfAbsent(new Device(desk, device), d -> ConcurrentHashMap.newKeySet());
        if (inFront) {
            clients.add(client);
        } else {
            clients.remove(client);
        }
    }

    void gone(Desk desk, String device) {
        front.remove(new Device(desk, device));
    }

    /** Whether a desk of the client's own pool has the conversation in front. */
    boolean on(Ref client) {
        return front.entrySet().stream()
                .anyMatch(shown -> shown.getKey().desk.pool().equals(client.pool())
                        && shown.getValue().contains(client.client()));
    }
}
