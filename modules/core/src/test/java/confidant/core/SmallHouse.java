package confidant.core;

import confidant.core.TestHouse.MovableClock;
import confidant.core.TestHouse.NoAdvice;
import confidant.core.consent.ConsentBook;
import confidant.core.consent.Consents.Given;
import confidant.core.gate.Gate;
import confidant.core.keys.Keys;
import confidant.core.people.Directory;
import confidant.core.people.Profile;
import confidant.model.Channel;
import confidant.model.ClientId;
import confidant.model.ConciergeId;
import confidant.model.Lang;
import confidant.model.Personal;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.model.Tag;
import confidant.store.ConversationStore.Ref;
import confidant.store.ConversationStore.StoredMessage;
import confidant.store.HouseStore.Concierge;
import confidant.store.Stores;
import confidant.store.memory.MemoryStores;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A house of one concierge, with short ways to make clients, consents and tags; further nodes reach the same data, through
 * spoilt stores if a test wants that.
 */
public final class SmallHouse {
    public final MovableClock clock;
    public final MemoryStores memory;
    public final House house;
    public final Rooms rooms;
    public final Desk desk;
    private final Directory directory;

    public SmallHouse() {
        this(new TestHouse());
    }

    private SmallHouse(TestHouse first) {
        this.clock = first.clock;
        this.memory = (MemoryStores) first.stores;
        this.house = first.house;
        this.rooms = first.rooms;
        Concierge mei = new Concierge(ConciergeId.random(), PoolId.random(), "small", "Mei", List.of(Lang.ZH_HANT), 10);
        TestHouse.done(memory.house().putConcierge(mei));
        this.desk = new Desk(mei.id(), mei.pool());
        this.directory = directory(house);
    }

    private SmallHouse(SmallHouse other, String node, Stores stores) {
        this.clock = other.clock;
        this.memory = other.memory;
        this.desk = other.desk;
        House first = other.house;
        this.house = new House(first.id(), node, stores, first.policy(), first.vault(), first.clock(), first.worker());
        this.rooms = new Wiring(
                        house,
                        new Outside(
                                List.of(),
                                new NoAdvice(),
                                new SilentBell(),
                                confidant.ledger.NoteSigner.generate(
                                        "test/audit/test", new java.security.SecureRandom()),
                                new confidant.core.reception.Reception.Defaults(Lang.ZH_HANT, ZoneId.of("Asia/Taipei")),
                                URI.create("https://house.example")))
                .rooms();
        this.directory = directory(house);
    }

    /** Another process of the same house, which reaches the same data through {@code stores}. */
    public SmallHouse node(String name, Stores stores) {
        return new SmallHouse(this, name, stores);
    }

    /** A client who agreed to nothing yet and is called Lin. */
    public Ref client(Lang lang, String zone) {
        Profile profile =
                new Profile(Optional.of(Personal.of("Lin")), lang, ZoneId.of(zone), Channel.WEBCHAT, house.now());
        return TestHouse.done(directory.register(desk.pool(), ClientId.random(), profile));
    }

    /** A client in Taipei who agreed to {@code purposes}. */
    public Ref client(Purpose... purposes) {
        Ref client = client(Lang.ZH_HANT, "Asia/Taipei");
        give(client, purposes);
        return client;
    }

    public void give(Ref client, Purpose... purposes) {
        for (Purpose purpose : purposes) {
            TestHouse.done(rooms.consents().give(client, purpose, new Given("webchat-notice", "", Optional.empty())));
        }
    }

    public void withdraw(Ref client, Purpose purpose) {
        TestHouse.done(rooms.consents().withdraw(client, purpose, new Given("privacy-page", "", Optional.empty())));
    }

    /** Notes a tag as the concierge; fails if policy refuses. */
    public Tag tag(Ref client, String kind, String value, Purpose purpose) {
        return TestHouse.done(rooms.tagging().tag(desk, client.client(), kind, Personal.of(value), purpose))
                .match(tag -> tag, refused -> {
                    throw new AssertionError("refused by " + refused.rule());
                });
    }

    /** Everything that was said in a conversation, first to last. */
    public List<StoredMessage> messages(Ref client) {
        return TestHouse.done(memory.conversations().after(client, 0, 10_000));
    }

    private static Directory directory(House house) {
        Keys keys = new Keys(house);
        return new Directory(
                house, new Gate(house, new ConsentBook(house.stores().consents()), keys));
    }

    private static final class SilentBell implements confidant.core.port.Bell {
        @Override
        public void desk(PoolId pool, ClientId client, What what, long seq) {}

        @Override
        public void client(PoolId pool, ClientId client, What what, long seq) {}
    }
}
