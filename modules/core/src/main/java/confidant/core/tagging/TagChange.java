package confidant.core.tagging;

import confidant.model.Purpose;
import confidant.model.Tag;
import confidant.store.ConversationStore.Ref;
import java.util.List;

/** Told when the tags of a client under a purpose have changed. Must not fail and must not block. */
@FunctionalInterface
public interface TagChange {
    /** @param tags all tags of this purpose as they are now */
    void changed(Ref client, Purpose purpose, List<Tag> tags);
}
