package confidant.bench.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the server answered.
 *
 * @param body the JSON of the body, a missing node when there was none
 * @param cookie the first cookie that was set, as {@code name=value}, empty when none was
 */
public record Answered(int status, JsonNode body, String cookie) {

    /** Whether the server kept what it was sent. */
    public boolean kept() {
        return status >= 200 && status < 300;
    }

    /** Whether the same request may simply be sent again. */
    public boolean passing() {
        return status == 503 || status == 429;
    }

    /** This answer, or {@link Unexpected} when its status is another one. */
    public Answered is(int wanted, String what) {
        if (status != wanted) {
            throw new Unexpected(what, status);
        }
        return this;
    }

    /** The status only: a body may hold a client's words. */
    @Override
    public String toString() {
        return "Answered[" + status + "]";
    }
}
