package confidant.media;

/** The bytes do not have the form that their beginning promises. Says nothing of them. */
final class NotThisForm extends Exception {
    private static final long serialVersionUID = 1;

    NotThisForm() {
        super("not of this form", null, false, false);
    }

    /** @throws NotThisForm unless it is {@code so} */
    static void unless(boolean so) throws NotThisForm {
        if (!so) {
            throw new NotThisForm();
        }
    }
}
