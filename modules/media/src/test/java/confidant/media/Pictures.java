package confidant.media;

import confidant.core.port.Cleaner.Clean;
import confidant.model.Personal;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures as programs write them, and marks to hide in them. */
final class Pictures {
    /** Not to be found in what is kept. */
    static final String MARK = "SERIAL-HERON-4711";

    private static final MediaCleaner CLEANER = new MediaCleaner();

    private Pictures() {}

    static Clean clean(byte[] bytes) {
        return clean("", bytes);
    }

    static Clean clean(String name, byte[] bytes) {
        return CLEANER.clean(Personal.of(name), bytes);
    }

    /** Without a look at the bytes first, which takes longer than all that follows. */
    static Clean cleanAs(String type, byte[] bytes) {
        return CLEANER.clean(type, Personal.of(""), bytes);
    }

    static BufferedImage painting() {
        BufferedImage image = new BufferedImage(37, 23, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 37; x++) {
            for (int y = 0; y < 23; y++) {
                image.setRGB(x, y, new Color(x * 6, y * 11, (x * y) % 256).getRGB());
            }
        }
        return image;
    }

    static byte[] written(String form) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(painting(), form, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Every pixel of what is drawn by these bytes. */
    static int[] pixels(byte[] bytes) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
            return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static String letters(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static byte[] bytes(String letters) {
        return letters.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] with(byte[] into, int at, byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(into, 0, at);
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        out.write(into, at, into.length - at);
        return out.toByteArray();
    }

    static byte[] segment(int marker, byte[] body) {
        return ByteBuffer.allocate(4 + body.length)
                .putShort((short) (0xFF00 | marker))
                .putShort((short) (body.length + 2))
                .put(body)
                .array();
    }

    static byte[] chunk(String type, byte[] body) {
        CRC32 sum = new CRC32();
        sum.update(bytes(type));
        sum.update(body);
        return ByteBuffer.allocate(12 + body.length)
                .putInt(body.length)
                .put(bytes(type))
                .put(body)
                .putInt((int) sum.getValue())
                .array();
    }

    static byte[] riff(String type, byte[] body) {
        return ByteBuffer.allocate(8 + body.length + (body.length & 1))
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(bytes(type))
                .putInt(body.length)
                .put(body)
                .array();
    }

    static byte[] joined(byte[]... parts) {
        return with(new byte[0], 0, parts);
    }

    /** The chunk that draws one pixel without loss. */
    static byte[] pixel() {
        byte[] file = Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
        return ByteBuffer.allocate(file.length - 12)
                .put(file, 12, file.length - 12)
                .array();
    }

    /** A camera's notes that name a turn, and a mark. */
    static byte[] notes(int turn) {
        byte[] mark = bytes(MARK + "\0");
        return ByteBuffer.allocate(38 + mark.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(bytes("II"))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 2)
                .putShort((short) 0x010F)
                .putShort((short) 2)
                .putInt(mark.length)
                .putInt(38)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) turn)
                .putShort((short) 0)
                .putInt(0)
                .put(mark)
                .array();
    }
}
