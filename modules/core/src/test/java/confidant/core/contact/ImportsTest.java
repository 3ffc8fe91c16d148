package confidant.core.contact;

import static confidant.core.TestHouse.done;
import static confidant.core.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.Answer;
import confidant.core.BadRequest;
import confidant.core.Desk;
import confidant.core.Guest;
import confidant.core.NotFound;
import confidant.core.TestHouse;
import confidant.core.audit.Auditing.Entry;
import confidant.core.audit.Auditing.Filter;
import confidant.core.contact.Imports.Trial;
import confidant.core.handover.Offer;
import confidant.core.reception.Reception.Admission;
import confidant.model.Actor;
import confidant.model.Address;
import confidant.model.BlindKey;
import confidant.model.Channel;
import confidant.model.ClientId;
import confidant.model.ConsentStatus;
import confidant.model.Lang;
import confidant.model.LedgerEvent;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.model.Sealed;
import confidant.store.ClientStore.ClientRow;
import confidant.store.ConversationStore.Ref;
import confidant.store.ImportStore.Progress;
import confidant.store.ImportStore.State;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ImportsTest {
    private static final String HEADER = "channel,account,address,name,language,zone,purpose,agreed_at,evidence\n";
    private static final Sealed CARD = new Sealed(new byte[64]);
    private final TestHouse test = new TestHouse();
    private final Desk mei = test.desk(test.mei);

    static String user(int number) {
        return "U" + String.format("%032x", number);
    }

    static String row(int number) {
        return "line,main," + user(number) + ",Lin " + number + ",en,Asia/Tokyo,sharing,2026-05-01,shop form " + number
                + "\n";
    }

    private static String file(int... numbers) {
        return HEADER + IntStream.of(numbers).mapToObj(ImportsTest::row).collect(Collectors.joining());
    }

    private Trial attempt(Desk desk, String file) {
        return value(done(test.rooms.contacts().imports().attempt(desk, Personal.of(file), "main"::equals)));
    }

    private Progress run(Desk desk, String file) {
        Progress begun = value(done(test.rooms.contacts().imports().start(desk, Personal.of(file), "main"::equals)));
        return done(test.rooms.contacts().imports().progress(desk, begun.id()));
    }

    private static <T> T value(Answer<T> answer) {
        return answer.match(value -> value, refused -> {
            throw new AssertionError("refused by " + refused.rule());
        });
    }

    private List<LedgerEvent> entries(String event) {
        done(test.rooms.auditing().sequence());
        Filter filter = new Filter(Optional.of(event), Optional.empty(), Optional.empty(), Optional.empty());
        return done(test.rooms.auditing().entries(test.officer(), "audit", filter, "", 100)).entries().stream()
                .map(Entry::event)
                .toList();
    }

    @Test
    void dryRun_countsAndNamesLines_andStoresNothing() {
        run(mei, file(1));
        Ref gone = client(2);
        done(test.rooms.erasures().erase(gone, Actor.of(gone.client())));

        Trial trial = attempt(mei, file(1, 2, 3) + "line,main,nobody,,,,,,\n");

        assertThat(trial.problem()).isEmpty();
        assertThat(List.of(trial.total(), trial.fresh(), trial.known(), trial.erased()))
                .containsExactly(4, 1, 1, 1);
        assertThat(trial.lines())
                .containsExactly(new Fault(3, "address", "erased"), new Fault(5, "address", "address"));
        assertThat(attempt(mei, file(3)).fresh()).isEqualTo(1);
        assertThat(entries("import.tried")).hasSize(2);
        assertThat(entries("import.tried").get(1).note()).isEqualTo("new:1,known:1,erased:1,faulty:1");
    }

    @Test
    void newClient_isUnknownForEveryPurpose_withACardAndEvidence_andIsNotWrittenTo() {
        Progress ended = run(mei, file(1));

        assertThat(List.of(ended.state(), ended.fresh(), ended.done())).containsExactly(State.DONE, 1, 1);
        Ref client = test.lineClient(user(1));
        assertThat(client.pool()).isEqualTo(test.mei.pool());
        var states = done(test.rooms.consents().states(client));
        assertThat(states.keySet())
                .containsExactlyInAnyOrder(Purpose.GREETING, Purpose.SHARING, Purpose.PERSONALISATION, Purpose.TRIP);
        assertThat(states.values()).allMatch(state -> state.status() == ConsentStatus.UNKNOWN);
        assertThat(done(test.rooms.contacts().evidence().own(client)))
                .singleElement()
                .satisfies(said -> {
                    assertThat(said.purpose()).isEqualTo("sharing");
                    assertThat(said.agreed()).isEqualTo("2026-05-01");
                    assertThat(said.words()).isEqualTo(Personal.of("shop form 1"));
                });
        var rows = done(test.rooms.contacts().newcomers().page(mei, "", 50)).rows();
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.client()).isEqualTo(client.client());
            assertThat(row.name()).contains(Personal.of("Lin 1"));
            assertThat(row.lang()).isEqualTo(Lang.EN);
            assertThat(row.talking()).isFalse();
        });
        assertThat(test.line.sent).isEmpty();
        assertThat(entries("import.done")).singleElement().satisfies(line -> {
            assertThat(line.actor()).isEqualTo(mei.actor());
            assertThat(line.rule()).isEqualTo("concierge-imports");
            assertThat(line.count()).isEqualTo(1);
            assertThat(line.note()).isEqualTo("new:1,known:0,erased:0,faulty:0");
        });
    }

    @Test
    void sameFileAgain_changesNothing() {
        run(mei, file(1, 2));
        Ref client = test.lineClient(user(1));
        int steps = done(test.rooms.consents().history(client)).size();

        Progress again = run(mei, file(1, 2));

        assertThat(List.of(again.fresh(), again.known(), again.done())).containsExactly(0, 2, 2);
        assertThat(test.lineClient(user(1))).isEqualTo(client);
        assertThat(done(test.rooms.consents().history(client))).hasSize(steps);
        assertThat(done(test.rooms.contacts().newcomers().page(mei, "", 50)).total())
                .isEqualTo(2);
    }

    @Test
    void clientWhoWrote_isKnown_andKeepsWhatTheySaid() {
        Ref client = client(1);
        done(test.rooms.consents().refuse(client, Purpose.SHARING, how()));
        Progress ended = run(mei, file(1));
        assertThat(ended.known()).isEqualTo(1);
        assertThat(done(test.rooms.consents().status(client, Purpose.SHARING))).isEqualTo(ConsentStatus.REFUSED);
        assertThat(done(test.rooms.consents().status(client, Purpose.GREETING))).isEqualTo(ConsentStatus.NONE);
        assertThat(done(test.rooms.contacts().evidence().own(client))).isEmpty();
    }

    @Test
    void importedClientWhoWrites_isTheSame_andCanAgree_afterBeingAsked() {
        run(mei, file(1));
        Ref client = test.lineClient(user(1));
        assertThat(test.lineClient(user(1))).isEqualTo(client);
        assertThat(client(1)).isEqualTo(client);
        assertThat(done(test.rooms.contacts().newcomers().page(mei, "", 50))
                        .rows()
                        .get(0)
                        .talking())
                .isTrue();
        done(test.rooms.consents().give(client, Purpose.SHARING, how()));
        assertThat(done(test.rooms.consents().status(client, Purpose.SHARING))).isEqualTo(ConsentStatus.GIVEN);
    }

    @Test
    void erasedClient_isRefused_underAnyAccount_forAsLongAsProofIsKept() {
        Ref gone = client(1);
        done(test.rooms.erasures().erase(gone, Actor.of(gone.client())));
        assertThat(run(mei, file(1)).erased()).isEqualTo(1);
        String other = "channel,account,address\nline,second," + user(1);
        Trial trial = value(done(test.rooms.contacts().imports().attempt(mei, Personal.of(other), "second"::equals)));
        assertThat(trial.erased()).isEqualTo(1);
        assertThat(failure(test.rooms.conversations().after(mei, gone.client(), 0, 10)))
                .isInstanceOf(NotFound.class);

        test.clock.move(Duration.ofDays(84 * 365 / 12 + 2));
        assertThat(attempt(mei, file(1)).fresh()).isEqualTo(1);
    }

    @Test
    void erasedImportedClient_isGoneFromTheList_andNotTakenInAgain() {
        run(mei, file(1, 2));
        Ref gone = test.lineClient(user(1));
        done(test.rooms.erasures().erase(gone, Actor.of(gone.client())));
        assertThat(done(test.rooms.contacts().newcomers().page(mei, "", 50)).total())
                .isEqualTo(1);
        Progress again = run(mei, file(1, 2));
        assertThat(List.of(again.fresh(), again.known(), again.erased())).containsExactly(0, 1, 1);
    }

    @Test
    void erasedPersonWhoWritesAnew_isANewClient_andThenKnownToImports() {
        Ref gone = client(1);
        done(test.rooms.erasures().erase(gone, Actor.of(gone.client())));
        Ref fresh = client(1);
        assertThat(fresh).isNotEqualTo(gone);
        assertThat(done(test.rooms.consents().history(fresh))).isEmpty();
        assertThat(run(mei, file(1)).known()).isEqualTo(1);
        assertThat(test.lineClient(user(1))).isEqualTo(fresh);
    }

    @Test
    void redeliveredMessage_ofAnErasedClient_isMetAsBefore() {
        var event = test.lineText(user(1), "e-1", "hello");
        done(test.rooms.reception().admit(test.mei, event));
        Ref gone = test.lineClient(user(1));
        done(test.rooms.erasures().erase(gone, Actor.of(gone.client())));
        assertThat(done(test.rooms.reception().admit(test.mei, event)).what()).isEqualTo(Admission.ACCEPTED);
        assertThat(test.lineClient(user(1))).isNotEqualTo(gone);
    }

    @Test
    void anotherConciergesClient_isKnown_andStaysTheirs() {
        Ref client = client(1);
        Desk sophie = test.desk(test.sophie);
        assertThat(run(sophie, file(1)).known()).isEqualTo(1);
        assertThat(test.lineClient(user(1))).isEqualTo(client);
    }

    @Test
    void fileWithAProblem_isNotTaken_andSaysWhich() {
        assertThat(attempt(mei, "name\nLin\n").problem()).isEqualTo("header");
        assertThat(failure(test.rooms.contacts().imports().start(mei, Personal.of("name\nLin\n"), "main"::equals)))
                .isInstanceOf(BadRequest.class);
    }

    @Test
    void importOfAnotherPool_isNotFound() {
        Progress ended = run(mei, file(1));
        Desk sophie = test.desk(test.sophie);
        assertThat(failure(test.rooms.contacts().imports().progress(sophie, ended.id())))
                .isInstanceOf(NotFound.class);
        assertThat(done(test.rooms.contacts().imports().all(sophie))).isEmpty();
        assertThat(done(test.rooms.contacts().imports().all(mei))).containsExactly(ended);
    }

    @Test
    void importedClient_hasACard_aPage_andAnArchive() {
        run(mei, file(1));
        Ref client = test.lineClient(user(1));
        Guest guest = new Guest(client.pool(), client.client());
        assertThat(done(test.rooms.tagging().card(mei, client.client())).tags()).isEmpty();
        assertThat(value(done(test.rooms.conversations().after(mei, client.client(), 0, 10)))
                        .lines())
                .isEmpty();
        assertThat(done(test.rooms.conversations().inbox(mei, "", 10)).rows()).isEmpty();
        assertThat(done(test.rooms.privacy().letter(guest)).parts())
                .filteredOn(part -> part.purpose().purpose().equals(Purpose.SHARING))
                .singleElement()
                .satisfies(part -> assertThat(part.status()).isEqualTo(ConsentStatus.UNKNOWN));
        assertThat(value(done(test.rooms.archives().take(guest))).evidence()).hasSize(1);
    }

    @Test
    void handedOverClient_leavesNoTombstone_andIsKnown() {
        run(mei, file(1));
        Ref before = test.lineClient(user(1));
        done(test.rooms.handovers().offer(mei, before.client(), Offer.Reason.LEAVE));
        Guest guest = new Guest(before.pool(), before.client());
        done(test.rooms.handovers().choose(guest, Optional.of("sophie"), Set.of(), false, true));
        for (int i = 0; i < 5; i++) {
            test.clock.move(Duration.ofMinutes(1));
            done(test.rooms.handovers().run());
        }
        Ref after = test.lineClient(user(1));
        assertThat(after.pool()).isEqualTo(test.sophie.pool());
        assertThat(done(test.rooms.erasures().certificate(before))).isPresent();
        assertThat(run(mei, file(1)).known()).isEqualTo(1);
        assertThat(run(test.desk(test.sophie), file(1)).known()).isEqualTo(1);
        assertThat(done(test.stores.tombstones().buried(blind(1)))).isFalse();
        assertThat(client(1)).isEqualTo(after);
    }

    @Test
    void fullPool_takesNobodyMore() {
        for (int i = 0; i < Imports.MOST - 1; i++) {
            done(test.stores
                    .clients()
                    .put(new ClientRow(
                            test.mei.pool(), ClientId.random(), Channel.LINE, test.clock.instant(), 1, CARD)));
        }
        Trial trial = attempt(mei, file(1, 2));
        assertThat(trial.problem()).isEqualTo("full");
        assertThat(trial.room()).isEqualTo(1);
        Progress ended = run(mei, file(1, 2));
        assertThat(List.of(ended.state(), ended.fresh())).containsExactly(State.BROKEN, 1);
        assertThat(entries("import.broken")).hasSize(1);
    }

    private BlindKey blind(int number) {
        Address address = new Address(Channel.LINE, "main", Personal.of(user(number)));
        return test.house.vault().blind(test.house.id(), address);
    }

    @Test
    void officer_readsTheEvidence_byPseudonym() {
        run(mei, file(1));
        String pseudonym =
                test.rooms.auditing().pseudonym(test.lineClient(user(1)).client());
        assertThat(done(test.rooms.contacts().evidence().of(test.officer(), "audit", pseudonym)))
                .hasSize(1);
        assertThat(failure(test.rooms.contacts().evidence().of(test.officer(), "audit", "nobody")))
                .isInstanceOf(NotFound.class);
    }

    private Ref client(int number) {
        done(test.rooms.reception().admit(test.mei, test.lineText(user(number), "e-" + Math.random(), "hello")));
        return test.lineClient(user(number));
    }

    private static confidant.core.consent.Consents.Given how() {
        return new confidant.core.consent.Consents.Given("privacy-page", "", Optional.empty());
    }
}
