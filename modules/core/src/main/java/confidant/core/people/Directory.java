package confidant.core.people;

import confidant.core.Answer;
import confidant.core.Conflict;
import confidant.core.Fields;
import confidant.core.House;
import confidant.core.Lanes;
import confidant.core.NotFound;
import confidant.core.gate.Gate;
import confidant.core.gate.Pass;
import confidant.core.keys.Keys;
import confidant.model.Actor;
import confidant.model.Address;
import confidant.model.BlindKey;
import confidant.model.Channel;
import confidant.model.ClientId;
import confidant.model.DataClass;
import confidant.model.Lang;
import confidant.model.Personal;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.policy.Act;
import confidant.store.ClientStore.AddressRow;
import confidant.store.ClientStore.ClientRow;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The clients of each pool. Whoever asks for a client of another pool is answered as if there were none.
 */
public final class Directory {
    private final House house;
    private final Gate gate;
    private final Keys keys;
    private final Recent<Ref, Boolean> known = new Recent<>(20_000);
    private final Recent<BlindKey, Ref> byAddress = new Recent<>(50_000);
    private final Recent<Ref, Manner> manners = new Recent<>(50_000);
    private final Recent<Ref, Channel> channels = new Recent<>(50_000);

    public Directory(House house, Gate gate) {
        this.house = house;
        this.gate = gate;
        this.keys = gate.keys();
    }

    /** The client's place, if the client is of this pool; fails with {@link NotFound} otherwise. */
    public Future<Ref> require(PoolId pool, ClientId client) {
        Ref ref = new Ref(pool, client);
        if (known.get(ref).isPresent()) {
            return Future.succeededFuture(ref);
        }
        return row(ref).map(row -> ref);
    }

    /** The client's card as {@code actor} may see it; without a name where policy keeps it back. */
    public Future<Profile> profile(Actor actor, Ref client) {
        return row(client).compose(row -> profile(actor, client, row));
    }

    /** The same for a row at hand. */
    public Future<Profile> profile(Actor actor, Ref client, ClientRow row) {
        return gate.ask(actor, Act.READ, DataClass.NAME, Purpose.SERVICE, client)
                .compose(
                        answer -> answer.match(pass -> open(pass, row), refused -> Future.succeededFuture(blank(row))));
    }

    /** How a client wishes to be spoken to; the client's own setting, used by the house on the client's behalf. */
    public record Manner(Lang lang, ZoneId zone) {}

    public Future<Manner> manner(Ref client) {
        Optional<Manner> seen = manners.get(client);
        return seen.isPresent()
                ? Future.succeededFuture(seen.get())
                : profile(Actor.of(client.client()), client)
                        .map(profile -> new Manner(profile.lang(), profile.zone()))
                        .onSuccess(manner -> manners.put(client, manner));
    }

    /** Forgets an erased client; to be registered with {@code Keys}. */
    public void erased(Ref client) {
        known.remove(client);
        manners.remove(client);
        channels.remove(client);
        byAddress.removeValue(client);
    }

    /** The client behind an address; made, with {@code fresh} as card, if the address is new. */
    public Future<Known> meet(PoolId pool, Address address, Profile fresh) {
        BlindKey blind = house.vault().blind(house.id(), address);
        Optional<Ref> seen = byAddress.get(blind);
        if (seen.isPresent()) {
            return Future.succeededFuture(new Known(seen.get(), false));
        }
        return house.stores()
                .clients()
                .byAddress(blind)
                .compose(row -> row.isPresent() ? living(pool, address, row.get()) : introduce(pool, address, blind))
                .compose(row -> {
                    Ref client = new Ref(row.pool(), row.client());
                    return ensureCard(Actor.of(client.client()), client, fresh);
                })
                .onSuccess(met -> byAddress.put(blind, met.client));
    }

    /** @param fresh whether this call made the client's card */
    public record Known(Ref client, boolean fresh) {}

    /** A client without an address of a messaging app: the web chat's own. */
    public Future<Ref> register(PoolId pool, ClientId client, Profile profile) {
        return ensureCard(Actor.of(client), new Ref(pool, client), profile).map(Known::client);
    }

    /**
     * Gives an address to a client whom {@code by} takes over from elsewhere.
     *
     * @return false, and nothing is changed, where somebody has it
     */
    public Future<Boolean> claim(Actor by, Ref client, Address address) {
        BlindKey blind = house.vault().blind(house.id(), address);
        return claim(by, client, address, blind).map(row -> new Ref(row.pool(), row.client()).equals(client));
    }

    /** The card of such a client, unless there is one. Repeatable. */
    public Future<Void> card(Actor by, Ref client, Profile fresh) {
        return ensureCard(by, client, fresh).mapEmpty();
    }

    /** The channel over which the client is written to. */
    public Future<Channel> channel(Ref client) {
        Optional<Channel> seen = channels.get(client);
        return seen.isPresent()
                ? Future.succeededFuture(seen.get())
                : row(client).map(ClientRow::channel);
    }

    /** The address on a channel, opened for {@code actor}; empty if there is none or it may not be opened. */
    public Future<Optional<Address>> address(Actor actor, Ref client, Channel channel) {
        return house.stores()
                .clients()
                .addresses(client.pool(), client.client())
                .compose(rows -> {
                    Optional<AddressRow> row =
                            rows.stream().filter(r -> r.channel() == channel).findFirst();
                    if (row.isEmpty()) {
                        return Future.succeededFuture(Optional.empty());
                    }
                    return gate.ask(actor, Act.SEND, DataClass.ADDRESS, Purpose.SERVICE, client)
                            .compose(answer -> answer.match(
                                    pass -> address(pass, row.get()),
                                    refused -> Future.succeededFuture(Optional.empty())));
                });
    }

    /** Every address of a client as {@code actor} may read it. */
    public Future<List<Address>> addresses(Actor actor, Ref client) {
        return house.stores()
                .clients()
                .addresses(client.pool(), client.client())
                .compose(rows -> gate.ask(actor, Act.READ, DataClass.ADDRESS, Purpose.SERVICE, client)
                        .compose(answer -> answer.match(
                                pass -> addresses(pass, rows), refused -> Future.succeededFuture(List.<Address>of()))));
    }

    /**
     * Gives every address of a client to the same person in another pool, opened and sealed anew for them, so that the next
     * message reaches them there. Repeatable.
     */
    public Future<Void> move(Ref from, Ref to) {
        Future<List<AddressRow>> rows = house.stores().clients().addresses(from.pool(), from.client());
        return rows.compose(all -> all.isEmpty()
                ? Future.succeededFuture()
                : gate.ask(Actor.of(from.client()), Act.READ, DataClass.ADDRESS, Purpose.SERVICE, from)
                        .map(Directory::kept)
                        .compose(opening -> service(Actor.of(to.client()), to, DataClass.ADDRESS)
                                .compose(sealing -> Lanes.each(1, all, row -> move(opening, sealing, row)))));
    }

    private Future<Void> move(Pass opening, Pass sealing, AddressRow row) {
        Ref to = sealing.client();
        return address(opening, row)
                .map(address -> address.orElseThrow(() -> new NotFound("address")))
                .compose(address ->
                        gate.seal(sealing, "address", "value", row.blind().value(), 0, Fields.text(address.value())))
                .map(box -> new AddressRow(row.blind(), to.pool(), to.client(), row.channel(), row.account(), box))
                .compose(after -> house.stores().clients().reassign(row, after))
                .mapEmpty();
    }

    private Future<List<Address>> addresses(Pass pass, List<AddressRow> rows) {
        List<Future<Optional<Address>>> opened =
                rows.stream().map(row -> address(pass, row)).toList();
        return Future.all(opened)
                .map(done ->
                        opened.stream().flatMap(one -> one.result().stream()).toList());
    }

    private Future<Optional<Address>> address(Pass pass, AddressRow row) {
        return gate.open(pass, "address", "value", row.blind().value(), 0, row.address())
                .map(plain -> plain.map(bytes -> new Address(row.channel(), row.account(), Fields.text(bytes))));
    }

    // Whoever was erased is a stranger when they write again, also where their address is still, or once more, in the
    // table.
    private Future<AddressRow> living(PoolId pool, Address address, AddressRow row) {
        return keys.isErased(new Ref(row.pool(), row.client()))
                .compose(erased -> erased
                        ? house.stores().clients().unlink(row).compose(free -> introduce(pool, address, row.blind()))
                        : Future.succeededFuture(row));
    }

    private Future<AddressRow> introduce(PoolId pool, Address address, BlindKey blind) {
        Ref ref = new Ref(pool, ClientId.random());
        return claim(Actor.of(ref.client()), ref, address, blind);
    }

    private Future<AddressRow> claim(Actor by, Ref ref, Address address, BlindKey blind) {
        return service(by, ref, DataClass.ADDRESS)
                .compose(pass -> gate.seal(pass, "address", "value", blind.value(), 0, Fields.text(address.value())))
                .compose(box -> house.stores()
                        .clients()
                        .claim(new AddressRow(
                                blind, ref.pool(), ref.client(), address.channel(), address.account(), box)));
    }

    private Future<Known> ensureCard(Actor by, Ref ref, Profile fresh) {
        return house.stores().clients().client(ref.pool(), ref.client()).compose(row -> {
            if (row.isPresent()) {
                remember(ref, row.get());
                return Future.succeededFuture(new Known(ref, false));
            }
            return service(by, ref, DataClass.NAME)
                    .compose(pass ->
                            gate.seal(pass, "client", "card", ref.client().toString(), 1, Fields.write(fresh.fields())))
                    .map(card -> new ClientRow(ref.pool(), ref.client(), fresh.channel(), fresh.since(), 1, card))
                    .compose(made -> house.stores().clients().put(made).map(stored -> {
                        remember(ref, made);
                        return new Known(ref, stored);
                    }));
        });
    }

    private Future<Pass> service(Actor by, Ref ref, DataClass what) {
        return gate.ask(by, Act.RECEIVE, what, Purpose.SERVICE, ref).map(Directory::kept);
    }

    private static Pass kept(Answer<Pass> answer) {
        return answer.match(pass -> pass, refused -> {
            throw new Conflict("the policy for keeping what clients say");
        });
    }

    private Future<Profile> open(Pass pass, ClientRow row) {
        return gate.open(pass, "client", "card", row.client().toString(), row.version(), row.card())
                .map(plain -> plain.map(bytes -> Profile.of(Fields.read(bytes), row.channel(), row.since()))
                        .map(profile -> Gate.readable(pass) ? profile : nameless(profile))
                        .orElseGet(() -> blank(row)));
    }

    private Future<ClientRow> row(Ref ref) {
        return house.stores().clients().client(ref.pool(), ref.client()).map(row -> {
            ClientRow found = row.orElseThrow(() -> new NotFound("client"));
            remember(ref, found);
            return found;
        });
    }

    private void remember(Ref ref, ClientRow row) {
        known.put(ref, true);
        channels.put(ref, row.channel());
    }

    private static Profile nameless(Profile profile) {
        Optional<Personal<String>> none = Optional.empty();
        return new Profile(none, profile.lang(), profile.zone(), profile.channel(), profile.since());
    }

    private static Profile blank(ClientRow row) {
        return Profile.of(java.util.Map.of(), row.channel(), row.since());
    }
}
