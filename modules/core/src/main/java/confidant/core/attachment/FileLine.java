package confidant.core.attachment;

import confidant.model.AttachmentId;
import confidant.model.Purpose;
import java.util.List;
import java.util.Optional;

/**
 * A file as a line of the conversation shows it.
 *
 * @param about empty where it cannot be opened by the reader, or is not there
 * @param kept the further purposes that it is kept for
 */
public record FileLine(AttachmentId id, State state, Optional<FileAbout> about, List<Purpose> kept) {
    public FileLine {
        kept = List.copyOf(kept);
    }

    /** Where it is. */
    public enum State {
        HERE,
        /** Its app still has to hand it over. */
        COMING,
        /** It never came, was taken away, or its key is destroyed. */
        GONE
    }
}
