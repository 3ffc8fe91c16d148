package confidant.core.attachment;

import confidant.core.Fields;
import confidant.model.Personal;
import java.util.Map;

/**
 * What is known about a file without opening it.
 *
 * @param type a media type
 * @param size in bytes
 */
public record FileAbout(Personal<String> name, String type, long size) {
    private static final String NAME = "name";
    private static final String TYPE = "type";
    private static final String SIZE = "size";

    byte[] bytes() {
        return Fields.write(Map.of(NAME, name.reveal(), TYPE, type, SIZE, Long.toString(size)));
    }

    static FileAbout read(byte[] bytes) {
        Map<String, String> fields = Fields.read(bytes);
        return new FileAbout(
                Personal.of(fields.getOrDefault(NAME, "")),
                fields.getOrDefault(TYPE, "application/octet-stream"),
                Long.parseLong(fields.getOrDefault(SIZE, "0")));
    }
}
