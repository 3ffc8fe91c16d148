package confidant.core.assist;

import confidant.core.Answer;
import confidant.core.Desk;
import confidant.model.ClientId;
import confidant.model.Personal;
import confidant.model.Purpose;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** The assistant beside the concierge. It falls silent in a conversation the moment a concierge writes there. */
public final class Assisting {

    /** A fact that helps now, with the purpose that lets it be used. */
    public record Help(String kind, Personal<String> value, Purpose purpose) {}

    /** A draft for the concierge. {@code source} is an FAQ entry's id or {@code intent}. */
    public record Draft(String id, Personal<String> text, String source) {}

    /** Three lines that bring a person up to date: last words, open question, what helps. */
    public record Brief(
            Optional<Personal<String>> lastWords,
            Optional<Personal<String>> openQuestion,
            List<Help> helps,
            Optional<Draft> draft) {}

    public Future<Answer<Brief>> brief(Desk desk, ClientId client) {
        throw new UnsupportedOperationException();
    }

    /** Says which conversation a device of the concierge shows in front; the assistant leaves that one to the concierge. */
    public void focus(Desk desk, ClientId client, String device, boolean inFront) {
        throw new UnsupportedOperationException();
    }

    /** The device is gone: nothing is in front there any more. */
    public void gone(Desk desk, String device) {
        throw new UnsupportedOperationException();
    }
}
