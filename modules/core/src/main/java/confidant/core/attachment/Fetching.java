package confidant.core.attachment;

import confidant.core.Fields;
import confidant.core.House;
import confidant.core.Lanes;
import confidant.core.NotFound;
import confidant.core.audit.Notes;
import confidant.core.gate.Gate;
import confidant.core.gate.Pass;
import confidant.core.port.Bell;
import confidant.core.port.Fetcher;
import confidant.core.port.Fetcher.Fetched;
import confidant.model.Actor;
import confidant.model.AttachmentId;
import confidant.model.DataClass;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.policy.Act;
import confidant.store.AttachmentStore;
import confidant.store.AttachmentStore.Pending;
import confidant.store.ConversationStore.Ref;
import confidant.store.ConversationStore.StoredMessage;
import confidant.vault.VaultRefused;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends what is under way: fetches what an app keeps for a client's message, and takes away what was left behind by an upload
 * that was cut off. Several servers may do it at once: the first that is put counts, the parts of the other go.
 */
public final class Fetching {
    /** By then an upload has its message, or never will. */
    private static final Duration UPLOAD = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(Fetching.class);
    private static final int LANES = 2;

    private final House house;
    private final AttachmentStore store;
    private final Gate gate;
    private final Notes notes;
    private final Attachments attachments;
    private final Bell bell;
    private final Map<String, Fetcher> fetchers = new HashMap<>();
    private final Map<AttachmentId, Instant> later = new ConcurrentHashMap<>();
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean again = new AtomicBoolean();

    public Fetching(House house, Gate gate, Notes notes, Attachments attachments, List<Fetcher> fetchers, Bell bell) {
        this.house = house;
        this.store = house.stores().attachments();
        this.gate = gate;
        this.notes = notes;
        this.attachments = attachments;
        this.bell = bell;
        fetchers.forEach(one -> this.fetchers.put(one.account(), one));
    }

    /** Whether what lies with an account of an app can be fetched. */
    public boolean fetches(String account) {
        return fetchers.containsKey(account);
    }

    /** Starts a run without waiting for it; a run under way looks once more. */
    public void kick() {
        run().onFailure(e -> LOG.warn("fetch.failed cause={}", e.getClass().getSimpleName()));
    }

    /** Looks once through all that is under way; rung every moment. One run at a time on each server. */
    public Future<Void> run() {
        if (!running.compareAndSet(false, true)) {
            again.set(true);
            return Future.succeededFuture();
        }
        return store.pending()
                .compose(all -> Lanes.each(LANES, all, this::one))
                .onComplete(done -> running.set(false))
                .compose(done -> again.compareAndSet(true, false) ? run() : Future.succeededFuture());
    }

    private Future<Void> one(Pending pending) {
        Instant now = house.now();
        boolean upload = pending.channel().isEmpty();
        if (now.isBefore(upload ? pending.at().plus(UPLOAD) : later.getOrDefault(pending.id(), now))) {
            return Future.succeededFuture();
        }
        return message(pending)
                .compose(message -> message.isEmpty()
                        ? none(pending)
                        : upload ? store.ended(pending.id()) : fetch(pending, message.get()));
    }

    /** The message that refers to it. */
    private Future<Optional<StoredMessage>> message(Pending pending) {
        Ref client = new Ref(pending.pool(), pending.client());
        return house.stores()
                .conversations()
                .happened(client, pending.once())
                .compose(seq -> seq.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : house.stores()
                                .conversations()
                                .after(client, seq.get() - 1, 1)
                                .map(found -> found.stream()
                                        .filter(one ->
                                                one.ref().equals(pending.id().toString()))
                                        .findFirst()));
    }

    /** Nothing refers to it: it may be about to, so it is taken away only when it is old. */
    private Future<Void> none(Pending pending) {
        return house.now().isBefore(pending.at().plus(UPLOAD)) ? Future.succeededFuture() : gone(pending);
    }

    private Future<Void> gone(Pending pending) {
        later.remove(pending.id());
        return attachments.discard(new Ref(pending.pool(), pending.client()), pending.id());
    }

    private Future<Void> fetch(Pending pending, StoredMessage message) {
        Fetcher fetcher = fetchers.get(pending.channel());
        boolean over = !house.now().isBefore(pending.at().plus(FileLines.COMING));
        if (fetcher == null || over) {
            LOG.warn("fetch.given-up account={} over={}", pending.channel(), over);
            return gone(pending);
        }
        return fetcher.fetch(pending.content(), Upload.MOST).compose(fetched -> {
            if (fetched instanceof Fetched.Later wait) {
                later.put(pending.id(), house.now().plus(wait.pause()));
                return Future.succeededFuture();
            }
            if (fetched instanceof Fetched.Gone why) {
                LOG.warn("fetch.gone account={} reason={}", pending.channel(), why.reason());
                return gone(pending).onSuccess(done -> ring(pending, message));
            }
            return keep(pending, message, (Fetched.Got) fetched).onSuccess(done -> ring(pending, message));
        });
    }

    private Future<Void> keep(Pending pending, StoredMessage message, Fetched.Got got) {
        Ref client = new Ref(pending.pool(), pending.client());
        Actor self = Actor.of(pending.client());
        DataClass what = DataClass.ofFiles(message.purpose());
        return pass(self, client, message.purpose())
                .compose(pass -> pass.isEmpty()
                        ? gone(pending)
                        : notes.passed("receive", self, pass.get(), List.of(what), 1)
                                .compose(noted -> name(self, client, message, got))
                                .compose(name ->
                                        attachments.keep(pass.get(), pending.id(), new Upload(name, got.bytes())))
                                .compose(kept -> moved(pending, message, pass.get()))
                                .compose(moved -> ended(pending)))
                // A key that is gone is a client or a yes that is gone: nothing is kept for either.
                .recover(failure -> failure instanceof NotFound || failure instanceof VaultRefused
                        ? gone(pending)
                        : Future.failedFuture(failure));
    }

    /** What its app calls it, or what the message says, whose words are the name of its file. */
    private Future<Personal<String>> name(Actor self, Ref client, StoredMessage message, Fetched.Got got) {
        if (got.name().isPresent()) {
            return Future.succeededFuture(got.name().get());
        }
        return gate.ask(self, Act.READ, DataClass.ofWords(message.purpose()), message.purpose(), client)
                .compose(answer -> answer.match(
                        pass -> gate.open(pass, "message", "text", message.id().toString(), 0, message.text()),
                        refused -> Future.succeededFuture(Optional.empty())))
                .map(plain -> plain.map(Fields::text).orElse(Personal.of("")));
    }

    private Future<Void> ended(Pending pending) {
        later.remove(pending.id());
        return store.ended(pending.id());
    }

    private Future<Optional<Pass>> pass(Actor self, Ref client, Purpose purpose) {
        return gate.ask(self, Act.RECEIVE, DataClass.ofFiles(purpose), purpose, client)
                .map(answer -> answer.match(Optional::of, refused -> Optional.empty()));
    }

    /** The message may have been marked as between us while its file was on the way. */
    private Future<Void> moved(Pending pending, StoredMessage before, Pass kept) {
        Ref client = new Ref(pending.pool(), pending.client());
        return message(pending).compose(now -> {
            Purpose purpose = now.map(StoredMessage::purpose).orElse(before.purpose());
            return purpose.equals(before.purpose())
                    ? Future.succeededFuture()
                    : pass(Actor.of(pending.client()), client, purpose)
                            .compose(keeping -> keeping.isEmpty()
                                    ? gone(pending)
                                    : attachments
                                            .move(kept, keeping.get(), pending.id())
                                            .mapEmpty());
        });
    }

    private void ring(Pending pending, StoredMessage message) {
        bell.desk(pending.pool(), pending.client(), Bell.What.MESSAGE, message.seq());
        bell.client(pending.pool(), pending.client(), Bell.What.MESSAGE, message.seq());
    }
}
