package confidant.core.privacy;

import confidant.core.BadRequest;
import confidant.core.Guest;
import confidant.core.House;
import confidant.core.NotFound;
import confidant.core.consent.Consents;
import confidant.core.people.Directory;
import confidant.core.people.Wish;
import confidant.core.people.Wishes;
import confidant.core.privacy.PrivacyDesk.Letter;
import confidant.core.reception.Arrivals.Said;
import confidant.core.tagging.Tagging;
import confidant.core.tagging.Tagging.Shown;
import confidant.model.ConsentStatus;
import confidant.model.Lang;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Does what a client says in a chat about their data. Everything here may be repeated: a platform may deliver again. */
public final class Obeying {
    private static final String METHOD = "chat-word";

    private final House house;
    private final PrivacyDesk desk;
    private final Consents consents;
    private final Tagging tagging;
    private final Wishes wishes;
    private final Complaints complaints;
    private final Directory directory;
    private final Replies replies;

    public Obeying(
            House house,
            PrivacyDesk desk,
            Consents consents,
            Tagging tagging,
            Wishes wishes,
            Complaints complaints,
            Directory directory) {
        this.house = house;
        this.desk = desk;
        this.consents = consents;
        this.tagging = tagging;
        this.wishes = wishes;
        this.complaints = complaints;
        this.directory = directory;
        this.replies = new Replies(house.policy());
    }

    /** What the house answers, in the language it turns out to need. */
    @FunctionalInterface
    interface Answer {
        Future<Personal<String>> in(Lang lang);

        static Answer of(Function<Lang, Personal<String>> text) {
            return lang -> Future.succeededFuture(text.apply(lang));
        }
    }

    Future<Answer> obey(Ref client, Said said, Command command) {
        Guest guest = new Guest(client.pool(), client.client());
        if (command instanceof Command.Plain plain) {
            return plain(guest, said, plain.word());
        }
        if (command instanceof Command.Answer answer) {
            return answer(guest, said, answer);
        }
        if (command instanceof Command.Wrong wrong) {
            return fact(guest, wrong.code(), tag -> tagging.remove(guest, tag.id()), Replies::removed);
        }
        if (command instanceof Command.Correct correct) {
            return fact(guest, correct.code(), tag -> correct(guest, said, tag, correct.value()), Replies::corrected);
        }
        if (command instanceof Command.Complaint complaint) {
            return complaints
                    .complain(guest, "chat-" + said.seq(), complaint.text())
                    .map(Answer.of(Replies::complained));
        }
        return directory.manner(client).compose(manner -> wish(guest, said, wished(command, said, manner)));
    }

    private Future<Answer> plain(Guest guest, Said said, Words word) {
        return switch (word) {
            case STOP -> desk.stop(guest, "keyword", said.id()).map(Answer.of(Replies::stopped));
            case RESUME -> wish(guest, said, wish -> wish.paused(Optional.empty()));
            case SHOW -> Future.succeededFuture(lang -> show(guest, lang));
            case HELP -> Future.succeededFuture(Answer.of(replies::help));
            case DOWNLOAD ->
                Future.succeededFuture(lang -> desk.archiveLink(guest).map(link -> Replies.download(link, lang)));
            case ERASE -> Future.succeededFuture(lang -> desk.link(guest).map(link -> Replies.erase(link, lang)));
        };
    }

    private Future<Personal<String>> show(Guest guest, Lang lang) {
        Future<Letter> letter = desk.letter(guest);
        Future<String> link = desk.link(guest);
        return Future.all(letter, link).map(both -> replies.known(letter.result(), link.result(), lang));
    }

    private Future<Answer> answer(Guest guest, Said said, Command.Answer answer) {
        Future<Optional<Purpose>> purpose =
                answer.purpose().isPresent() ? Future.succeededFuture(answer.purpose()) : asked(guest, said);
        return purpose.compose(found -> found.isEmpty()
                ? Future.succeededFuture(Answer.of(replies::which))
                : answer(guest, said, found.get(), answer.yes()));
    }

    /**
     * The purpose that was asked for by the very message before this one. After anything else, a bare yes may have been
     * meant for that, and is none.
     */
    private Future<Optional<Purpose>> asked(Guest guest, Said said) {
        return house.stores()
                .conversations()
                .before(guest.ref(), said.seq(), 1)
                .map(last -> last.stream()
                        .findFirst()
                        .filter(message -> message.kind().equals("consent-request"))
                        .map(message -> new Purpose(message.ref())));
    }

    private Future<Answer> answer(Guest guest, Said said, Purpose purpose, boolean yes) {
        Future<Boolean> outdated = yes ? outdated(guest, purpose, said) : Future.succeededFuture(false);
        return outdated.compose(late -> late
                        ? Future.<Object>succeededFuture("")
                        : desk.consentBy(guest, purpose, yes, METHOD, said.id()).map(receipt -> (Object) receipt))
                .map(done -> Answer.of(lang -> replies.answered(purpose, yes, lang)));
    }

    // A yes that comes in late, or again, does not undo a no that was said after it.
    private Future<Boolean> outdated(Guest guest, Purpose purpose, Said said) {
        Set<ConsentStatus> ends = Set.of(
                ConsentStatus.WITHDRAWN, ConsentStatus.REFUSED, ConsentStatus.REVOKED, ConsentStatus.INVALIDATED);
        return consents.history(guest.ref())
                .map(history -> history.stream()
                        .filter(event -> event.purpose().equals(purpose))
                        .anyMatch(event -> ends.contains(event.status())
                                ? event.at().isAfter(said.at())
                                : event.status().valid() && event.evidence().equals(Optional.of(said.id()))));
    }

    /** Until when a purpose that stands is agreed to; empty if it does not stand. */
    Future<Optional<Instant>> until(Ref client, Purpose purpose) {
        return consents.states(client)
                .map(states -> Optional.ofNullable(states.get(purpose))
                        .filter(state -> state.status().valid())
                        .flatMap(Consents.State::until));
    }

    Future<Personal<String>> confided(Ref client, boolean before, Instant until, Lang lang) {
        return desk.concierge(client.pool()).map(name -> replies.confided(before, name, until, lang));
    }

    private interface OnTag {
        Future<?> to(Shown tag);
    }

    private Future<Answer> fact(Guest guest, String code, OnTag act, Function<Lang, Personal<String>> reply) {
        return desk.letter(guest)
                .map(letter -> letter.parts().stream()
                        .flatMap(part -> part.tags().stream())
                        .filter(tag -> Replies.code(tag.id()).equals(code))
                        .toList())
                .compose(tags -> tags.size() == 1
                        ? act.to(tags.get(0)).map(done -> Answer.of(reply))
                        : Future.succeededFuture(Answer.of(Replies::noSuchFact)))
                .recover(failure -> failure instanceof BadRequest || failure instanceof NotFound
                        ? Future.succeededFuture(Answer.of(Replies::notInForm))
                        : Future.failedFuture(failure));
    }

    private Future<?> correct(Guest guest, Said said, Shown tag, Personal<String> value) {
        boolean late = tag.source().equals("client") && tag.since().isAfter(said.at());
        return late ? Future.succeededFuture() : tagging.correct(guest, tag.id(), value);
    }

    private UnaryOperator<Wish> wished(Command command, Said said, Directory.Manner manner) {
        if (command instanceof Command.Pause pause) {
            Instant until = pause.until()
                    .map(day -> day.atStartOfDay(manner.zone()).toInstant())
                    .orElseGet(() -> said.at().plus(Duration.ofDays(pause.days())));
            return wish -> wish.paused(Optional.of(until));
        }
        if (command instanceof Command.When when) {
            return wish -> wish.at(when.hours());
        }
        if (command instanceof Command.AtMost most) {
            return wish -> wish.atMost(most.often());
        }
        if (command instanceof Command.Over over) {
            return wish -> wish.over(over.channel().map(Set::of).orElse(Set.of()));
        }
        throw new IllegalStateException("not a wish");
    }

    private Future<Answer> wish(Guest guest, Said said, UnaryOperator<Wish> change) {
        return wishes.changeAsOf(guest.ref(), said.at(), change)
                .map(wish -> Answer.of(lang -> replies.wish(wish, lang)));
    }
}
