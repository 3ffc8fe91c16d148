package confidant.core.privacy;

import confidant.core.people.Wish;
import confidant.model.Personal;
import confidant.model.Purpose;
import java.time.LocalDate;
import java.util.Optional;

/** What a client tells the house about their data, in so many words, in any text channel. */
public sealed interface Command {
    /** One of the words that need nothing more. */
    record Plain(Words word) implements Command {}

    /** Yes or no to one purpose; to the one that was asked for where none is named. */
    record Answer(boolean yes, Optional<Purpose> purpose) implements Command {}

    /** The fact with this code is wrong, or is not to be kept. */
    record Wrong(String code) implements Command {}

    /** The fact with this code is to be put right. */
    record Correct(String code, Personal<String> value) implements Command {}

    /** Nothing unasked before a day; {@code until} says the day, {@code days} counts from now. */
    record Pause(Optional<LocalDate> until, int days) implements Command {}

    /** When things sent unasked may come; empty for any time. */
    record When(Optional<Wish.Hours> hours) implements Command {}

    /** How many of them at most; empty for as many as the rules of the house allow. */
    record AtMost(Optional<Wish.Often> often) implements Command {}

    /** Over which channel they may come; empty for any. */
    record Over(Optional<confidant.model.Channel> channel) implements Command {}

    /** To the compliance officer. */
    record Complaint(Personal<String> text) implements Command {}
}
