package confidant.core.privacy;

import confidant.core.Answer;
import confidant.core.Guest;
import confidant.core.House;
import confidant.core.audit.Notes;
import confidant.core.contact.Evidence;
import confidant.core.conversation.Conversations.Line;
import confidant.core.conversation.Views;
import confidant.core.gate.Gate;
import confidant.core.gate.Pass;
import confidant.core.handover.Offer;
import confidant.core.handover.OfferBook;
import confidant.core.people.Directory;
import confidant.core.people.Profile;
import confidant.core.privacy.Complaints.Own;
import confidant.core.privacy.PrivacyDesk.Letter;
import confidant.core.privacy.PrivacyDesk.Receipt;
import confidant.core.request.Requests;
import confidant.core.request.Requests.Clocked;
import confidant.core.tagging.Tagging;
import confidant.model.Address;
import confidant.model.DataClass;
import confidant.model.PieceId;
import confidant.model.Purpose;
import confidant.model.TagProposal;
import confidant.policy.Act;
import confidant.policy.TagKind;
import confidant.store.ConversationStore.Ref;
import confidant.store.ConversationStore.StoredMessage;
import confidant.store.LibraryStore.Piece;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything that the house has of one client, gathered for them to take away. Each part passes the gate by itself, so what a
 * withdrawal closed is not in it; that it was taken is a line of the ledger, written before anybody has it.
 */
public final class Archives {
    private static final int PAGE = 200;
    private static final int LOOKS = 1_000;

    private final House house;
    private final Gate gate;
    private final Notes notes;
    private final PrivacyDesk desk;
    private final Directory directory;
    private final Views views;
    private final Tagging tagging;
    private final Complaints complaints;
    private final Requests requests;
    private final OfferBook offers;
    private final Evidence evidence;

    public Archives(
            House house,
            Gate gate,
            Notes notes,
            PrivacyDesk desk,
            Directory directory,
            Views views,
            Tagging tagging,
            Complaints complaints,
            Requests requests,
            OfferBook offers,
            Evidence evidence) {
        this.house = house;
        this.gate = gate;
        this.notes = notes;
        this.desk = desk;
        this.directory = directory;
        this.views = views;
        this.tagging = tagging;
        this.complaints = complaints;
        this.requests = requests;
        this.offers = offers;
        this.evidence = evidence;
    }

    /**
     * What a client takes away.
     *
     * @param addresses where they are reached
     * @param guesses what the assistant believes to have read and nobody has confirmed
     * @param lines the whole conversation; also what never reached them
     * @param pieces what was shared with them, by the id that its line refers to
     * @param notices the exact words of each notice, by hash
     * @param requests what they asked of the officer by law, with its clock; the latest first
     * @param evidence what an import said of earlier consents
     * @param offer the latest hand-over to another concierge that was offered
     */
    public record Archive(
            Guest of,
            Instant at,
            Profile profile,
            Letter letter,
            List<Address> addresses,
            List<TagProposal> guesses,
            List<Line> lines,
            Map<String, Piece> pieces,
            Map<String, String> notices,
            List<Own> complaints,
            List<Clocked> requests,
            List<Evidence.Said> evidence,
            Optional<Offer> offer) {
        /** How many things are in it. */
        int count() {
            int tags =
                    letter.parts().stream().mapToInt(part -> part.tags().size()).sum();
            return tags
                    + addresses.size()
                    + guesses.size()
                    + lines.size()
                    + complaints.size()
                    + requests.size()
                    + evidence.size();
        }
    }

    /** The client's own archive, as of now. */
    public Future<Answer<Archive>> take(Guest guest) {
        return gate.ask(guest.actor(), Act.READ, DataClass.CONSENT, Purpose.LEGAL, guest.ref())
                .compose(answer -> answer.match(
                        pass -> gather(guest)
                                .compose(archive -> noted(guest, pass, archive).map(archive))
                                .map(Answer.Done::new),
                        refused ->
                                Future.succeededFuture(new Answer.Refused<Archive>(refused.rule(), refused.remedy()))));
    }

    private Future<Void> noted(Guest guest, Pass pass, Archive archive) {
        return notes.passed("export", guest.actor(), pass, classes(archive), archive.count());
    }

    private List<DataClass> classes(Archive archive) {
        TreeSet<DataClass> classes =
                new TreeSet<>(List.of(DataClass.CONSENT, DataClass.MESSAGE, DataClass.NAME, DataClass.ADDRESS));
        archive.lines().stream().map(line -> DataClass.ofWords(line.purpose())).forEach(classes::add);
        archive.letter().parts().stream()
                .flatMap(part -> part.tags().stream())
                .flatMap(tag -> house.policy().tagKind(tag.kind()).map(TagKind::dataClass).stream())
                .forEach(classes::add);
        return List.copyOf(classes);
    }

    private Future<Archive> gather(Guest guest) {
        Instant now = house.now();
        Ref ref = guest.ref();
        Future<Letter> letter = desk.letter(guest, LOOKS);
        Future<Profile> profile = directory.profile(guest.actor(), ref);
        Future<List<Address>> addresses = directory.addresses(guest.actor(), ref);
        Future<List<TagProposal>> guesses = tagging.guesses(guest);
        Future<List<Line>> lines = lines(guest, 0, new ArrayList<>());
        Future<Map<String, Piece>> pieces = lines.compose(all -> pieces(guest, all));
        Future<Map<String, String>> notices = letter.compose(this::notices);
        Future<List<Own>> own = complaints.own(guest);
        Future<List<Clocked>> asked = requests.own(guest);
        Future<List<Evidence.Said>> said = evidence.own(ref);
        Future<Optional<Offer>> offer = offers.of(ref);
        return Future.all(List.of(letter, profile, addresses, guesses, pieces, notices, own, asked, said, offer))
                .map(done -> new Archive(
                        guest,
                        now,
                        profile.result(),
                        letter.result(),
                        addresses.result(),
                        guesses.result(),
                        lines.result(),
                        pieces.result(),
                        notices.result(),
                        own.result(),
                        asked.result(),
                        said.result(),
                        offer.result()));
    }

    private Future<List<Line>> lines(Guest guest, long after, List<Line> all) {
        return house.stores().conversations().after(guest.ref(), after, PAGE).compose(messages -> {
            if (messages.isEmpty()) {
                return Future.succeededFuture(all);
            }
            StoredMessage last = messages.get(messages.size() - 1);
            return views.open(guest.actor(), guest.ref(), messages).compose(lines -> {
                all.addAll(lines);
                return lines(guest, last.seq(), all);
            });
        });
    }

    private Future<Map<String, Piece>> pieces(Guest guest, List<Line> lines) {
        List<String> ids = lines.stream()
                .filter(line -> line.kind().equals("share"))
                .map(Line::ref)
                .distinct()
                .toList();
        Map<String, Piece> pieces = new TreeMap<>();
        Future<Void> all = Future.succeededFuture();
        for (String id : ids) {
            all = all.compose(done -> house.stores().library().piece(guest.pool(), PieceId.parse(id)))
                    .map(found -> {
                        found.ifPresent(piece -> pieces.put(id, piece));
                        return null;
                    });
        }
        return all.map(pieces);
    }

    private Future<Map<String, String>> notices(Letter letter) {
        Map<String, String> texts = new TreeMap<>();
        Future<Void> all = Future.succeededFuture();
        for (Receipt receipt : letter.receipts()) {
            String hash = receipt.event().noticeHash();
            if (!hash.isEmpty()) {
                all = all.compose(done -> texts.containsKey(hash)
                                ? Future.succeededFuture(Optional.<String>empty())
                                : desk.words(hash))
                        .map(found -> {
                            found.ifPresent(text -> texts.put(hash, text));
                            return null;
                        });
            }
        }
        return all.map(texts);
    }
}
