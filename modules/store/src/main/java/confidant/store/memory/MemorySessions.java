package confidant.store.memory;

import confidant.store.SessionStore;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Sessions in memory. */
final class MemorySessions implements SessionStore {
    private final Gate gate;
    private final Clock clock;
    private final Map<String, Session> sessions = new HashMap<>();

    MemorySessions(Gate gate, Clock clock) {
        this.gate = gate;
        this.clock = clock;
    }

    @Override
    public Future<Void> put(Session session) {
        return gate.run(() -> sessions.put(session.hash(), session));
    }

    @Override
    public Future<Boolean> change(Session before, Session after) {
        return gate.pass(() -> sessions.replace(before.hash(), before, after));
    }

    @Override
    public Future<Optional<Session>> session(String hash) {
        return gate.pass(() -> Optional.ofNullable(sessions.get(hash)).filter(this::lives));
    }

    @Override
    public Future<Void> remove(String hash) {
        return gate.run(() -> sessions.remove(hash));
    }

    @Override
    public Future<Optional<Session>> take(String hash) {
        return gate.pass(() -> Optional.ofNullable(sessions.remove(hash)).filter(this::lives));
    }

    private boolean lives(Session session) {
        return session.until().isAfter(clock.instant());
    }
}
