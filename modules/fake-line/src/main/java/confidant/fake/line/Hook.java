package confidant.fake.line;

import java.nio.charset.StandardCharsets;

/**
 * One webhook call ready to be posted: raw bytes and the value of the header {@code x-line-signature} over them. The
 * array is the caller's to alter, for a forgery for example.
 */
@SuppressWarnings("ArrayRecordComponent")
public record Hook(byte[] body, String signature) {

    /** The name of the signature's header. */
    public static final String HEADER = "x-line-signature";

    /** The body as text. */
    public String json() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Only the size: a body holds a client's words. */
    @Override
    public String toString() {
        return "Hook[" + body.length + " bytes]";
    }
}
