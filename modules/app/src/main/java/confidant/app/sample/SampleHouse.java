package confidant.app.sample;

import confidant.core.Guest;
import confidant.core.House;
import confidant.core.Lanes;
import confidant.core.Rooms;
import confidant.store.HouseStore;
import confidant.store.HouseStore.Concierge;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The clients of a sample house. What the first start asked for is remembered, so that a later start neither adds people
 * to a house that wanted none nor makes anybody twice; a fill that was cut short is taken up again.
 */
public final class SampleHouse {
    private static final String ASKED = "sample-clients";
    private static final String DONE = "sample-done";
    private static final int LANES = 24;
    private static final int TELL_EVERY = 1_000;

    private final House house;
    private final Rooms rooms;
    private final HouseStore store;

    public SampleHouse(House house, Rooms rooms) {
        this.house = house;
        this.rooms = rooms;
        this.store = house.stores().house();
    }

    /**
     * Fills the house if it is new, or goes on where an earlier fill ended.
     *
     * @param lineAccount the account over which half of the clients write
     */
    public Future<Void> fill(Sample sample, String lineAccount, ZoneId zone, Consumer<String> progress) {
        return store.putOnce(ASKED, bytes(sample.clients()))
                .compose(asked -> store.value(DONE).compose(done -> {
                    int clients = number(asked);
                    return clients == 0 || done.isPresent()
                            ? Future.succeededFuture()
                            : fill(clients, lineAccount, zone, progress);
                }));
    }

    private Future<Void> fill(int clients, String lineAccount, ZoneId zone, Consumer<String> progress) {
        progress.accept("making a sample house of " + clients + " clients");
        Inventor inventor = new Inventor(LocalDate.now(house.clock().withZone(zone)));
        Introduction introduction = new Introduction(house, rooms);
        AtomicInteger made = new AtomicInteger();
        return store.concierges().compose(staff -> {
            List<Concierge> ours = ours(staff);
            return Lanes.each(
                            LANES,
                            IntStream.range(0, clients).boxed().collect(Collectors.toList()),
                            number -> introduction
                                    .introduce(
                                            ours.get(number % 2 == 1 ? 0 : number / 2 % ours.size()),
                                            lineAccount,
                                            inventor.client(number))
                                    .onSuccess(done -> tell(made.incrementAndGet(), clients, progress)))
                    .compose(done -> new SampleLibrary(house, rooms.sharing()).fill(ours))
                    .compose(done -> store.putOnce(DONE, bytes(clients)))
                    .mapEmpty();
        });
    }

    // The LINE account is the first one's, and so are most who chat: a large pool is what the desk is made for.
    private List<Concierge> ours(List<Concierge> staff) {
        List<Concierge> sample = SampleStaff.concierges(house.id());
        Concierge first = sample.get(0);
        Concierge second = sample.get(1);
        return staff.containsAll(sample) ? List.of(first, first, first, first, second) : List.of(staff.get(0));
    }

    private static void tell(int made, int clients, Consumer<String> progress) {
        if (made % TELL_EVERY == 0 && made < clients) {
            progress.accept("  " + made + " of " + clients + " clients");
        }
    }

    /** One client of the sample house; empty in any other. */
    public Future<Optional<Guest>> one() {
        return store.value(DONE)
                .map(done -> done.map(any ->
                        new Guest(SampleStaff.concierges(house.id()).get(0).pool(), Introduction.id(house, 0))));
    }

    private static byte[] bytes(int number) {
        return Integer.toString(number).getBytes(StandardCharsets.UTF_8);
    }

    private static int number(byte[] bytes) {
        return Integer.parseInt(new String(bytes, StandardCharsets.UTF_8));
    }
}
