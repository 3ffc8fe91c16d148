package confidant.core.request;

import confidant.core.NotFound;
import confidant.core.conversation.Writer;
import confidant.core.people.Directory;
import confidant.model.Actor;
import confidant.model.Author;
import confidant.model.Lang;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.store.ConversationStore.Once;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.util.Optional;

/** Tells clients in their chat that there is something new on their page; what it is the chat does not say. */
public final class Heralds {
    private final Directory directory;
    private final Writer writer;

    public Heralds(Directory directory, Writer writer) {
        this.directory = directory;
        this.writer = writer;
    }

    /** Says so once for each {@code key}; nothing for a client who was erased. */
    Future<Void> news(Ref client, String key) {
        return directory
                .manner(client)
                .compose(manner -> writer.write(
                        Actor.assistant(),
                        client,
                        Writer.Words.of(
                                Author.HOUSE,
                                Purpose.SERVICE,
                                "notice",
                                words(manner.lang()),
                                new Once(key, Optional.empty()))))
                .<Void>mapEmpty()
                .recover(failure ->
                        failure instanceof NotFound ? Future.succeededFuture() : Future.failedFuture(failure));
    }

    private static Personal<String> words(Lang lang) {
        return Personal.of(
                switch (lang) {
                    case ZH_HANT -> "您的隱私頁有新消息。回覆「隱私」就會收到連結。";
                    case ZH_HANS -> "您的隐私页有新消息。回复“隐私”就会收到链接。";
                    case EN -> "There is something new on your privacy page. Write «privacy» to get the link.";
                });
    }
}
