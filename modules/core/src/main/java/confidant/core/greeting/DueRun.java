package confidant.core.greeting;

import confidant.core.House;
import confidant.core.audit.Notes;
import confidant.core.conversation.Writer;
import confidant.core.conversation.Writer.Words;
import confidant.core.conversation.Writer.Written;
import confidant.core.greeting.Greetings.Run;
import confidant.core.people.Directory;
import confidant.core.people.Reach;
import confidant.core.people.Staff;
import confidant.model.Actor;
import confidant.model.Author;
import confidant.model.Purpose;
import confidant.policy.Timing;
import confidant.store.ConversationStore.Appended;
import confidant.store.ConversationStore.Once;
import confidant.store.DueStore.Due;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends what is due, once. The greeting's own key is taken by the same write that stores it, so two runs at once, or one
 * that was cut short anywhere, cannot send twice: first the message, then next year's reminder, then this one goes.
 */
final class DueRun {
    private final House house;
    private final OccasionBook book;
    private final Directory directory;
    private final Staff staff;
    private final Reach reach;
    private final Writer writer;
    private final Notes notes;

    private final AtomicInteger due = new AtomicInteger();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger already = new AtomicInteger();
    private final AtomicInteger dropped = new AtomicInteger();
    private final AtomicInteger later = new AtomicInteger();

    DueRun(House house, OccasionBook book, Directory directory, Staff staff, Reach reach, Writer writer, Notes notes) {
        this.house = house;
        this.book = book;
        this.directory = directory;
        this.staff = staff;
        this.reach = reach;
        this.writer = writer;
        this.notes = notes;
    }

    Run result() {
        return new Run(due.get(), sent.get(), already.get(), dropped.get(), later.get());
    }

    Future<Void> one(Due row) {
        DueNote note = DueNote.open(house, row);
        if (note.at().isAfter(house.now())) {
            return Future.succeededFuture();
        }
        due.incrementAndGet();
        return book.maySend(note.client())
                .compose(
                        answer -> answer.match(pass -> stillSo(row, note), refused -> stop(row, note, refused.rule())));
    }

    // The tag may have been changed or taken away since; then another reminder stands for it, or none.
    private Future<Void> stillSo(Due row, DueNote note) {
        return book.of(note.client())
                .compose(occasions -> occasions.contains(note.occasion())
                        ? reach.timing(note.client(), Purpose.GREETING, note.zone(), house.now())
                                .compose(timing -> timed(row, note, timing))
                        : stop(row, note, "occasion-gone"));
    }

    private Future<Void> timed(Due row, DueNote note, Timing timing) {
        return timing.match(
                now -> send(row, note),
                wait -> {
                    later.incrementAndGet();
                    return Future.succeededFuture();
                },
                never -> drop(note, never.rule()).compose(noted -> next(row, note)));
    }

    private Future<Void> send(Due row, DueNote note) {
        Future<Directory.Manner> manner = directory.manner(note.client());
        return Future.all(manner, staff.of(note.client().pool()))
                .compose(both -> {
                    String from = both.<confidant.store.HouseStore.Concierge>resultAt(1)
                            .displayName();
                    return writer.write(Actor.scheduler(), note.client(), words(note, manner.result(), from));
                })
                .compose(answer -> answer.match(
                        written -> written(row, note, written), refused -> stop(row, note, refused.rule())));
    }

    private Words words(DueNote note, Directory.Manner manner, String from) {
        boolean late = late(note);
        int variant = (note.client().client() + note.occurrence()).hashCode();
        return new Words(
                Author.HOUSE,
                Purpose.GREETING,
                "greeting",
                note.occurrence(),
                GreetingText.of(note.occasion().kind(), manner.lang(), variant, from, late),
                List.of(new Once("greeting/" + note.occurrence(), Optional.empty())),
                OptionalLong.empty());
    }

    private Future<Void> written(Due row, DueNote note, Written written) {
        boolean stored = written.appended() instanceof Appended.Stored;
        (stored ? sent : already).incrementAndGet();
        Future<Void> noted = stored && late(note)
                ? notes.dropped("late", Actor.scheduler(), note.client(), Purpose.GREETING, "", "downtime")
                : Future.succeededFuture();
        return noted.compose(done -> next(row, note));
    }

    private boolean late(DueNote note) {
        return LocalDate.ofInstant(house.now(), note.zone()).isAfter(note.day());
    }

    private Future<Void> next(Due row, DueNote note) {
        Instant after = house.now().isAfter(note.at()) ? house.now() : note.at();
        return directory
                .manner(note.client())
                .map(manner -> DueNote.next(note.client(), note.occasion(), manner.zone(), after))
                .compose(next -> house.stores().dues().put(next.seal(house)))
                .compose(put -> house.stores().dues().remove(row));
    }

    /** Drops the reminder and does not make another; a new tag or a new yes will. */
    private Future<Void> stop(Due row, DueNote note, String rule) {
        return drop(note, rule).compose(noted -> house.stores().dues().remove(row));
    }

    private Future<Void> drop(DueNote note, String rule) {
        dropped.incrementAndGet();
        return notes.dropped("drop", Actor.scheduler(), note.client(), Purpose.GREETING, rule, "at-due");
    }
}
