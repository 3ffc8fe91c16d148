package confidant.core.gate;

import confidant.core.Answer;
import confidant.core.House;
import confidant.core.NotFound;
import confidant.core.consent.ConsentBook;
import confidant.core.keys.Keys;
import confidant.model.Actor;
import confidant.model.ConsentStatus;
import confidant.model.DataClass;
import confidant.model.ManagerId;
import confidant.model.Precision;
import confidant.model.Purpose;
import confidant.model.Sealed;
import confidant.model.Slot;
import confidant.policy.Act;
import confidant.policy.Figures;
import confidant.policy.PolicyEngine;
import confidant.policy.PolicySet;
import confidant.policy.PurposeInfo;
import confidant.policy.PurposeInfo.Basis;
import confidant.policy.Question;
import confidant.policy.SealedField;
import confidant.policy.TagKind;
import confidant.policy.Verdict;
import confidant.store.ConversationStore.Ref;
import confidant.vault.FileKey;
import confidant.vault.VaultRefused;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The policy gate. Consent is read from its history at every question that depends on it, so a withdrawal counts from its
 * acknowledgement on, on every node; what rests on another basis needs no reading.
 */
public final class Gate {
    private static final String TAG_CARDS = "tags";
    private static final String MESSAGES = "message";
    private static final String FILES = "attachment";
    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    /** What was worked out from one policy set; asked for each card of a pool. */
    private record Classes(String hash, Map<Purpose, List<DataClass>> of) {}

    private final House house;
    private final ConsentBook consents;
    private final Keys keys;
    private volatile Classes classes;

    public Gate(House house, ConsentBook consents, Keys keys) {
        this.house = house;
        this.consents = consents;
        this.keys = keys;
        this.classes = new Classes(house.policy().hash(), new ConcurrentHashMap<>());
    }

    /** The keys that this gate seals and opens with. */
    public Keys keys() {
        return keys;
    }

    /** Asks for one act of an actor on data of a client of the actor's own pool (or, for clients, of their own). */
    public Future<Answer<Pass>> ask(Actor actor, Act act, DataClass what, Purpose purpose, Ref client) {
        Instant now = house.now();
        if (!consented(purpose)) {
            return Future.succeededFuture(decide(actor, act, what, purpose, client, ConsentStatus.NONE, 1, now));
        }
        return consents.standing(client, purpose, now)
                .map(stand -> decide(actor, act, what, purpose, client, stand.status(), stand.grant(), now));
    }

    private boolean consented(Purpose purpose) {
        return house.policy().purpose(purpose).map(PurposeInfo::basis).orElse(Basis.CONSENT) == Basis.CONSENT;
    }

    /** Reads the consent once and then answers for any act and class without I/O. The answers hold for this moment only. */
    public Future<Stand> stand(Actor actor, Purpose purpose, Ref client) {
        Instant now = house.now();
        if (!consented(purpose)) {
            return Future.succeededFuture(
                    (act, what) -> decide(actor, act, what, purpose, client, ConsentStatus.NONE, 1, now));
        }
        return consents.standing(client, purpose, now)
                .map(s -> (act, what) -> decide(actor, act, what, purpose, client, s.status(), s.grant(), now));
    }

    /**
     * Asks for counting clients by a question of the rules. About a single client a manager is refused by every rule there is.
     * {@code NotFound} if the rules list no such question.
     */
    public Tally tally(ManagerId manager, String question) {
        PolicySet rules = house.policy().policies();
        Figures figures = rules.figures();
        return figures.question(question)
                .map(one -> new Tally(Actor.of(manager), one, figures, rules.hash()))
                .orElseThrow(() -> new NotFound("question"));
    }

    /** Answers for one actor, purpose and client. */
    @FunctionalInterface
    public interface Stand {
        Answer<Pass> ask(Act act, DataClass what);

        /** The first permit among several classes; the last refusal if there is none. */
        default Answer<Pass> askAny(Act act, Collection<DataClass> classes) {
            Answer<Pass> last = new Answer.Refused<>("default-deny", "none");
            for (DataClass one : classes) {
                last = ask(act, one);
                if (last instanceof Answer.Done<Pass>) {
                    return last;
                }
            }
            return last;
        }
    }

    /** The data classes that tags under a purpose may have. */
    public List<DataClass> classes(Purpose purpose) {
        PolicyEngine policy = house.policy();
        Classes known = classes;
        String hash = policy.hash();
        if (!known.hash.equals(hash)) {
            known = new Classes(hash, new ConcurrentHashMap<>());
            classes = known;
        }
        return known.of.computeIfAbsent(
                purpose,
                one -> policy.tagKinds().stream()
                        .filter(kind -> kind.purposes().contains(one))
                        .map(TagKind::dataClass)
                        .distinct()
                        .toList());
    }

    /** The same without I/O, for bulk work that has the consent at hand. */
    public Answer<Pass> decide(
            Actor actor,
            Act act,
            DataClass what,
            Purpose purpose,
            Ref client,
            ConsentStatus consent,
            int grant,
            Instant now) {
        Question question = new Question(actor, act, what, purpose, client.pool(), client.client(), true, consent, now);
        Verdict verdict = house.policy().decide(question);
        boolean stands = consent.valid() || !consented(purpose);
        return verdict.match(
                permit -> new Answer.Done<>(new Pass(permit, client, grant, stands)),
                refuse -> new Answer.Refused<>(refuse.rule(), refuse.remedy()));
    }

    /**
     * Seals {@code plain} into its slot under the pass.
     *
     * @return fails with {@link VaultRefused} if the key was destroyed meanwhile, and with {@link NotFound} if the client was
     *     erased
     */
    public Future<Sealed> seal(Pass pass, String table, String field, String record, long version, byte[] plain) {
        Slot slot = slot(pass, table, field, record, version);
        return keys.forSealing(pass)
                .map(key -> key.orElseThrow(() -> destroyed(pass)))
                .map(key -> MESSAGES.equals(table)
                        ? house.vault().sealItem(key, slot, plain)
                        : house.vault().seal(key, slot, plain));
    }

    /**
     * Moves what was sealed under one pass to the purpose of another, of the same client: its key is wrapped anew.
     *
     * @return empty where it does not open; fails as {@link #seal} does
     */
    public Future<Optional<Sealed>> move(
            Pass reading, Pass keeping, String table, String field, String record, long version, Sealed sealed) {
        Slot from = slot(reading, table, field, record, version);
        Slot into = slot(keeping, table, field, record, version);
        return keys.forOpening(reading, sealed.keyNo())
                .compose(old -> old.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : keys.forSealing(keeping)
                                .map(key -> key.orElseThrow(() -> destroyed(keeping)))
                                .map(key -> opened(
                                        reading,
                                        table,
                                        () -> house.vault()
                                                .rewrapItem(
                                                        reading.opening(),
                                                        old.get(),
                                                        from,
                                                        key,
                                                        into,
                                                        sealed,
                                                        house.now()))));
    }

    /**
     * Wraps the key of a file for the client and purpose of a pass; fails as {@link #seal} does.
     *
     * @param file the id of the attachment
     */
    public Future<Sealed> wrap(Pass pass, String file, FileKey fileKey) {
        Slot slot = slot(pass, FILES, "key", file, 0);
        return keys.forSealing(pass)
                .map(key -> key.orElseThrow(() -> destroyed(pass)))
                .map(key -> house.vault().wrapFile(key, slot, fileKey));
    }

    /** Unwraps the key of a file; empty if the key of the pass is destroyed, or is not the one that it was wrapped under. */
    public Future<Optional<FileKey>> unwrap(Pass pass, String file, Sealed wrapped, byte[] commitment) {
        Slot slot = slot(pass, FILES, "key", file, 0);
        return keys.forOpening(pass, wrapped.keyNo())
                .map(key -> key.flatMap(k -> opened(
                        pass,
                        FILES,
                        () -> house.vault().unwrapFile(pass.opening(), k, slot, wrapped, commitment, house.now()))));
    }

    /** Opens what was sealed into its slot; empty if its key is destroyed or it does not open. */
    public Future<Optional<byte[]>> open(
            Pass pass, String table, String field, String record, long version, Sealed sealed) {
        Slot slot = slot(pass, table, field, record, version);
        return keys.forOpening(pass, sealed.keyNo())
                .map(key -> key.flatMap(k -> opened(pass, table, () -> {
                    if (TAG_CARDS.equals(table) && keys.isOldCard(pass, version)) {
                        throw new VaultRefused("the card is an old copy");
                    }
                    return house.vault().open(pass.opening(), k, slot, sealed, house.now());
                })));
    }

    private static <T> Optional<T> opened(Pass pass, String table, Supplier<T> opening) {
        try {
            return Optional.of(opening.get());
        } catch (VaultRefused e) {
            LOG.warn("open.refused table={} client={}", table, pass.client().client());
            return Optional.empty();
        }
    }

    /** Whether values read under this pass may be shown at all. */
    public static boolean readable(Pass pass) {
        Precision precision = pass.permit().precision();
        return precision == Precision.EXACT || precision == Precision.GENERAL;
    }

    /** Only an erasure destroys the service key, and then there is no such client any more. */
    private static RuntimeException destroyed(Pass pass) {
        return pass.opening().purpose().equals(Purpose.SERVICE)
                ? new NotFound("client")
                : new VaultRefused("the key of this purpose is destroyed");
    }

    private Slot slot(Pass pass, String table, String field, String record, long version) {
        // INVARIANT: nothing is sealed of which no officer was told what can lie in it.
        if (!SealedField.listed(table, field)) {
            throw new IllegalArgumentException(
                    "`" + table + "." + field
                            + "` is no sealed field: add it to `SealedField` and, with its classes, to `fields` in classes.yaml");
        }
        Ref client = pass.client();
        return new Slot(
                house.id(), client.pool(), client.client(), pass.opening().purpose(), table, field, record, version);
    }
}
