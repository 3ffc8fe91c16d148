package confidant.http;

import confidant.core.BadRequest;
import confidant.core.Desk;
import confidant.core.Guest;
import confidant.core.NotFound;
import confidant.core.Rooms;
import confidant.core.session.Who;
import confidant.http.Cookies.Jar;
import confidant.http.api.Asked.FocusFrame;
import confidant.http.api.Json;
import confidant.http.live.Line;
import confidant.http.live.LiveLine;
import confidant.model.ClientId;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.ServerWebSocketHandshake;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Opens live lines for sessions of the right kind, from pages of this house only. */
final class LiveRoutes implements Handler<ServerWebSocketHandshake> {
    private final Rooms rooms;
    private final Cookies cookies;
    private final String origin;
    private final LiveLine live;
    private final Counts counts;

    LiveRoutes(Rooms rooms, Cookies cookies, String origin, LiveLine live, Counts counts) {
        this.rooms = rooms;
        this.cookies = cookies;
        this.origin = origin;
        this.live = live;
        this.counts = counts;
    }

    @Override
    public void handle(ServerWebSocketHandshake handshake) {
        boolean desk = handshake.path().equals("/v1/desk/live");
        if (!desk && !handshake.path().equals("/v1/chat/live")) {
            handshake.reject(404);
        } else if (!ownPage(handshake)) {
            handshake.reject(403);
        } else {
            String header =
                    Optional.ofNullable(handshake.headers().get("Cookie")).orElse("");
            cookies.token(header, desk ? Jar.SESSION : Jar.CHAT)
                    .ifPresentOrElse(
                            token -> known(handshake, token, desk ? "concierge" : "chat"), () -> handshake.reject(401));
        }
    }

    /** Browsers always name the page that opens a socket; what names none is no browser and carries no stolen cookie. */
    private boolean ownPage(ServerWebSocketHandshake handshake) {
        String from = handshake.headers().get("Origin");
        String host = handshake.headers().get("Host");
        return from == null
                || from.equals(origin)
                || (host != null && (from.equals("http://" + host) || from.equals("https://" + host)));
    }

    private void known(ServerWebSocketHandshake handshake, String token, String kind) {
        rooms.sessions()
                .find(token, kind)
                .onSuccess(who ->
                        who.ifPresentOrElse(found -> open(handshake, found, token, kind), () -> handshake.reject(401)))
                .onFailure(failure -> handshake.reject(503));
    }

    private void open(ServerWebSocketHandshake handshake, Who who, String token, String kind) {
        String topic = who.desk()
                .map(desk -> LiveLine.desk(desk.pool()))
                .orElseGet(() -> chat(who.guest().orElseThrow()));
        Line line = live.line(topic, token);
        line.listening()
                .compose(ready -> handshake.accept())
                .onSuccess(socket -> opened(socket, line, who, token, kind))
                .onFailure(failure -> {
                    line.stop();
                    handshake.reject(503);
                });
    }

    private static String chat(Guest guest) {
        return LiveLine.chat(guest.pool(), guest.client());
    }

    private void opened(ServerWebSocket socket, Line line, Who who, String token, String kind) {
        counts.add("confidant_live_lines", kind, 1);
        String device = UUID.randomUUID().toString();
        Consumer<Buffer> heard = who.desk()
                .<Consumer<Buffer>>map(desk -> frame -> focus(socket, desk, device, frame))
                .orElse(frame -> socket.close(Line.UNREADABLE, "this line only tells"));
        socket.handler(heard::accept);
        socket.exceptionHandler(failure -> socket.close());
        line.open(
                socket,
                who.desk().isPresent() ? Line.OFTEN : Line.SELDOM,
                () -> rooms.sessions().find(token, kind).map(Optional::isPresent));
        socket.endHandler(end -> {
            counts.add("confidant_live_lines", kind, -1);
            who.desk().ifPresent(desk -> rooms.assisting().gone(desk, device));
        });
    }

    private void focus(ServerWebSocket socket, Desk desk, String device, Buffer frame) {
        try {
            FocusFrame focus = Json.read(frame.getBytes(), FocusFrame.class);
            String client = focus.clientId();
            Boolean inFront = focus.inFront();
            if (!"focus".equals(focus.type()) || client == null || inFront == null) {
                throw new BadRequest("there is no frame of this form");
            }
            rooms.assisting()
                    .focus(desk, Call.known(client, ClientId::parse, "client"), device, inFront)
                    .onFailure(failure -> {
                        if (failure instanceof NotFound) {
                            socket.close(Line.UNREADABLE, "not a frame of the contract");
                        }
                    });
        } catch (BadRequest | NotFound e) {
            socket.close(Line.UNREADABLE, "not a frame of the contract");
        }
    }
}
