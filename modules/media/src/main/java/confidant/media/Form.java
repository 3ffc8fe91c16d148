package confidant.media;

import java.nio.ByteBuffer;

/** One form of pictures, read block by block. */
interface Form {
    /** By so many bytes more than it reads a form writes at most. */
    int MOST_ADDED = 64;

    /**
     * Copies what makes the picture, block by block and byte for byte, and how to turn it; leaves out the rest, and what
     * comes after the picture's end. What is no known part of a picture is left out, unless a picture could not do without.
     *
     * @param in the whole file
     * @throws NotThisForm if it is not one; so does a {@code BufferUnderflowException}, where it ends too early
     */
    void copy(ByteBuffer in, ByteBuffer out) throws NotThisForm;

    /** Four letters as a number. */
    static int code(String letters) {
        return letters.charAt(0) << 24 | letters.charAt(1) << 16 | letters.charAt(2) << 8 | letters.charAt(3);
    }

    /** The next {@code length} bytes, which are passed over by it. */
    static ByteBuffer next(ByteBuffer in, long length) throws NotThisForm {
        NotThisForm.unless(length >= 0 && length <= in.remaining());
        ByteBuffer part = in.slice(in.position(), (int) length).order(in.order());
        in.position(in.position() + (int) length);
        return part;
    }

    /** Whether {@code part} begins with these letters. */
    static boolean begins(ByteBuffer part, String letters) {
        if (part.remaining() < letters.length()) {
            return false;
        }
        for (int i = 0; i < letters.length(); i++) {
            if ((part.get(part.position() + i) & 0xFF) != letters.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
