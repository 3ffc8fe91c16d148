package confidant.core.reception;

import confidant.core.Conflict;
import confidant.core.Fields;
import confidant.core.Guest;
import confidant.core.House;
import confidant.core.NotFound;
import confidant.core.attachment.Attachments;
import confidant.core.attachment.Fetching;
import confidant.core.attachment.FileLines;
import confidant.core.attachment.Upload;
import confidant.core.audit.Notes;
import confidant.core.consent.Consents;
import confidant.core.consent.Consents.Given;
import confidant.core.dispatch.ReplyTokens;
import confidant.core.gate.Gate;
import confidant.core.gate.Pass;
import confidant.core.people.Directory;
import confidant.core.people.Profile;
import confidant.core.people.Succession;
import confidant.core.port.Bell;
import confidant.core.reception.Arrivals.Kept;
import confidant.core.reception.Arrivals.Said;
import confidant.core.reception.Enclosing.Enclosure;
import confidant.core.reception.Enclosing.Enclosure.Elsewhere;
import confidant.core.reception.Enclosing.Enclosure.Here;
import confidant.core.reception.Enclosing.Enclosure.None;
import confidant.model.Actor;
import confidant.model.Author;
import confidant.model.Channel;
import confidant.model.ClientId;
import confidant.model.DataClass;
import confidant.model.Inbound;
import confidant.model.Lang;
import confidant.model.MessageId;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.policy.Act;
import confidant.store.ConversationStore.Appended;
import confidant.store.ConversationStore.NewMessage;
import confidant.store.ConversationStore.Once;
import confidant.store.ConversationStore.Ref;
import confidant.store.HouseStore.Concierge;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where clients come in. An admission that succeeded is durable, with its ledger entry; what follows from it (assistant,
 * live line) is started but not waited for.
 */
public final class Reception {
    // Platforms deliver again for up to seven days; a day more makes sure.
    private static final Duration REMEMBER = Duration.ofDays(8);

    private final House house;
    private final Gate gate;
    private final Directory directory;
    private final Succession succession;
    private final Consents consents;
    private final Notes notes;
    private final ReplyTokens tokens;
    private final Bell bell;
    private final Arrivals arrivals;
    private final Defaults defaults;
    private final Enclosing enclosing;
    private final Fetching fetching;

    /** What is assumed of a client whose channel does not tell. */
    public record Defaults(Lang lang, ZoneId zone) {}

    public Reception(
            House house,
            Gate gate,
            Directory directory,
            Succession succession,
            Consents consents,
            Notes notes,
            ReplyTokens tokens,
            Bell bell,
            Arrivals arrivals,
            Defaults defaults,
            Attachments attachments,
            Fetching fetching) {
        this.house = house;
        this.gate = gate;
        this.directory = directory;
        this.succession = succession;
        this.consents = consents;
        this.notes = notes;
        this.tokens = tokens;
        this.bell = bell;
        this.arrivals = arrivals;
        this.defaults = defaults;
        this.enclosing = new Enclosing(house, gate, notes, attachments, fetching);
        this.fetching = fetching;
    }

    /** What became of an event. */
    public enum Admission {
        ACCEPTED,
        DUPLICATE,
        /** Genuine but nothing to keep. */
        IGNORED
    }

    /** @param betweenUs whether it is kept as said between the client and their concierge */
    public record Admitted(Admission what, long seq, boolean betweenUs) {
        Admitted(Admission what, long seq) {
            this(what, seq, false);
        }
    }

    /** One event of a channel for the pool of one concierge. Repeating it is harmless. */
    public Future<Admitted> admit(Concierge concierge, Inbound event) {
        // Whoever was erased on another node a moment ago is met again as a stranger.
        return meet(concierge, event)
                .recover(
                        failure -> failure instanceof NotFound ? meet(concierge, event) : Future.failedFuture(failure));
    }

    private Future<Admitted> meet(Concierge concierge, Inbound event) {
        Profile fresh = new Profile(
                Optional.empty(), defaults.lang(), defaults.zone(), event.from().channel(), house.now());
        return directory.meet(concierge.pool(), event.from(), fresh).compose(met -> {
            Ref client = met.client();
            event.replyToken()
                    .ifPresent(token -> tokens.put(client, event.from().channel(), token));
            return switch (event.kind()) {
                case TEXT, OTHER_MESSAGE -> message(client, event);
                case FOLLOW ->
                    blocked(client, event, false)
                            .compose(done -> arrivals.followed(concierge, client))
                            .map(new Admitted(Admission.ACCEPTED, 0));
                case UNFOLLOW -> blocked(client, event, true).map(new Admitted(Admission.ACCEPTED, 0));
                case UNSEND, UNKNOWN -> Future.succeededFuture(new Admitted(Admission.IGNORED, 0));
            };
        });
    }

    /**
     * Opens a web chat: a new client of the concierge's pool with the answers given on the notice. {@code consents} holds
     * consent-based purposes only; an unticked box leaves the question open.
     */
    public Future<Guest> openChat(
            Concierge concierge, Lang lang, ZoneId zone, Map<Purpose, Boolean> ticked, String noticeHash) {
        Profile profile = new Profile(Optional.empty(), lang, zone, Channel.WEBCHAT, house.now());
        return directory.register(concierge.pool(), ClientId.random(), profile).compose(client -> {
            Given how = new Given("webchat-notice", noticeHash, Optional.empty());
            Future<Void> all = Future.succeededFuture();
            for (Map.Entry<Purpose, Boolean> tick : ticked.entrySet()) {
                all = all.compose(done -> tick.getValue()
                                ? consents.give(client, tick.getKey(), how)
                                : consents.defer(client, tick.getKey(), how))
                        .mapEmpty();
            }
            return all.map(done -> new Guest(client.pool(), client.client()));
        });
    }

    /** A message from the web chat; {@code clientMessageId} makes repeating harmless. */
    public Future<Admitted> say(Guest guest, String clientMessageId, Personal<String> text) {
        Once once = new Once("webchat/" + clientMessageId, Optional.of(REMEMBER));
        return keep(guest.ref(), new Came(Channel.WEBCHAT, "text", house.now(), Optional.of(text), new None()), once);
    }

    /**
     * A picture or file from the web chat with words beside it, which may be empty. The file is sealed before the answer. Fails
     * with {@link confidant.core.attachment.TooManyFiles} where the client has as many as one may have.
     */
    public Future<Admitted> say(Guest guest, String clientMessageId, Personal<String> words, Upload upload) {
        Once once = new Once("webchat/" + clientMessageId, Optional.of(REMEMBER));
        Optional<Personal<String>> text = words.reveal().isBlank() ? Optional.empty() : Optional.of(words);
        Came came = new Came(Channel.WEBCHAT, FileLines.KIND, house.now(), text, new Here(upload));
        return house.stores()
                .conversations()
                .happened(guest.ref(), once.key())
                .compose(before -> before.isPresent()
                        ? Future.succeededFuture(new Admitted(Admission.DUPLICATE, before.get()))
                        : keep(guest.ref(), came, once));
    }

    /** What came: how, when, and with what. */
    private record Came(
            Channel channel, String kind, Instant at, Optional<Personal<String>> text, Enclosure enclosure) {}

    private Future<Admitted> message(Ref client, Inbound event) {
        Once once = new Once(
                event.from().channel().word() + "/" + event.from().account() + "/" + event.eventId(),
                Optional.of(REMEMBER));
        Enclosure enclosure = elsewhere(event);
        String kind =
                event.kind() == Inbound.Kind.TEXT ? "text" : enclosure instanceof Elsewhere ? FileLines.KIND : "other";
        return keep(client, new Came(event.from().channel(), kind, event.at(), event.text(), enclosure), once);
    }

    /** What a message without words is shown by; nobody obeys it. */
    private static Personal<String> name(Enclosure enclosure) {
        return enclosure instanceof Elsewhere there ? there.name().orElse(Personal.of("")) : Personal.of("");
    }

    private Enclosure elsewhere(Inbound event) {
        String account = event.from().channel().word() + "/" + event.from().account();
        return event.media()
                .filter(media -> fetching.fetches(account))
                .<Enclosure>map(media -> new Elsewhere(account, media.content(), media.name()))
                .orElseGet(None::new);
    }

    private Future<Admitted> keep(Ref client, Came came, Once once) {
        return heard(client, once)
                .compose(heard -> heard
                        ? Future.succeededFuture(new Admitted(Admission.DUPLICATE, 0))
                        : keepFresh(client, came, once));
    }

    /** Whether a message came before the client had this concierge: what belongs to the one before is done. */
    private Future<Boolean> heard(Ref client, Once once) {
        return succession.before(client).compose(all -> {
            Future<Boolean> heard = Future.succeededFuture(false);
            for (Ref before : all) {
                heard = heard.compose(found -> found
                        ? Future.succeededFuture(true)
                        : house.stores()
                                .conversations()
                                .happened(before, once.key())
                                .map(Optional::isPresent));
            }
            return heard;
        });
    }

    private Future<Admitted> keepFresh(Ref client, Came came, Once once) {
        First first = new First(MessageId.random(), came.at());
        Optional<Personal<String>> text = came.text();
        Kept kept = text.map(arrivals::kept).orElseGet(() -> new Kept(name(came.enclosure()), Purpose.SERVICE));
        return known(client, first, kept.purpose(), once)
                .compose(known -> known.isPresent()
                        ? Future.succeededFuture(new Admitted(Admission.DUPLICATE, known.get()))
                        : store(client, first, came, kept, once))
                .map(done ->
                        new Admitted(done.what(), done.seq(), kept.purpose().equals(Purpose.CONFIDENCE)))
                .compose(admitted -> text.isEmpty()
                        ? Future.succeededFuture(admitted).onSuccess(done -> ring(client, done))
                        : first(client, admitted, first)
                                .compose(said -> arrivals.before(
                                        client,
                                        new Said(admitted.seq(), said.id(), said.at(), came.channel(), text.get())))
                                .onSuccess(then -> {
                                    ring(client, admitted);
                                    if (admitted.what() == Admission.ACCEPTED) {
                                        then.run();
                                    }
                                })
                                .map(admitted));
    }

    /**
     * Before words are sealed for a purpose that the client agrees to by them, the client has agreed to it. But a message that
     * comes again, after that was taken back, agrees to nothing: its number is the answer.
     */
    private Future<Optional<Long>> known(Ref client, First first, Purpose purpose, Once once) {
        if (purpose.equals(Purpose.SERVICE)) {
            return Future.succeededFuture(Optional.empty());
        }
        return consents.status(client, purpose)
                .compose(status -> status.valid()
                        ? Future.succeededFuture(Optional.empty())
                        : house.stores()
                                .conversations()
                                .happened(client, once.key())
                                .compose(known -> known.isPresent()
                                        ? Future.succeededFuture(known)
                                        : consents.give(
                                                        client,
                                                        purpose,
                                                        new Given("marked", "", Optional.of(first.id())))
                                                .map(Optional.empty())));
    }

    private void ring(Ref client, Admitted admitted) {
        if (admitted.what() == Admission.ACCEPTED) {
            bell.desk(client.pool(), client.client(), Bell.What.MESSAGE, admitted.seq());
            bell.client(client.pool(), client.client(), Bell.What.MESSAGE, admitted.seq());
        }
    }

    /** The message as it came first: what it asks for is done once, and must not undo what was said after it. */
    private record First(MessageId id, Instant at) {}

    private Future<First> first(Ref client, Admitted admitted, First here) {
        return admitted.what() == Admission.ACCEPTED
                ? Future.succeededFuture(here)
                : house.stores()
                        .conversations()
                        .after(client, admitted.seq() - 1, 1)
                        .map(found -> found.stream()
                                .filter(one -> one.seq() == admitted.seq())
                                .findFirst()
                                .map(before -> new First(before.id(), before.at()))
                                .orElse(here));
    }

    private Future<Admitted> store(Ref client, First first, Came came, Kept kept, Once once) {
        DataClass what = DataClass.ofWords(kept.purpose());
        return gate.ask(Actor.of(client.client()), Act.RECEIVE, what, kept.purpose(), client)
                .map(answer -> answer.match(pass -> pass, refused -> {
                    throw new Conflict("the policy for keeping what clients say");
                }))
                .compose(pass -> enclosing
                        .before(client, kept.purpose(), once.key(), came.enclosure())
                        .compose(ref -> store(pass, first, came, kept, ref, once)
                                .compose(appended -> enclosing
                                        .after(client, ref, appended, came.enclosure())
                                        .map(appended))))
                .map(Reception::admitted);
    }

    private Future<Appended> store(Pass pass, First first, Came came, Kept kept, String ref, Once once) {
        Ref client = pass.client();
        MessageId id = first.id();
        // The line of the ledger is stored beside the message, not after it: a message that comes again leaves a second
        // line, and none can be without one.
        Future<Void> noted =
                notes.passed("receive", Actor.of(client.client()), pass, List.of(DataClass.ofWords(kept.purpose())), 1);
        return gate.seal(pass, "message", "text", id.toString(), 0, Fields.text(kept.text()))
                .map(box -> new NewMessage(
                        id,
                        Author.CLIENT,
                        came.channel(),
                        kept.purpose(),
                        came.kind(),
                        ref,
                        first.at(),
                        box,
                        List.of(once),
                        false,
                        first.at(),
                        OptionalLong.empty()))
                .compose(message -> house.stores().conversations().append(client, message))
                .compose(appended -> noted.map(appended));
    }

    private static Admitted admitted(Appended appended) {
        if (appended instanceof Appended.Stored stored) {
            return new Admitted(Admission.ACCEPTED, stored.seq());
        }
        if (appended instanceof Appended.Taken taken) {
            return new Admitted(Admission.DUPLICATE, taken.seq());
        }
        throw new IllegalStateException("an inbound message sets no condition on the last number");
    }

    private Future<Void> blocked(Ref client, Inbound event, boolean blocked) {
        return house.stores()
                .clients()
                .blocked(client.pool(), client.client(), event.from().channel(), blocked, event.at());
    }
}
