package confidant.bench.measure;

import confidant.core.House;
import confidant.core.Lanes;
import confidant.core.consent.ConsentBook;
import confidant.core.gate.Gate;
import confidant.core.gate.Pass;
import confidant.core.keys.Keys;
import confidant.core.people.Directory;
import confidant.core.people.Profile;
import confidant.core.tagging.TagText;
import confidant.model.Actor;
import confidant.model.Channel;
import confidant.model.ClientId;
import confidant.model.ConsentEvent;
import confidant.model.ConsentEvent.Expressed;
import confidant.model.ConsentStatus;
import confidant.model.DataClass;
import confidant.model.Lang;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.model.Tag;
import confidant.model.TagId;
import confidant.policy.Act;
import confidant.store.ConversationStore.Ref;
import confidant.store.HouseStore.Concierge;
import confidant.store.TagStore.Card;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Fills a pool with invented clients, each with six tags under each of five purposes, sealed as the house seals them. Lines of
 * the ledger are left out: unlocking does not read them.
 */
final class Seeding {
    private static final int LANES = 64;
    /** As long as the hash of a real notice. */
    private static final String NOTICE = "5f".repeat(32);

    private static final List<Purpose> ASKED =
            List.of(Purpose.PERSONALISATION, Purpose.GREETING, Purpose.SHARING, Purpose.TRIP);
    private static final Map<Purpose, List<String>> KINDS = Map.of(
            Purpose.SERVICE, List.of("dietary", "dietary", "dietary", "dietary", "dietary", "dietary"),
            Purpose.PERSONALISATION, List.of("birthday", "region", "purchases", "likes", "likes", "likes"),
            Purpose.GREETING,
                    List.of("birthday", "anniversary", "anniversary", "anniversary", "anniversary", "anniversary"),
            Purpose.SHARING, List.of("region", "purchases", "likes", "likes", "likes", "likes"),
            Purpose.TRIP,
                    List.of("travel-plan", "travel-plan", "travel-plan", "travel-plan", "travel-plan", "travel-plan"));

    private final House house;
    private final Concierge concierge;
    private final Gate gate;
    private final Directory directory;
    private final Instant now;
    private final AtomicInteger done = new AtomicInteger();

    Seeding(House house, Concierge concierge) {
        this.house = house;
        this.concierge = concierge;
        this.gate = new Gate(house, new ConsentBook(house.stores().consents()), new Keys(house));
        this.directory = new Directory(house, gate);
        this.now = house.now();
    }

    /** Adds so many clients, or as many as the time allows; {@return how many} */
    int run(int clients, Duration most) {
        long deadline = System.nanoTime() + most.toNanos();
        Wait.on(Lanes.each(
                LANES,
                IntStream.range(0, clients).boxed().toList(),
                number -> System.nanoTime() > deadline ? Future.succeededFuture() : client(number)));
        return done.get();
    }

    private Future<Void> client(int number) {
        Profile profile = new Profile(
                Optional.of(Personal.of("Client " + number)), Lang.EN, ZoneId.of("Asia/Taipei"), Channel.WEBCHAT, now);
        Ref ref = new Ref(concierge.pool(), ClientId.random());
        return directory
                .register(ref.pool(), ref.client(), profile)
                .compose(registered -> Future.all(
                        ASKED.stream().map(purpose -> consent(ref, purpose)).toList()))
                .compose(given -> Future.all(KINDS.keySet().stream()
                        .map(purpose -> card(ref, purpose, number))
                        .toList()))
                .map(all -> {
                    done.incrementAndGet();
                    return null;
                });
    }

    private Future<?> consent(Ref ref, Purpose purpose) {
        return house.stores()
                .consents()
                .append(
                        ref.pool(),
                        new ConsentEvent(
                                ref.client(),
                                purpose,
                                1,
                                ConsentStatus.GIVEN,
                                now,
                                Optional.of(now.plus(Duration.ofDays(365))),
                                Expressed.CLIENT,
                                "webchat-notice",
                                NOTICE,
                                Optional.empty()));
    }

    private Future<?> card(Ref ref, Purpose purpose, int number) {
        List<Tag> tags = new ArrayList<>();
        for (String kind : KINDS.getOrDefault(purpose, List.of())) {
            tags.add(new Tag(
                    TagId.random(),
                    kind,
                    Personal.of(value(kind, number, tags.size())),
                    "concierge",
                    0,
                    now,
                    Optional.of(now.plus(Duration.ofDays(300)))));
        }
        Pass pass = pass(ref, purpose, tags.get(0).kind());
        return gate.seal(pass, "tags", "card", ref.client().toString(), 1, TagText.write(tags))
                .compose(box -> house.stores().tags().put(ref.pool(), new Card(ref.client(), purpose, 1, box)));
    }

    private Pass pass(Ref ref, Purpose purpose, String kind) {
        DataClass what = house.policy().tagKind(kind).orElseThrow().dataClass();
        return gate.decide(Actor.of(concierge.id()), Act.TAG, what, purpose, ref, ConsentStatus.GIVEN, 1, now)
                .match(pass -> pass, refused -> {
                    throw new IllegalStateException("the rule `" + refused.rule() + "` forbids the bench's tags");
                });
    }

    private String value(String kind, int number, int index) {
        return switch (kind) {
            case "birthday" -> String.format("%d-%02d-%02d", 1960 + number % 45, 1 + number % 12, 1 + number % 28);
            case "anniversary" -> String.format("--%02d-%02d", 1 + (number + index) % 12, 1 + number % 28);
            case "region" -> region(number);
            case "purchases" -> Integer.toString(number % 12);
            default -> "Something they once said, number " + (number + index) % 40;
        };
    }

    private String region(int number) {
        List<String> codes = house.policy().tagKind("region").orElseThrow().values().keySet().stream()
                .sorted()
                .toList();
        return codes.get(number % codes.size());
    }
}
