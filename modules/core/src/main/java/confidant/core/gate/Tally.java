package confidant.core.gate;

import confidant.model.Actor;
import confidant.policy.FigureQuestion;
import confidant.policy.Figures;

/**
 * The permission to count clients for one question of a manager; to open anything it is no good. Only {@link Gate#tally} hands
 * one out, so a search for this type lists every place where clients are counted for managers.
 */
public final class Tally {
    private final Actor actor;
    private final FigureQuestion question;
    private final Figures rules;
    private final String hash;

    Tally(Actor actor, FigureQuestion question, Figures rules, String hash) {
        this.actor = actor;
        this.question = question;
        this.rules = rules;
        this.hash = hash;
    }

    public Actor actor() {
        return actor;
    }

    public FigureQuestion question() {
        return question;
    }

    /** The numbers that were in force when it was handed out. */
    public Figures rules() {
        return rules;
    }

    /** Fingerprint of the rules that permitted it. */
    public String hash() {
        return hash;
    }
}
