package confidant.core.rules;

import static confidant.core.TestHouse.done;
import static confidant.core.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import confidant.core.BadRequest;
import confidant.core.Conflict;
import confidant.core.House;
import confidant.core.NotFound;
import confidant.core.TestHouse;
import confidant.core.audit.Auditing;
import confidant.core.audit.Notes;
import confidant.core.rules.Releases.Proposal;
import confidant.core.rules.Releases.Source;
import confidant.ledger.NoteSigner;
import confidant.model.LedgerEvent;
import confidant.policy.PolicyDraft;
import confidant.policy.PolicyEngine;
import confidant.policy.PolicySet;
import confidant.store.memory.MemoryStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules come in force by an officer's act, on every server, and go back the same way. */
final class ReleasesTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-29");

    private final TestHouse base = new TestHouse();
    private final MemoryStores stores = new MemoryStores(base.clock);

    @TempDir
    Path folder;

    private Node one;
    private Node two;
    private String begun;

    /** One server: its own engine on the common store. */
    private final class Node {
        final PolicyEngine engine;
        final Auditing auditing;
        final Releases releases;
        final AtomicInteger told = new AtomicInteger();

        Node(String name) {
            this.engine = new PolicyEngine(PolicySet.read(folder));
            House house = new House(
                    base.house.id(), name, stores, engine, base.house.vault(), base.clock, base.house.worker());
            Notes notes = new Notes(house);
            this.auditing =
                    new Auditing(house, notes, NoteSigner.generate("test/audit/test", new SecureRandom()), List.of());
            this.releases = new Releases(house, notes, auditing, () -> PolicyDraft.read(folder, TODAY));
            releases.onChange(told::incrementAndGet);
        }

        Proposal proposal(Source source) {
            return done(releases.propose(base.officer(), "audit", source));
        }

        Release release(Source source, String hash) {
            return done(releases.release(base.officer(), source, hash));
        }
    }

    @BeforeEach
    void start() throws IOException {
        copy(folder);
        one = new Node("one");
        two = new Node("two");
        begun = one.engine.hash();
    }

    @Test
    void house_beginsWithTheRulesItStartedWith() {
        assertThat(done(one.releases.inForce(base.officer(), "audit")))
                .isEqualTo(done(two.releases.inForce(base.officer(), "audit")))
                .satisfies(release -> {
                    assertThat(release.number()).isEqualTo(1);
                    assertThat(release.hash()).isEqualTo(begun);
                    assertThat(release.before()).isEmpty();
                    assertThat(release.by().id()).isEqualTo("start");
                });
        assertThat(failure(one.releases.propose(base.officer(), "audit", Source.BEFORE)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void release_isInForceOnEveryServer_andInTheLedgerWithBothHashesAndTheRule() {
        blunter();
        Proposal read = one.proposal(Source.FOLDER);
        assertThat(read.problems()).isEmpty();
        String fresh = read.hash().orElseThrow();

        Release release = one.release(Source.FOLDER, fresh);

        assertThat(release.number()).isEqualTo(2);
        assertThat(release.before()).contains(begun);
        assertThat(one.engine.hash()).isEqualTo(fresh);
        assertThat(one.told).hasValue(1);
        assertThat(two.engine.hash()).isEqualTo(begun);
        done(two.releases.follow());
        assertThat(two.engine.hash()).isEqualTo(fresh);
        assertThat(two.told).hasValue(1);
        assertThat(entries("policy")).singleElement().satisfies(event -> {
            assertThat(event.note()).isEqualTo("release/" + begun + "/" + fresh);
            assertThat(event.rule()).isEqualTo("officer-audits");
            assertThat(event.actor().id()).isEqualTo(base.officer().toString());
            assertThat(event.policyHash()).isEqualTo(begun);
        });
    }

    @Test
    void rulesBefore_comeBackTheSameWay_andForthAgain() {
        blunter();
        String fresh = one.proposal(Source.FOLDER).hash().orElseThrow();
        one.release(Source.FOLDER, fresh);

        Proposal back = two.proposal(Source.BEFORE);
        assertThat(back.hash()).contains(begun);
        assertThat(back.diff().orElseThrow().changed()).isPositive();
        Release release = two.release(Source.BEFORE, begun);
        assertThat(release.number()).isEqualTo(3);
        assertThat(two.engine.hash()).isEqualTo(begun);
        done(one.releases.follow());
        assertThat(one.engine.hash()).isEqualTo(begun);
        assertThat(one.proposal(Source.BEFORE).hash()).contains(fresh);
        assertThat(entries("policy"))
                .extracting(LedgerEvent::note)
                .containsExactly("release/" + fresh + "/" + begun, "release/" + begun + "/" + fresh);
    }

    @Test
    void serverThatStartsLater_findsWhatIsInForce_whateverLiesInTheFolder() throws IOException {
        blunter();
        String fresh = one.proposal(Source.FOLDER).hash().orElseThrow();
        one.release(Source.FOLDER, fresh);
        edit("windows.yaml", "from: \"21:00\"", "from: \"22:00\"");

        ReleaseChain chain = new ReleaseChain(stores.house());
        Release head = done(chain.head()).orElseThrow();
        assertThat(head.hash()).isEqualTo(fresh);
        assertThat(ReleaseChain.checked(fresh, done(chain.packed(fresh))).hash())
                .isEqualTo(fresh);
    }

    @Test
    void rulesThatAreNotInOrder_areRefusedAndSayWhy() throws IOException {
        edit("concierge.cedar", "@transform(\"ageBand:10\")", "@transform(\"ageBand:20\")");
        Proposal untried = one.proposal(Source.FOLDER);
        assertThat(untried.problems()).singleElement().asString().contains("concierge.csv line 23", "(ageBand:20)");
        assertThat(failure(one.releases.release(
                        base.officer(), Source.FOLDER, untried.hash().orElseThrow())))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("concierge.csv line 23");

        edit("concierge.cedar", "permit (", "permit = (");
        Proposal unread = one.proposal(Source.FOLDER);
        assertThat(unread.hash()).isEmpty();
        assertThat(unread.problems()).isNotEmpty();
        assertThat(failure(one.releases.release(base.officer(), Source.FOLDER, begun)))
                .isInstanceOf(Conflict.class);
        assertThat(one.engine.hash()).isEqualTo(begun);
        assertThat(entries("policy")).isEmpty();
    }

    @Test
    void rulesThatOfficersCouldNotTakeBack_orThatMoveABasis_areRefused() throws IOException {
        edit("officer.cedar", "action == Action::\"audit\"", "action == Action::\"readPresence\"");
        assertThat(one.proposal(Source.FOLDER).problems())
                .anyMatch(line -> line.startsWith("officers may not audit consent under these rules"));
        // Nobody is counted under a purpose that rests on consent, which would be said first.
        edit("figures.yaml", "purpose: service", "purpose: legal");
        edit(
                "purposes.yaml",
                "basis: contract\n    marketing: false",
                "basis: consent\n    lasts: 3 months\n    marketing: false");
        assertThat(one.proposal(Source.FOLDER).problems())
                .anyMatch(line -> line.startsWith("the purpose `service` moves to another basis"));
    }

    @Test
    void rulesThatChangedSinceTheyWereRead_areNotReleased() throws IOException {
        blunter();
        String read = one.proposal(Source.FOLDER).hash().orElseThrow();
        edit("windows.yaml", "from: \"21:00\"", "from: \"22:00\"");

        assertThat(failure(one.releases.release(base.officer(), Source.FOLDER, read)))
                .isInstanceOf(Conflict.class);
        assertThat(failure(one.releases.release(base.officer(), Source.FOLDER, begun)))
                .isInstanceOf(Conflict.class);
        assertThat(one.engine.hash()).isEqualTo(begun);
    }

    @Test
    void rulesInForce_areNotReleasedAgain() {
        assertThat(one.proposal(Source.FOLDER).diff().orElseThrow().same()).isTrue();
        assertThat(failure(one.releases.release(base.officer(), Source.FOLDER, begun)))
                .isInstanceOf(BadRequest.class)
                .hasMessage("these rules are in force already");
    }

    @Test
    void ofTwoReleasesAtOnce_oneIsAdded_andTheOtherIsToldSo() {
        ReleaseChain chain = new ReleaseChain(stores.house());
        Release first = done(one.releases.inForce(base.officer(), "audit"));
        Release mine = new Release(2, "a".repeat(64), Optional.of(first.hash()), first.by(), base.clock.instant());
        Release other = new Release(2, "b".repeat(64), Optional.of(first.hash()), first.by(), base.clock.instant());

        assertThat(done(chain.add(mine))).isEqualTo(mine);
        assertThat(done(chain.add(mine))).isEqualTo(mine);
        assertThat(failure(chain.add(other))).isInstanceOf(Conflict.class);
        assertThat(done(chain.head())).contains(mine);
    }

    @Test
    void setThatWasChangedInTheStore_isNotUsed() {
        byte[] packed = one.engine.policies().pack();
        assertThat(ReleaseChain.checked(begun, packed).hash()).isEqualTo(begun);
        assertThatThrownBy(() -> ReleaseChain.checked("0".repeat(64), packed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("were changed in the store");
        packed[packed.length / 2] ^= 1;
        assertThatThrownBy(() -> ReleaseChain.checked(begun, packed)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> ReleaseChain.checked(begun, new byte[] {1, 2, 3}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("damaged");
    }

    private List<LedgerEvent> entries(String event) {
        done(one.auditing.sequence());
        Auditing.Filter filter =
                new Auditing.Filter(Optional.of(event), Optional.empty(), Optional.empty(), Optional.empty());
        return done(one.auditing.entries(base.officer(), "audit", filter, "", 50)).entries().stream()
                .map(Auditing.Entry::event)
                .toList();
    }

    /** Other rules that are in order, tables included. */
    private void blunter() {
        try {
            edit("concierge.cedar", "@transform(\"ageBand:10\")", "@transform(\"ageBand:20\")");
            edit("tests/concierge.csv", "ageBand:10", "ageBand:20");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void edit(String file, String old, String fresh) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(old);
        Files.writeString(folder.resolve(file), text.replace(old, fresh));
    }

    private static void copy(Path to) throws IOException {
        Path from = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(from.resolve("policies"))) {
            from = from.getParent();
        }
        Path policies = from.resolve("policies");
        try (Stream<Path> files = Files.walk(policies)) {
            for (Path file : files.toList()) {
                Path at = to.resolve(policies.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(at);
                } else {
                    Files.copy(file, at);
                }
            }
        }
    }
}
