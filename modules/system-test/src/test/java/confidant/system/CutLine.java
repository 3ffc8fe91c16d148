package confidant.system;

import confidant.testkit.Await;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line to the database that can be cut for ever, so that what is under way stays unanswered. */
final class CutLine implements AutoCloseable {
    private final Set<NetSocket> open = ConcurrentHashMap.newKeySet();
    private final NetClient client;
    private final NetServer server;
    private volatile boolean cut;

    CutLine(Vertx vertx, String host, int port) {
        this.client = vertx.createNetClient();
        this.server = vertx.createNetServer().connectHandler(near -> {
            if (cut) {
                near.close();
                return;
            }
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
        from.handler(bytes -> {
            if (!cut) {
                to.write(bytes);
            }
        });
        from.closeHandler(closed -> {
            open.remove(from);
            to.close();
        });
    }

    int port() {
        return server.actualPort();
    }

    void cut() {
        cut = true;
        open.forEach(NetSocket::close);
    }

    @Override
    public void close() {
        cut();
        Await.result(server.close());
        Await.result(client.close());
    }
}
