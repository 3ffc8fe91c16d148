package confidant.app;

import confidant.app.command.Confidant;

/** The way in from the command line. Ends with 0 when all went well, 1 on a problem, 2 on wrong usage. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(Confidant.line(System.out, System.err).execute(args));
    }
}
