package confidant.core.privacy;

import confidant.core.Guest;
import confidant.core.House;
import confidant.core.NotFound;
import confidant.core.audit.Auditing;
import confidant.core.audit.Auditing.Entry;
import confidant.core.consent.ConsentBook;
import confidant.core.consent.ConsentBook.Standing;
import confidant.core.consent.Consents;
import confidant.core.consent.Consents.Given;
import confidant.core.people.Directory;
import confidant.core.people.Profile;
import confidant.core.people.Staff;
import confidant.core.people.Wish;
import confidant.core.people.Wishes;
import confidant.core.session.Sessions;
import confidant.core.tagging.CardView;
import confidant.core.tagging.Tagging;
import confidant.model.ConsentEvent;
import confidant.model.ConsentStatus;
import confidant.model.Lang;
import confidant.model.MessageId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.policy.PurposeInfo;
import confidant.policy.PurposeInfo.Basis;
import confidant.store.ConversationStore.Ref;
import confidant.store.HouseStore.Concierge;
import io.vertx.core.Future;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the client sees and steers. */
public final class PrivacyDesk {
    private static final Duration LINK = Duration.ofDays(7);
    private static final int LOOKS = 50;
    private static final String SIGNAL = "gpc";

    private final House house;
    private final Consents consents;
    private final ConsentBook book;
    private final CardView cards;
    private final Directory directory;
    private final Staff staff;
    private final Sessions sessions;
    private final Auditing auditing;
    private final Notices notices;
    private final Wishes wishes;
    private final URI base;

    /** @param base the public address of the house's pages, without a path */
    public PrivacyDesk(
            House house,
            Consents consents,
            ConsentBook book,
            CardView cards,
            Directory directory,
            Staff staff,
            Sessions sessions,
            Auditing auditing,
            Notices notices,
            Wishes wishes,
            URI base) {
        this.house = house;
        this.consents = consents;
        this.book = book;
        this.cards = cards;
        this.directory = directory;
        this.staff = staff;
        this.sessions = sessions;
        this.auditing = auditing;
        this.notices = notices;
        this.wishes = wishes;
        this.base = base;
    }

    /** One purpose of the letter. {@code unreadable} says that tags are kept but can never be opened again. */
    public record Part(
            PurposeInfo purpose,
            ConsentStatus status,
            Optional<Instant> since,
            Optional<Instant> until,
            List<Tagging.Shown> tags,
            boolean unreadable) {}

    /** Somebody read something. {@code who} is {@code concierge}, {@code assistant}, {@code scheduler} or {@code officer}. */
    public record Look(Instant at, String who, String purpose, String rule, String precision, int count) {}

    /** All that is known, why, and who looked. */
    public record Letter(
            String concierge, Lang lang, List<Part> parts, List<Look> looks, List<Receipt> receipts, Wish wish) {}

    /** The proof of one step of consent; {@code id} is {@code purpose.seq}. */
    public record Receipt(String id, ConsentEvent event) {
        static Receipt of(ConsentEvent event) {
            return new Receipt(event.purpose().id() + "." + event.seq(), event);
        }
    }

    /** The language that the client is written to in; no reading of anything else. */
    public Future<Lang> lang(Guest guest) {
        return directory.manner(guest.ref()).map(Directory.Manner::lang);
    }

    Future<String> concierge(PoolId pool) {
        return staff.of(pool).map(Concierge::displayName);
    }

    public Future<Letter> letter(Guest guest) {
        return letter(guest, LOOKS);
    }

    Future<Letter> letter(Guest guest, int most) {
        Ref ref = guest.ref();
        Future<Concierge> concierge = staff.of(guest.pool());
        Future<Profile> profile = directory.profile(guest.actor(), ref);
        Future<List<ConsentEvent>> history = book.history(ref);
        Future<List<CardView.Part>> tags = cards.parts(guest.actor(), ref);
        Future<List<Entry>> looks = auditing.looks(ref, most);
        Future<Wish> wish = wishes.of(ref);
        return Future.all(concierge, profile, history, tags, looks, wish)
                .map(done -> new Letter(
                        concierge.result().displayName(),
                        profile.result().lang(),
                        parts(history.result(), tags.result()),
                        looks.result().stream().map(PrivacyDesk::look).toList(),
                        history.result().stream()
                                .sorted(Comparator.comparing(ConsentEvent::at).reversed())
                                .map(Receipt::of)
                                .toList(),
                        wish.result()));
    }

    private List<Part> parts(List<ConsentEvent> history, List<CardView.Part> tags) {
        Map<Purpose, Standing> standings = ConsentBook.standings(history, house.now());
        return house.policy().purposes().stream()
                .map(info -> {
                    Standing standing = standings.getOrDefault(info.purpose(), Standing.NOTHING);
                    Optional<CardView.Part> shown = tags.stream()
                            .filter(part -> part.purpose().equals(info.purpose()))
                            .findFirst();
                    return new Part(
                            info,
                            standing.status(),
                            standing.since(),
                            standing.until(),
                            shown.map(CardView.Part::tags).orElse(List.of()),
                            shown.map(CardView.Part::unreadable).orElse(false));
                })
                // What only a mark agrees to has no switch before, and none after.
                .filter(part -> !part.purpose().marked() || part.status().valid())
                .toList();
    }

    private static Look look(Entry entry) {
        return new Look(
                entry.event().at(),
                entry.event().actor().role().word(),
                entry.event().purpose(),
                entry.event().rule(),
                entry.event().precision().name().toLowerCase(java.util.Locale.ROOT),
                entry.event().count());
    }

    /** The switch of one purpose, with its notice in the language that the client is written to in. */
    public Future<Receipt> consent(Guest guest, Purpose purpose, boolean given, String method, String noticeHash) {
        return noticeHash.isEmpty()
                ? lang(guest).compose(lang -> consent(guest, purpose, given, method, lang))
                : step(guest, purpose, given, new Given(method, noticeHash, Optional.empty()));
    }

    /** The same by a message of the client, with the notice in their language; a message that comes again acts once. */
    Future<Receipt> consentBy(Guest guest, Purpose purpose, boolean given, String method, MessageId message) {
        return lang(guest).compose(lang -> consent(guest, purpose, given, method, lang, Optional.of(message)));
    }

    /**
     * The switch of one purpose; {@code shown} is the language its notice was read in, whose words are kept. {@code
     * BadRequest} for purposes on another basis than consent.
     */
    public Future<Receipt> consent(Guest guest, Purpose purpose, boolean given, String method, Lang shown) {
        return consent(guest, purpose, given, method, shown, Optional.empty());
    }

    private Future<Receipt> consent(
            Guest guest, Purpose purpose, boolean given, String method, Lang shown, Optional<MessageId> message) {
        return house.policy()
                .purpose(purpose)
                .map(info -> notices.keep(notices.purpose(info, shown)))
                .orElseGet(() -> Future.succeededFuture(""))
                .compose(hash -> step(guest, purpose, given, new Given(method, hash, message)));
    }

    private Future<Receipt> step(Guest guest, Purpose purpose, boolean given, Given how) {
        Ref ref = guest.ref();
        Future<ConsentEvent> step = given
                ? consents.give(ref, purpose, how)
                : consents.status(ref, purpose)
                        .compose(status -> status.valid() || status == ConsentStatus.EXPIRED
                                ? consents.withdraw(ref, purpose, how)
                                : consents.refuse(ref, purpose, how));
        return step.map(Receipt::of);
    }

    /** One receipt; {@code NotFound} if there is none of this name. */
    public Future<Receipt> receipt(Guest guest, String id) {
        return book.history(guest.ref())
                .map(history -> history.stream()
                        .map(Receipt::of)
                        .filter(receipt -> receipt.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("receipt")));
    }

    /** A link to the privacy page for this client; the secret is in the fragment, which browsers do not send on. */
    public Future<String> link(Guest guest) {
        return sessions.privacyToken(guest, LINK).map(token -> base + "/privacy#t=" + token);
    }

    /** The same link; the page puts the file to take away in front. */
    Future<String> archiveLink(Guest guest) {
        return link(guest).map(link -> link + "&go=archive");
    }

    /** Withdraws every marketing purpose that is given, as {@code message} asks for; one that comes again acts once. */
    Future<Integer> stop(Guest guest, String method, MessageId message) {
        Future<Integer> stopped = Future.succeededFuture(0);
        for (PurposeInfo info : house.policy().purposes()) {
            if (info.basis() == Basis.CONSENT && info.marketing()) {
                stopped = stopped.compose(count ->
                        consentBy(guest, info.purpose(), false, method, message).map(receipt -> count + 1));
            }
        }
        return stopped;
    }

    /**
     * The client's browser asks not to be marketed to ({@code Sec-GPC: 1}): a no to every marketing purpose, once. Who says
     * yes to one of them afterwards is believed.
     */
    public Future<Void> signal(Guest guest) {
        return book.history(guest.ref()).compose(history -> {
            Future<Void> all = Future.succeededFuture();
            for (PurposeInfo info : house.policy().purposes()) {
                boolean heard = history.stream()
                        .anyMatch(event -> event.purpose().equals(info.purpose())
                                && event.method().equals(SIGNAL));
                if (info.basis() == Basis.CONSENT && info.marketing() && !heard) {
                    all = all.compose(
                                    done -> step(guest, info.purpose(), false, new Given(SIGNAL, "", Optional.empty())))
                            .mapEmpty();
                }
            }
            return all;
        });
    }

    /**
     * The notice as shown before consent.
     *
     * @param hash SHA-256 (hex) of {@code text}, the exact words with what they are the notice of
     */
    public record Notice(
            String id,
            int version,
            String hash,
            Lang lang,
            List<String> paragraphs,
            List<PurposeInfo> purposes,
            String text) {

        static Notice of(String id, int version, Lang lang, List<String> paragraphs, List<PurposeInfo> purposes) {
            StringBuilder text = new StringBuilder("notice: " + id + "\nversion: " + version + "\nlanguage: "
                    + lang.tag() + "\n\n" + String.join("\n", paragraphs));
            for (PurposeInfo info : purposes) {
                text.append("\n\n")
                        .append(info.title().get(lang))
                        .append('\n')
                        .append(info.why().get(lang));
            }
            return new Notice(id, version, sha256(text.toString()), lang, paragraphs, purposes, text.toString());
        }

        private static String sha256(String text) {
            try {
                MessageDigest sha = MessageDigest.getInstance("SHA-256");
                return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Keeps the words of a notice that somebody answers. @return its hash */
    public Future<String> keep(Notice notice) {
        return notices.keep(notice);
    }

    Future<Optional<String>> words(String noticeHash) {
        return notices.text(noticeHash);
    }

    /** The exact words that were shown under a hash; {@code NotFound} if none were. */
    public Future<String> noticeText(String hash) {
        return notices.text(hash).map(text -> text.orElseThrow(() -> new NotFound("notice")));
    }

    public Notice notice(String conciergeName, Lang lang) {
        return notices.notice(conciergeName, lang);
    }
}
