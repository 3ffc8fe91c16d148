package confidant.core.silence;

import confidant.core.House;
import confidant.core.consent.ConsentBook;
import confidant.core.consent.Holds;
import confidant.core.gate.Gate;
import confidant.core.silence.Finding.Part;
import confidant.core.silence.Silence.Ends;
import confidant.core.silence.Silence.Kept;
import confidant.model.Actor;
import confidant.model.ClientId;
import confidant.model.DataClass;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.policy.Act;
import confidant.policy.DataClassInfo;
import confidant.policy.PurposeInfo;
import confidant.store.ClientStore.AddressRow;
import confidant.store.ClientStore.ClientRow;
import confidant.store.ConversationStore.Head;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Finds clients who have been silent for longer than their name or address is kept. Looks at times only: nothing is opened. */
final class Silences {
    private static final List<DataClass> CLASSES = List.of(DataClass.NAME, DataClass.ADDRESS);

    private final House house;
    private final Gate gate;
    private final ConsentBook book;
    private final Keepers keepers;

    Silences(House house, Gate gate, Holds holds) {
        this.house = house;
        this.gate = gate;
        this.book = new ConsentBook(house.stores().consents());
        this.keepers = new Keepers(house, holds);
    }

    private record Seen(Silence silence, List<AddressRow> addresses) {}

    /** What comes of a client's silence; empty if there is no such client (any more). */
    Future<Optional<Silence>> silence(Ref client) {
        return look(client).map(seen -> seen.map(Seen::silence));
    }

    /** A client whose time is over by {@code before}, and what keeps them; empty where it is not. */
    Future<Optional<Finding>> of(Ref client, Instant before) {
        return look(client)
                .compose(seen -> seen.filter(one -> !one.silence().over().isAfter(before))
                        .map(one -> finding(client, one).map(Optional::of))
                        .orElseGet(() -> Future.succeededFuture(Optional.empty())));
    }

    private Future<Optional<Seen>> look(Ref client) {
        return house.stores()
                .clients()
                .client(client.pool(), client.client())
                .compose(row -> row.map(one -> look(client, one).map(Optional::of))
                        .orElseGet(() -> Future.succeededFuture(Optional.empty())));
    }

    private Future<Seen> look(Ref client, ClientRow row) {
        Future<Optional<Head>> head = house.stores().conversations().head(client);
        var history = book.history(client);
        var addresses = house.stores().clients().addresses(client.pool(), client.client());
        return Future.all(head, history, addresses)
                .map(all -> new Seen(
                        Silence.of(
                                row.since(),
                                head.result().flatMap(Head::clientAt),
                                history.result(),
                                kept(!addresses.result().isEmpty()),
                                ends(),
                                house.now()),
                        addresses.result()));
    }

    private List<Kept> kept(boolean reached) {
        List<Kept> kept = new ArrayList<>();
        kept.add(new Kept(DataClass.NAME, keep(DataClass.NAME)));
        if (reached) {
            kept.add(new Kept(DataClass.ADDRESS, keep(DataClass.ADDRESS)));
        }
        return kept;
    }

    private Duration keep(DataClass what) {
        return house.policy().classes().stream()
                .filter(info -> info.id().equals(what))
                .map(DataClassInfo::keep)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the rules have no class " + what));
    }

    private Ends ends() {
        Set<Purpose> marked = house.policy().purposes().stream()
                .filter(PurposeInfo::marked)
                .map(PurposeInfo::purpose)
                .collect(Collectors.toUnmodifiableSet());
        return new Ends(house.policy().asking(), marked);
    }

    private Future<Finding> finding(Ref client, Seen seen) {
        return keepers.of(client)
                .compose(keeping -> parts(client, seen.addresses()).map(parts -> {
                    Set<Keeper> all = EnumSet.noneOf(Keeper.class);
                    all.addAll(keeping);
                    if (seen.silence().consented()) {
                        all.add(Keeper.CONSENT);
                    }
                    if (parts.stream().anyMatch(part -> part.pass().isEmpty())) {
                        all.add(Keeper.RULES);
                    }
                    return new Finding(client, seen.silence(), parts, all);
                }));
    }

    private Future<List<Part>> parts(Ref client, List<AddressRow> addresses) {
        List<Part> parts = new ArrayList<>();
        return part(client, DataClass.NAME, 1)
                .onSuccess(parts::add)
                .compose(name -> addresses.isEmpty()
                        ? Future.succeededFuture(name)
                        : part(client, DataClass.ADDRESS, addresses.size()).onSuccess(parts::add))
                .map(parts);
    }

    private Future<Part> part(Ref client, DataClass what, int count) {
        return gate.ask(Actor.scheduler(), Act.EXPIRE, what, Purpose.SERVICE, client)
                .map(answer -> answer.match(
                        pass -> new Part(what, count, pass.rule(), Optional.of(pass)),
                        refused -> new Part(what, count, refused.rule(), Optional.empty())));
    }

    /**
     * The clients of a pool who joined, and last wrote, so long ago that they may be over by {@code before}. The pool is read
     * slice by slice, and only the ids of those are held.
     */
    Future<List<Ref>> quiet(PoolId pool, Instant before) {
        Duration least = kept(true).stream()
                .map(Kept::keep)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant last = before.minus(least);
        Set<ClientId> quiet = ConcurrentHashMap.newKeySet();
        return house.stores()
                .clients()
                .clients(
                        pool,
                        slice -> slice.stream()
                                .filter(row -> !row.since().isAfter(last))
                                .forEach(row -> quiet.add(row.client())))
                .compose(read -> house.stores()
                        .conversations()
                        .heads(
                                pool,
                                slice -> slice.stream()
                                        .filter(head -> head.clientAt()
                                                .filter(wrote -> wrote.isAfter(last))
                                                .isPresent())
                                        .forEach(head -> quiet.remove(head.client()))))
                .map(done -> quiet.stream().map(client -> new Ref(pool, client)).toList());
    }
}
