package confidant.core.attachment;

import confidant.model.Personal;

/** A file as it came in. The array is handed over: it is wiped when the file is sealed. */
public record Upload(Personal<String> name, byte[] bytes) {
    /** Bytes that a file has at most. */
    public static final int MOST = 20 * 1024 * 1024;

    @Override
    public String toString() {
        return "(file of " + bytes.length + " bytes)";
    }
}
