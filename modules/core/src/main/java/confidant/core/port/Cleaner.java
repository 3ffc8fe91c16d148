package confidant.core.port;

import confidant.model.Personal;

/** Makes a file fit to be kept. Takes processor time and memory, so it is called on a worker. Thread-safe. */
@FunctionalInterface
public interface Cleaner {

    /**
     * A file as it is kept.
     *
     * @param name without folders and signs that steer a terminal or turn writing around
     * @param type the media type that its bytes show, whatever its sender called it
     * @param bytes without what they told about who made them, where and with what, as far as the type is known for that
     */
    record Clean(Personal<String> name, String type, byte[] bytes) {}

    /** Never fails on what the bytes are: what is not understood is kept as it is, as {@code application/octet-stream}. */
    Clean clean(Personal<String> name, byte[] bytes);

    /** Keeps everything as it is, of no known type; for rooms that receive no files from outside. */
    static Cleaner plain() {
        return (name, bytes) -> new Clean(name, "application/octet-stream", bytes);
    }
}
