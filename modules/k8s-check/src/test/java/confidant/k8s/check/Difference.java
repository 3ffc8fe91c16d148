package confidant.k8s.check;

import com.google.gson.JsonElement;
import java.util.Map;

/** Compares what was written with what was read from it. */
final class Difference {
    private Difference() {}

    /** The path of the first value of {@code written} that {@code read} lacks or has otherwise; empty if there is none. */
    static String first(String path, JsonElement written, JsonElement read) {
        if (written.isJsonObject() && read.isJsonObject()) {
            for (Map.Entry<String, JsonElement> entry :
                    written.getAsJsonObject().entrySet()) {
                JsonElement other = read.getAsJsonObject().get(entry.getKey());
                String found = other == null
                        ? absent(path + "." + entry.getKey(), entry.getValue())
                        : first(path + "." + entry.getKey(), entry.getValue(), other);
                if (!found.isEmpty()) {
                    return found;
                }
            }
            return "";
        }
        if (written.isJsonArray()
                && read.isJsonArray()
                && written.getAsJsonArray().size() == read.getAsJsonArray().size()) {
            for (int i = 0; i < written.getAsJsonArray().size(); i++) {
                String found = first(
                        path + "[" + i + "]",
                        written.getAsJsonArray().get(i),
                        read.getAsJsonArray().get(i));
                if (!found.isEmpty()) {
                    return found;
                }
            }
            return "";
        }
        return written.equals(read) ? "" : path;
    }

    private static String absent(String path, JsonElement written) {
        return written.isJsonNull() ? "" : path;
    }
}
