package confidant.core.conversation;

import confidant.core.Answer;
import confidant.core.Fields;
import confidant.core.House;
import confidant.core.dispatch.Dispatch;
import confidant.core.gate.Gate;
import confidant.core.gate.Pass;
import confidant.core.people.Directory;
import confidant.core.port.Bell;
import confidant.model.Actor;
import confidant.model.Author;
import confidant.model.DataClass;
import confidant.model.MessageId;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.policy.Act;
import confidant.store.ConversationStore.Appended;
import confidant.store.ConversationStore.NewMessage;
import confidant.store.ConversationStore.Once;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.util.List;
import java.util.OptionalLong;

/**
 * Writes what is to leave: asks policy, seals under the purpose's key, and stores message and outbox row together; then the
 * dispatch is told. Everything that the house says to a client goes through here.
 */
public final class Writer {
    private final House house;
    private final Gate gate;
    private final Directory directory;
    private final Dispatch dispatch;
    private final Bell bell;

    public Writer(House house, Gate gate, Directory directory, Dispatch dispatch, Bell bell) {
        this.house = house;
        this.gate = gate;
        this.directory = directory;
        this.dispatch = dispatch;
        this.bell = bell;
    }

    /**
     * @param kind see {@link NewMessage}
     * @param once what may happen only once; the first is shown to the sender as its own key
     * @param onlyAfter see {@link NewMessage}
     */
    public record Words(
            Author author,
            Purpose purpose,
            String kind,
            String ref,
            Personal<String> text,
            List<Once> once,
            OptionalLong onlyAfter) {

        public static Words of(Author author, Purpose purpose, String kind, Personal<String> text, Once once) {
            return new Words(author, purpose, kind, "", text, List.of(once), OptionalLong.empty());
        }
    }

    /** What was stored, and under which id. */
    public record Written(Appended appended, MessageId id) {}

    public Future<Answer<Written>> write(Actor actor, Ref client, Words words) {
        return gate.ask(actor, Act.SEND, DataClass.MESSAGE, words.purpose(), client)
                .compose(answer -> answer.match(
                        pass -> store(pass, client, words).map(Answer.Done::new),
                        refused ->
                                Future.succeededFuture(new Answer.Refused<Written>(refused.rule(), refused.remedy()))));
    }

    private Future<Written> store(Pass pass, Ref client, Words words) {
        MessageId id = MessageId.random();
        return directory
                .channel(client)
                .compose(channel -> gate.seal(pass, "message", "text", id.toString(), 0, Fields.text(words.text()))
                        .map(box -> new NewMessage(
                                id,
                                words.author(),
                                channel,
                                words.purpose(),
                                words.kind(),
                                words.ref(),
                                house.now(),
                                box,
                                words.once(),
                                true,
                                house.now(),
                                words.onlyAfter())))
                .compose(message -> house.stores().conversations().append(client, message))
                .map(appended -> {
                    if (appended instanceof Appended.Stored stored) {
                        dispatch.kick(client);
                        bell.desk(client.pool(), client.client(), Bell.What.MESSAGE, stored.seq());
                    }
                    return new Written(appended, id);
                });
    }
}
