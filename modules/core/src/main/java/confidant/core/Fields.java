package confidant.core;

import confidant.model.Personal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Small records as bytes, to be sealed: a version byte, then a count and length-prefixed UTF-8 names and values. Unknown
 * names are kept, so a newer record survives an older program.
 */
public final class Fields {
    private static final int VERSION = 1;

    private Fields() {}

    /** One record. */
    public static byte[] write(Map<String, String> record) {
        return writeAll(List.of(record));
    }

    public static Map<String, String> read(byte[] bytes) {
        List<Map<String, String>> all = readAll(bytes);
        if (all.size() != 1) {
            throw new IllegalArgumentException("one record was expected");
        }
        return all.get(0);
    }

    /** Several records, in order. */
    public static byte[] writeAll(List<Map<String, String>> records) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * records.size() + 16);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeInt(records.size());
            for (Map<String, String> record : records) {
                out.writeShort(record.size());
                for (Map.Entry<String, String> field : record.entrySet()) {
                    text(out, field.getKey());
                    text(out, field.getValue());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static List<Map<String, String>> readAll(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != VERSION) {
                throw new IllegalArgumentException("a record of an unknown version");
            }
            int count = in.readInt();
            List<Map<String, String>> records = new ArrayList<>(Math.min(count, 1000));
            for (int i = 0; i < count; i++) {
                int size = in.readUnsignedShort();
                Map<String, String> record = new LinkedHashMap<>();
                for (int j = 0; j < size; j++) {
                    String name = text(in);
                    record.put(name, text(in));
                }
                records.add(record);
            }
            return records;
        } catch (IOException e) {
            throw new IllegalArgumentException("a record that ends too early");
        }
    }

    /** The text of a message as bytes to be sealed, and back. */
    public static byte[] text(Personal<String> words) {
        return words.reveal().getBytes(StandardCharsets.UTF_8);
    }

    public static Personal<String> text(byte[] plain) {
        return Personal.of(new String(plain, StandardCharsets.UTF_8));
    }

    private static void text(DataOutputStream out, String value) throws IOException {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("short");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
