package confidant.core.audit;

import confidant.core.Fields;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What the sequencer writes beside the log's position: the signed checkpoint it moves to and the one it comes from. With
 * both, any node can finish the step from the position alone, whatever a slow one may still write elsewhere.
 *
 * @param before empty for the first step
 */
record StepNote(String head, String before) {

    byte[] write() {
        return Fields.write(Map.of("head", head, "before", before));
    }

    static StepNote read(byte[] bytes) {
        Map<String, String> fields = Fields.read(bytes);
        return new StepNote(fields.getOrDefault("head", ""), fields.getOrDefault("before", ""));
    }

    byte[] headBytes() {
        return head.getBytes(StandardCharsets.UTF_8);
    }
}
