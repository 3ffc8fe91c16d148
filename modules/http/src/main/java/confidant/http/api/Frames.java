package confidant.http.api;

/** What live lines carry: ids only. */
public final class Frames {
    private Frames() {}

    /** To the client's own page. */
    public record ChatFrame(String type, long seq) {}

    /** To the desk. */
    public record DeskFrame(String type, String clientId, long seq) {}
}
