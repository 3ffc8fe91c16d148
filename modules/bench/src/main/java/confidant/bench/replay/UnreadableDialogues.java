package confidant.bench.replay;

/** A file is not one of dialogues. Names the line, not its content. */
public final class UnreadableDialogues extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnreadableDialogues(int line, String why) {
        super("line " + line + " is no turn of a dialogue: " + why);
    }
}
