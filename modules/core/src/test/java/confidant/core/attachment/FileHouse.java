package confidant.core.attachment;

import static confidant.core.TestHouse.done;
import static confidant.core.TestHouse.failure;

import confidant.core.Answer;
import confidant.core.Desk;
import confidant.core.Guest;
import confidant.core.TestHouse;
import confidant.core.audit.Auditing.Filter;
import confidant.core.conversation.Conversations;
import confidant.core.reception.Reception.Admitted;
import confidant.model.AttachmentId;
import confidant.model.LedgerEvent;
import confidant.model.Personal;
import confidant.model.Purpose;
import io.vertx.core.Future;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** A house with a client who sends files, and what one wants to ask of it. */
final class FileHouse {
    final TestHouse test = new TestHouse();
    final Files files = test.rooms.files();
    final Desk mei = test.desk(test.mei);
    final Desk sophie = test.desk(test.sophie);

    /** Bytes that take several parts. */
    static byte[] large() {
        byte[] bytes = new byte[150_000];
        new Random(1130).nextBytes(bytes);
        return bytes;
    }

    static Upload upload(String name, byte[] bytes) {
        return new Upload(Personal.of(name), bytes.clone());
    }

    static byte[] words(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    Admitted say(Guest guest, String key, String words, Upload upload) {
        return done(test.rooms.reception().say(guest, key, Personal.of(words), upload));
    }

    /** The file of a message, as its client sees it. */
    FileLine file(Guest guest, long seq) {
        return done(test.rooms.conversations().after(guest, seq - 1, 1)).lines().stream()
                .flatMap(line -> line.file().stream())
                .findFirst()
                .orElseThrow();
    }

    AttachmentId send(Guest guest, String key, byte[] bytes) {
        return file(guest, say(guest, key, "", upload("plan.pdf", bytes)).seq()).id();
    }

    List<Conversations.Line> lines(Desk desk, Guest guest) {
        return answer(test.rooms.conversations().after(desk, guest.client(), 0, 200))
                .lines();
    }

    byte[] read(Guest guest, AttachmentId id) {
        return bytes(answer(files.open(guest, id)));
    }

    byte[] read(Desk desk, Guest guest, AttachmentId id, Optional<Purpose> purpose) {
        return bytes(answer(files.open(desk, guest.client(), id, purpose)));
    }

    static byte[] bytes(Download download) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        done(download.parts().into(part -> {
            all.writeBytes(part);
            return Future.succeededFuture();
        }));
        return all.toByteArray();
    }

    static <T> T answer(Future<Answer<T>> future) {
        return done(future).match(done -> done, refused -> {
            throw new AssertionError("refused by " + refused.rule());
        });
    }

    /** The rule that refuses. */
    static <T> String refusal(Future<Answer<T>> future) {
        return done(future)
                .match(
                        done -> {
                            throw new AssertionError("it was done");
                        },
                        Answer.Refused::rule);
    }

    static <T> Throwable fails(Future<T> future) {
        return failure(future);
    }

    /** Whether any sealed part of a file is left. */
    boolean left(AttachmentId id, UUID body) {
        return done(test.stores.attachments().part(id, body, 0)).isPresent();
    }

    UUID body(Guest guest, AttachmentId id) {
        return done(test.stores.attachments().attachment(guest.pool(), guest.client(), id))
                .orElseThrow()
                .body();
    }

    List<LedgerEvent> entries(String event) {
        while (done(test.rooms.auditing().sequence()) > 0) {
            // Until nothing waits.
        }
        Filter filter = new Filter(Optional.of(event), Optional.empty(), Optional.empty(), Optional.empty());
        return done(test.rooms.auditing().entries(test.officer(), "audit", filter, "", 200)).entries().stream()
                .map(entry -> entry.event())
                .toList();
    }
}
