package confidant.core.request;

import java.util.Set;

/** A step of a request. What is said about one is a fixed word; words of people are kept apart. */
public enum Move {
    /** It came, by this way. */
    RECEIVED("page", "letter", "mail", "telephone", "person"),
    /** The law that the officer found to apply; the word is its jurisdiction. */
    LAW,
    /** The client was asked for something, and the clock stands until they answer: who they are, or what they mean. */
    ASKED("identity", "meaning"),
    /** What was asked for is there: how they showed who they are, or that they explained. */
    CLEARED("in-chat", "in-person", "document", "explained"),
    /** The house takes the longer time that the law allows, for this reason. */
    EXTENDED("complex", "many"),
    /** Done, in full or in part. */
    ANSWERED("done", "partly"),
    /** Not done, on this ground. */
    REFUSED("identity", "excessive", "duty", "others", "nothing");

    private final Set<String> details;

    Move(String... details) {
        this.details = Set.of(details);
    }

    /** The words that can be said about it; empty where it is any jurisdiction. */
    public Set<String> details() {
        return details;
    }

    /** Nothing follows. */
    boolean last() {
        return this == ANSWERED || this == REFUSED;
    }

    /** It needs words for the client. */
    boolean owesWords() {
        return last() || this == ASKED;
    }

    /** The client is told that there is something new on their page. */
    boolean told() {
        return this == ASKED || this == EXTENDED || last();
    }
}
