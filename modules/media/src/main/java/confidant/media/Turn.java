package confidant.media;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a picture must be turned to stand upright: the one thing of a camera's notes that the eye needs. Written as the
 * smallest notes that say it.
 */
final class Turn {
    /** How {@link #write} begins in a JPEG file, and in some others. */
    static final String NAME = "Exif\0\0";

    /** As it is. */
    static final int NONE = 1;

    /** Bytes of {@link #write}. */
    static final int SIZE = 26;

    private static final int LAST = 8;
    private static final int TAG = 0x0112;
    private static final int SHORT = 3;

    private Turn() {}

    /** The turn that notes name, from 1 to 8; 1 where they name none or cannot be read. */
    static int read(ByteBuffer notes) {
        ByteBuffer from = notes.duplicate();
        if (Form.begins(from, NAME)) {
            from.position(from.position() + NAME.length());
        }
        ByteBuffer tiff = from.slice();
        try {
            return first(tiff);
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return NONE;
        }
    }

    private static int first(ByteBuffer tiff) {
        int order = tiff.getShort();
        if (order != 0x4949 && order != 0x4D4D) {
            return NONE;
        }
        tiff.order(order == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        if (tiff.getShort() != 42) {
            return NONE;
        }
        tiff.position(tiff.getInt());
        for (int left = tiff.getShort() & 0xFFFF; left > 0; left--) {
            int tag = tiff.getShort() & 0xFFFF;
            int type = tiff.getShort();
            int count = tiff.getInt();
            int value = tiff.getShort() & 0xFFFF;
            tiff.getShort();
            if (tag == TAG) {
                return type == SHORT && count == 1 && value >= NONE && value <= LAST ? value : NONE;
            }
        }
        return NONE;
    }

    /** Notes that say this and nothing else. */
    static byte[] write(int turn) {
        ByteBuffer notes = ByteBuffer.allocate(SIZE);
        notes.putShort((short) 0x4D4D).putShort((short) 42).putInt(8);
        notes.putShort((short) 1);
        notes.putShort((short) TAG).putShort((short) SHORT).putInt(1);
        notes.putShort((short) turn).putShort((short) 0);
        notes.putInt(0);
        return notes.array();
    }
}
