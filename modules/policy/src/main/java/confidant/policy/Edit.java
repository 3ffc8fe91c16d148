package confidant.policy;

/**
 * One difference of the files themselves.
 *
 * @param sort the key of the sentence that tells it
 * @param name what it is about inside the file, such as {@code purposes.greeting.lasts}; empty for the file as a whole
 * @param was empty where there was nothing, or nothing that can be said in a line
 * @param is the same of now
 */
record Edit(String sort, String file, String name, String was, String is) {

    static Edit fresh(String file, String name, String is) {
        return new Edit(is.isEmpty() ? "edit.fresh" : "edit.fresh.as", file, name, "", is);
    }

    static Edit gone(String file, String name) {
        return new Edit("edit.gone", file, name, "", "");
    }

    static Edit changed(String file, String name, String was, String is) {
        return new Edit("edit.changed", file, name, was, is);
    }

    static Edit text(String file, String name) {
        return new Edit("edit.text", file, name, "", "");
    }

    static Edit layout(String file) {
        return new Edit("edit.file", file, "", "", "");
    }
}
