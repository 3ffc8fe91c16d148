package confidant.http.archive;

import confidant.core.attachment.FileAbout;
import confidant.core.attachment.FileLine;
import confidant.core.contact.Evidence.Said;
import confidant.core.conversation.Conversations.Line;
import confidant.core.handover.Offer;
import confidant.core.people.Wish;
import confidant.core.privacy.Archives.Archive;
import confidant.core.privacy.Complaints.Own;
import confidant.core.privacy.PrivacyDesk.Look;
import confidant.core.privacy.PrivacyDesk.Part;
import confidant.core.request.Requests.Clocked;
import confidant.core.tagging.Tagging.Shown;
import confidant.http.api.Words;
import confidant.model.Address;
import confidant.model.Channel;
import confidant.model.Purpose;
import confidant.model.TagProposal;
import confidant.policy.TagKind;
import confidant.store.LibraryStore.Piece;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The archive as one JSON-LD document: all that the page says, in a form for programs. */
final class ArchiveData {
    private final Archive archive;
    private final Receipts receipts;
    private final Words words;

    ArchiveData(Archive archive, Receipts receipts, Words words) {
        this.archive = archive;
        this.receipts = receipts;
        this.words = words;
    }

    Map<String, Object> document() {
        var letter = archive.letter();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@context", Context.terms());
        document.putAll(Node.of("dpv:DataSubject")
                .put("id", "urn:uuid:" + archive.of().client())
                .put("identifier", archive.of().client().toString())
                .put("created", archive.at().toString())
                .put("callName", archive.profile().name())
                .put("language", archive.profile().lang().tag())
                .put("timeZone", archive.profile().zone().getId())
                .put("concierge", letter.concierge())
                .put(
                        "addresses",
                        archive.addresses().stream().map(ArchiveData::address).toList())
                .put("purposes", letter.parts().stream().map(this::purpose).toList())
                .put("guesses", archive.guesses().stream().map(this::guess).toList())
                .put("wishes", wish(letter.wish()))
                .put("handover", archive.offer().map(ArchiveData::offer))
                .put("receipts", receipts.all())
                .put("messages", archive.lines().stream().map(this::message).toList())
                .put("looks", letter.looks().stream().map(this::look).toList())
                .put(
                        "complaints",
                        archive.complaints().stream()
                                .map(ArchiveData::complaint)
                                .toList())
                .put(
                        "importedEvidence",
                        archive.evidence().stream().map(ArchiveData::said).toList())
                .put("requests", archive.requests().stream().map(this::request).toList())
                .done());
        return document;
    }

    private static Map<String, Object> address(Address address) {
        return Node.of("schema:ContactPoint")
                .put("channel", address.channel().word())
                .put("account", address.account())
                .put("value", address.value().reveal())
                .done();
    }

    private static Map<String, Object> said(Said said) {
        return Node.of("dpv:Record")
                .put("purposeId", said.purpose())
                .put("agreed", said.agreed())
                .put("text", said.words().reveal())
                .put("at", said.at())
                .done();
    }

    private Map<String, Object> purpose(Part part) {
        var info = part.purpose();
        return Node.of("dpv:Process")
                .put("purposeId", info.purpose().id())
                .put("purpose", Context.compact(info.dpv()))
                .put("title", words.purpose(info.purpose()))
                .put("description", words.why(info.purpose()))
                .put("legalBasis", Context.basis(info.basis()))
                .put("status", Words.word(part.status()))
                .put("since", part.since())
                .put("validUntil", part.until())
                .put("unreadable", part.unreadable())
                .put("facts", part.tags().stream().map(this::fact).toList())
                .done();
    }

    private Map<String, Object> fact(Shown tag) {
        return Node.of("dpv:PersonalData")
                .put("id", "urn:uuid:" + tag.id())
                .put("dataClass", dataClass(tag.kind()))
                .put("kind", tag.kind())
                .put("title", words.kind(tag.kind()))
                .put("value", tag.value())
                .put("since", tag.since().toString())
                .put("validUntil", tag.until())
                .put("source", tag.source())
                .put("evidence", evidence(tag.evidence()))
                .done();
    }

    private Map<String, Object> guess(TagProposal guess) {
        return Node.of("dpv:InferredPersonalData")
                .put("id", "urn:uuid:" + guess.id())
                .put("dataClass", dataClass(guess.kind()))
                .put("kind", guess.kind())
                .put("title", words.kind(guess.kind()))
                .put("value", guess.value().reveal())
                .put("purpose", Receipts.purpose(words, guess.purpose()))
                .put("confidence", guess.confidence())
                .put("evidence", evidence(guess.evidence()))
                .put("since", guess.at().toString())
                .put("validUntil", guess.expires().toString())
                .done();
    }

    private static Optional<Long> evidence(long message) {
        return message > 0 ? Optional.of(message) : Optional.empty();
    }

    private String dataClass(String kind) {
        return words.policy()
                .tagKind(kind)
                .map(TagKind::dpv)
                .map(Context::compact)
                .orElse("");
    }

    private static Optional<Map<String, Object>> wish(Wish wish) {
        if (wish.equals(Wish.NONE)) {
            return Optional.empty();
        }
        return Optional.of(Node.of("own:Wishes")
                .put("pausedUntil", wish.pausedUntil())
                .put("hoursFrom", wish.hours().map(Wish.Hours::from))
                .put("hoursTo", wish.hours().map(Wish.Hours::to))
                .put("atMost", wish.often().map(Wish.Often::most))
                .put("per", wish.often().map(often -> Words.word(often.span())))
                .put(
                        "channels",
                        wish.channels().stream().map(Channel::word).sorted().toList())
                .done());
    }

    private static Map<String, Object> offer(Offer offer) {
        return Node.of("own:Handover")
                .put("status", offer.state().word())
                .put("reason", offer.reason().word())
                .put("created", offer.offered().toString())
                .put("validUntil", offer.until())
                .put(
                        "purposesAlong",
                        offer.choice().stream()
                                .flatMap(choice -> choice.purposes().stream())
                                .map(Purpose::id)
                                .sorted()
                                .toList())
                .put("wordsAlong", offer.choice().filter(Offer.Choice::words).isPresent())
                .done();
    }

    private Map<String, Object> message(Line line) {
        boolean asks = line.kind().equals("consent-request");
        return Node.of("schema:Message")
                .put("id", "urn:uuid:" + line.id())
                .put("sequence", line.seq())
                .put("sender", Words.word(line.author()))
                .put("sentAt", line.at().toString())
                .put("channel", line.channel().word())
                .put("kind", line.kind())
                .put("delivery", Words.word(line.state()))
                .put("text", line.text())
                .put("attachment", line.file().map(ArchiveData::file))
                .put("purposeAsked", asks ? line.ref() : "")
                .put(
                        "shared",
                        Optional.ofNullable(archive.pieces().get(line.ref())).map(ArchiveData::piece))
                .done();
    }

    private static Map<String, Object> file(FileLine file) {
        var about = file.about();
        return Node.of("schema:MediaObject")
                .put("id", "urn:uuid:" + file.id())
                .put("name", about.map(FileAbout::name))
                .put("encodingFormat", about.map(FileAbout::type))
                .put("contentSize", about.map(FileAbout::size))
                .put("contentUrl", about.map(there -> ArchiveFile.address(file)))
                .put(
                        "purposesAlong",
                        file.kept().stream().map(Purpose::id).sorted().toList())
                .done();
    }

    private static Map<String, Object> piece(Piece piece) {
        return Node.of("schema:CreativeWork")
                .put("title", piece.title())
                .put("language", piece.lang().tag())
                .put("kind", piece.type())
                .put("link", piece.url())
                .done();
    }

    private Map<String, Object> look(Look look) {
        return Node.of("own:Look")
                .put("at", look.at().toString())
                .put("who", look.who())
                .put("purposeId", look.purpose())
                .put("rule", look.rule())
                .put("title", words.rule(look.rule()))
                .put("precision", look.precision())
                .put("count", look.count())
                .done();
    }

    private Map<String, Object> request(Clocked one) {
        return Node.of("own:Request")
                .put("right", Words.word(one.request().kind()))
                .put("open", one.request().open())
                .put("due", one.due().map(Instant::toString))
                .put(
                        "steps",
                        one.request().steps().stream()
                                .map(step -> Node.of("own:RequestStep")
                                        .put("at", step.at().toString())
                                        .put("move", Words.word(step.move()))
                                        .put("detail", step.detail())
                                        .put("text", step.words().reveal())
                                        .done())
                                .toList())
                .done();
    }

    private static Map<String, Object> complaint(Own complaint) {
        return Node.of("own:Complaint")
                .put("at", complaint.at().toString())
                .put("open", complaint.open())
                .put("text", complaint.text().reveal())
                .done();
    }
}
