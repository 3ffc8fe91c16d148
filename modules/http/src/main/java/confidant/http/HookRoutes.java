package confidant.http;

import confidant.core.Rooms;
import confidant.core.port.Doorway;
import confidant.core.port.Doorway.Knock;
import confidant.http.problem.Kind;
import confidant.http.problem.Trouble;
import confidant.model.Address;
import confidant.model.Channel;
import confidant.model.Inbound;
import confidant.store.HouseStore.Concierge;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where messaging platforms deliver. The bytes go to the channel's doorway exactly as they came; 200 means that every event
 * of the batch is durable, and anything else that the platform should deliver again or that it was never genuine.
 */
final class HookRoutes implements Handler<RoutingContext> {
    private final Rooms rooms;
    private final Map<String, Doorway> doorways;
    private final Function<String, Optional<Concierge>> accounts;
    private final Counts counts;

    HookRoutes(
            Rooms rooms,
            Map<Channel, Doorway> doorways,
            Function<String, Optional<Concierge>> accounts,
            Counts counts) {
        this.rooms = rooms;
        this.doorways = doorways.values().stream()
                .collect(Collectors.toUnmodifiableMap(door -> door.channel().word(), Function.identity()));
        this.accounts = accounts;
        this.counts = counts;
    }

    /** Before the body: an address that no account has, or a body that is not the signed bytes themselves. */
    void head(RoutingContext context) {
        if (!doorways.containsKey(context.pathParam("channel"))) {
            context.fail(unknown());
        } else if (Gate.packed(context.request().getHeader(HttpHeaders.CONTENT_ENCODING))) {
            context.fail(new Trouble(Kind.MEDIA_TYPE, "send the bytes as they were signed, not compressed"));
        } else {
            context.next();
        }
    }

    @Override
    public void handle(RoutingContext context) {
        String channel = context.pathParam("channel").toLowerCase(Locale.ROOT);
        Doorway door = doorways.get(channel);
        if (door == null) {
            throw unknown();
        }
        var buffer = context.body().buffer();
        byte[] body = buffer == null ? new byte[0] : buffer.getBytes();
        String account = context.pathParam("account");
        Knock knock = door.read(account, name -> header(context, name), body);
        if (knock instanceof Knock.Events genuine) {
            Concierge concierge = accounts.apply(account).orElseThrow(HookRoutes::unknown);
            admit(concierge, genuine.events())
                    .onSuccess(durable -> context.response()
                            .putHeader("Content-Type", "application/json")
                            .end("{}"))
                    .onFailure(context::fail);
        } else {
            context.fail(refused(knock, channel));
        }
    }

    private Trouble refused(Knock knock, String channel) {
        if (knock instanceof Knock.Forged) {
            counts.add("confidant_hooks_refused_total", channel + "-forged");
            return new Trouble(Kind.FORGED, "the signature does not fit the bytes");
        }
        if (knock instanceof Knock.Malformed) {
            counts.add("confidant_hooks_refused_total", channel + "-malformed");
            return new Trouble(Kind.INVALID, "the bytes are genuine but cannot be read");
        }
        counts.add("confidant_hooks_refused_total", channel + "-unknown");
        return unknown();
    }

    private static Trouble unknown() {
        return new Trouble(Kind.NOT_FOUND, "no such account");
    }

    private static String header(RoutingContext context, String name) {
        String value = context.request().getHeader(name);
        return value == null ? "" : value;
    }

    /** Different clients at once, the events of each in their order. Waits for all before it fails. */
    private Future<Void> admit(Concierge concierge, List<Inbound> events) {
        Map<Address, List<Inbound>> lanes =
                events.stream().collect(Collectors.groupingBy(Inbound::from, LinkedHashMap::new, Collectors.toList()));
        List<Future<Void>> all =
                lanes.values().stream().map(lane -> inOrder(concierge, lane)).toList();
        return all.isEmpty() ? Future.succeededFuture() : Future.join(all).mapEmpty();
    }

    private Future<Void> inOrder(Concierge concierge, List<Inbound> lane) {
        Future<Void> last = Future.succeededFuture();
        for (Inbound event : lane) {
            last = last.compose(
                    before -> rooms.reception().admit(concierge, event).mapEmpty());
        }
        return last;
    }
}
