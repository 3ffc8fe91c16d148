package confidant.core.attachment;

import confidant.core.Answer;
import confidant.core.BadRequest;
import confidant.core.Desk;
import confidant.core.Guest;
import confidant.core.House;
import confidant.core.NotFound;
import confidant.core.audit.Notes;
import confidant.core.consent.Holds;
import confidant.core.gate.Gate;
import confidant.core.gate.Pass;
import confidant.core.people.Directory;
import confidant.model.Actor;
import confidant.model.AttachmentId;
import confidant.model.ClientId;
import confidant.model.DataClass;
import confidant.model.Purpose;
import confidant.policy.Act;
import confidant.policy.PurposeInfo.Basis;
import confidant.store.AttachmentStore.Attachment;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of a client, for the client and their concierge: to read, to keep for a purpose, to take away. Each reading is
 * asked for by itself and has its line in the ledger. {@code NotFound} for what another client has.
 */
public final class Files {
    private final House house;
    private final Gate gate;
    private final Notes notes;
    private final Directory directory;
    private final Attachments attachments;
    private final FileLines lines;
    private final Holds holds;

    public Files(
            House house,
            Gate gate,
            Notes notes,
            Directory directory,
            Attachments attachments,
            FileLines lines,
            Holds holds) {
        this.house = house;
        this.gate = gate;
        this.notes = notes;
        this.directory = directory;
        this.attachments = attachments;
        this.lines = lines;
        this.holds = holds;
    }

    /** A client's own file. */
    public Future<Answer<Download>> open(Guest guest, AttachmentId id) {
        return found(guest.ref(), id).compose(of -> open(guest.actor(), guest.ref(), of, own(of)));
    }

    /**
     * A file of a client of the concierge's pool.
     *
     * @param purpose what for; empty for what its message is kept for
     */
    public Future<Answer<Download>> open(Desk desk, ClientId client, AttachmentId id, Optional<Purpose> purpose) {
        return directory
                .require(desk.pool(), client)
                .compose(ref ->
                        found(ref, id).compose(of -> open(desk.actor(), ref, of, purpose.orElseGet(() -> own(of)))));
    }

    private Future<Answer<Download>> open(Actor reader, Ref client, Attachment of, Purpose purpose) {
        DataClass what = DataClass.ofFiles(purpose);
        return gate.ask(reader, Act.READ, what, purpose, client)
                .compose(answer -> answer.match(
                        pass -> attachments.open(pass, of).compose(found -> {
                            if (found.isEmpty() || !Gate.readable(pass)) {
                                return Future.failedFuture(new NotFound("file"));
                            }
                            return notes.passed("read", reader, pass, List.of(what), 1)
                                    .map(noted -> (Answer<Download>) new Answer.Done<>(found.get()));
                        }),
                        refused -> Future.succeededFuture(
                                new Answer.Refused<Download>(refused.rule(), refused.remedy()))));
    }

    /** All files of the client that they can still open, the latest first. */
    public Future<List<FileLine>> all(Guest guest) {
        return house.stores()
                .attachments()
                .attachments(guest.pool(), guest.client())
                .compose(all -> list(guest.actor(), guest.ref(), all, Purpose.SERVICE)
                        .compose(service -> list(guest.actor(), guest.ref(), all, Purpose.CONFIDENCE)
                                .map(between -> Stream.concat(service.stream(), between.stream())
                                        .toList())));
    }

    /** The files of a client that are kept for a purpose, the latest first. */
    public Future<List<FileLine>> kept(Desk desk, ClientId client, Purpose purpose) {
        return directory
                .require(desk.pool(), client)
                .compose(ref -> house.stores()
                        .attachments()
                        .attachments(ref.pool(), ref.client())
                        .compose(all -> list(desk.actor(), ref, all, purpose)));
    }

    private Future<List<FileLine>> list(Actor reader, Ref client, List<Attachment> all, Purpose purpose) {
        List<Attachment> wanted = all.stream()
                .filter(one -> one.keys().containsKey(purpose))
                .sorted(Comparator.comparing(Attachment::at).reversed())
                .toList();
        DataClass what = DataClass.ofFiles(purpose);
        return wanted.isEmpty()
                ? Future.succeededFuture(List.of())
                : gate.ask(reader, Act.READ, what, purpose, client)
                        .compose(answer -> answer.match(
                                pass -> notes.passed("read", reader, pass, List.of(what), wanted.size())
                                        .compose(noted -> Future.all(wanted.stream()
                                                .map(one -> lines.line(pass, one))
                                                .toList()))
                                        .map(done -> done.<FileLine>list().stream()
                                                .filter(line -> line.about().isPresent())
                                                .toList()),
                                refused -> Future.succeededFuture(List.of())));
    }

    /**
     * Keeps a file for a purpose that the client agreed to, or no longer. Repeatable.
     *
     * @return {@code BadRequest} for a purpose that is not asked for by a question; {@code NotFound} for what is between us
     */
    public Future<Answer<Boolean>> keep(Desk desk, ClientId client, AttachmentId id, Purpose purpose, boolean keep) {
        boolean asked = house.policy()
                .purpose(purpose)
                .filter(info -> info.basis() == Basis.CONSENT && !info.marked())
                .isPresent();
        if (!asked) {
            return Future.failedFuture(new BadRequest("a file is kept for purposes that clients are asked for"));
        }
        return directory
                .require(desk.pool(), client)
                .compose(ref -> found(ref, id)
                        .compose(of -> keep
                                ? serve(desk.actor(), ref, of, purpose)
                                : attachments.release(ref, id, purpose).map(Answer.Done::new)));
    }

    private Future<Answer<Boolean>> serve(Actor actor, Ref client, Attachment of, Purpose purpose) {
        return gate.ask(actor, Act.READ, DataClass.ATTACHMENT, Purpose.SERVICE, client)
                .compose(read -> read.match(
                        reading -> gate.ask(actor, Act.TAG, DataClass.ATTACHMENT, purpose, client)
                                .compose(tag -> tag.match(
                                        keeping -> served(actor, reading, keeping, of),
                                        refused -> refused(refused.rule(), refused.remedy()))),
                        refused -> refused(refused.rule(), refused.remedy())));
    }

    private Future<Answer<Boolean>> served(Actor actor, Pass reading, Pass keeping, Attachment of) {
        return attachments.serve(reading, keeping, of.id()).compose(done -> {
            if (!done) {
                return Future.failedFuture(new NotFound("file"));
            }
            return notes.passed("tag", actor, keeping, List.of(DataClass.ATTACHMENT), 1)
                    .map(noted -> (Answer<Boolean>) new Answer.Done<>(true));
        });
    }

    private static Future<Answer<Boolean>> refused(String rule, String remedy) {
        return Future.succeededFuture(new Answer.Refused<>(rule, remedy));
    }

    /** What rested on a yes that was taken back has no wrap any more, unless a legal hold keeps what it rested on. */
    public void consentChanged(Ref client, Purpose purpose, boolean given) {
        if (!given) {
            holds.held(client, purpose)
                    .compose(held -> held
                            ? Future.succeededFuture(List.<Attachment>of())
                            : house.stores().attachments().attachments(client.pool(), client.client()))
                    .onSuccess(all -> all.stream()
                            .filter(one -> one.keys().containsKey(purpose))
                            .forEach(one -> {
                                if (one.keys().size() == 1) {
                                    attachments.discard(client, one.id());
                                } else {
                                    attachments.release(client, one.id(), purpose);
                                }
                            }));
        }
    }

    /** Takes a file of the client's own away for good; its message stays and says that it is gone. Repeatable. */
    public Future<Answer<Boolean>> remove(Guest guest, AttachmentId id) {
        return found(guest.ref(), id).compose(of -> {
            Purpose purpose = own(of);
            DataClass what = DataClass.ofFiles(purpose);
            return gate.ask(guest.actor(), Act.TAG, what, purpose, guest.ref())
                    .compose(answer -> answer.match(
                            pass -> notes.passed("untag", guest.actor(), pass, List.of(what), 1)
                                    .compose(noted -> attachments.discard(guest.ref(), id))
                                    .map(gone -> (Answer<Boolean>) new Answer.Done<>(true)),
                            refused -> refused(refused.rule(), refused.remedy())));
        });
    }

    private Future<Attachment> found(Ref client, AttachmentId id) {
        return house.stores()
                .attachments()
                .attachment(client.pool(), client.client(), id)
                .map(found -> found.orElseThrow(() -> new NotFound("file")));
    }

    /** What the message of a file is kept for. */
    private static Purpose own(Attachment of) {
        return of.keys().containsKey(Purpose.CONFIDENCE) ? Purpose.CONFIDENCE : Purpose.SERVICE;
    }
}
