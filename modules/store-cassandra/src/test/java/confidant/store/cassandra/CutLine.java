package confidant.store.cassandra;

import confidant.testkit.Await;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line to the database that can be cut, so that requests under way stay unanswered. */
final class CutLine implements AutoCloseable {
    private final Set<NetSocket> open = ConcurrentHashMap.newKeySet();
    private final NetClient client;
    private final NetServer server;

    CutLine(Vertx vertx, String host, int port) {
        this.client = vertx.createNetClient();
        this.server = vertx.createNetServer().connectHandler(near -> {
            near.pause();
            client.connect(port, host)
                    .onSuccess(far -> {
                        join(near, far);
                        join(far, near);
                        near.resume();
                    })
                    .onFailure(failure -> near.close());
        });
        Await.result(server.listen(0, "127.0.0.1"));
    }

    private void join(NetSocket from, NetSocket to) {
        open.add(from);
        from.handler(to::write);
        from.closeHandler(closed -> {
            open.remove(from);
            to.close();
        });
    }

    int port() {
        return server.actualPort();
    }

    /** Ends every connection; new ones may be made. */
    void cut() {
        open.forEach(NetSocket::close);
    }

    @Override
    public void close() {
        Await.result(server.close());
        Await.result(client.close());
    }
}
