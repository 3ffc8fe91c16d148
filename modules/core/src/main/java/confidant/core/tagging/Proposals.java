package confidant.core.tagging;

import confidant.core.House;
import confidant.core.NotFound;
import confidant.core.audit.Notes;
import confidant.core.gate.Gate;
import confidant.core.port.Advisor.Spotted;
import confidant.core.port.Bell;
import confidant.model.Actor;
import confidant.model.Purpose;
import confidant.model.TagId;
import confidant.model.TagProposal;
import confidant.policy.Act;
import confidant.policy.TagKind;
import confidant.store.ConversationStore.Ref;
import confidant.store.TagStore.Proposal;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the assistant proposes: kept sealed under the purpose it would serve, and only if that purpose is agreed to. */
public final class Proposals {
    private static final Duration GOOD = Duration.ofDays(14);

    private final House house;
    private final Gate gate;
    private final Notes notes;
    private final Bell bell;

    public Proposals(House house, Gate gate, Notes notes, Bell bell) {
        this.house = house;
        this.gate = gate;
        this.notes = notes;
        this.bell = bell;
    }

    /** Keeps what was spotted under the first of its kind's purposes that the client agreed to; drops it otherwise. */
    public Future<Void> propose(Ref client, long evidence, List<Spotted> spotted) {
        Future<Void> all = Future.succeededFuture();
        for (Spotted one : spotted) {
            Optional<TagKind> kind = house.policy().tagKind(one.kind());
            if (kind.isPresent()) {
                all = all.compose(done -> propose(client, evidence, one, kind.get(), 0));
            }
        }
        return all;
    }

    private Future<Void> propose(Ref client, long evidence, Spotted one, TagKind kind, int at) {
        if (at >= kind.purposes().size()) {
            return Future.succeededFuture();
        }
        Purpose purpose = kind.purposes().get(at);
        return gate.ask(Actor.assistant(), Act.PROPOSE, kind.dataClass(), purpose, client)
                .compose(answer -> answer.match(
                        pass -> {
                            Instant now = house.now();
                            TagProposal proposal = new TagProposal(
                                    TagId.random(),
                                    kind.id(),
                                    one.value(),
                                    purpose,
                                    one.confidence(),
                                    evidence,
                                    now,
                                    now.plus(GOOD));
                            String id = proposal.id().toString();
                            return gate.seal(pass, "proposal", "card", id, 0, TagText.write(proposal))
                                    .compose(box -> house.stores()
                                            .tags()
                                            .propose(
                                                    client.pool(),
                                                    new Proposal(
                                                            client.client(),
                                                            proposal.id(),
                                                            purpose,
                                                            proposal.expires(),
                                                            box)))
                                    .compose(stored -> notes.passed(
                                            "propose", Actor.assistant(), pass, List.of(kind.dataClass()), 1))
                                    .onSuccess(noted ->
                                            bell.desk(client.pool(), client.client(), Bell.What.PROPOSAL, evidence));
                        },
                        refused -> propose(client, evidence, one, kind, at + 1)));
    }

    /** Proposals that may be shown to {@code reader}. */
    Future<List<TagProposal>> all(Actor reader, Ref client) {
        return house.stores().tags().proposals(client.pool(), client.client()).compose(stored -> {
            List<Future<Optional<TagProposal>>> opened =
                    stored.stream().map(one -> open(reader, client, one)).toList();
            return Future.all(opened)
                    .map(all -> opened.stream()
                            .flatMap(one -> one.result().stream())
                            .toList());
        });
    }

    Future<TagProposal> read(Actor reader, Ref client, TagId id) {
        return all(reader, client)
                .map(all -> all.stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("proposal")));
    }

    Future<Void> take(Ref client, TagId id) {
        return house.stores().tags().take(client.pool(), client.client(), id).map(taken -> {
            if (taken.isEmpty()) {
                throw new NotFound("proposal");
            }
            return null;
        });
    }

    /** Drops what the assistant read out of one message. */
    public Future<Void> forget(Ref client, long evidence) {
        return all(Actor.of(client.client()), client)
                .map(all -> all.stream()
                        .filter(one -> one.evidence() == evidence)
                        .map(one -> house.stores().tags().take(client.pool(), client.client(), one.id()))
                        .toList())
                .compose(Future::all)
                .mapEmpty();
    }

    private Future<Optional<TagProposal>> open(Actor reader, Ref client, Proposal stored) {
        return gate.stand(reader, stored.purpose(), client)
                .map(stand -> stand.askAny(Act.READ, gate.classes(stored.purpose())))
                .compose(answer -> answer.match(
                        pass -> gate.open(pass, "proposal", "card", stored.id().toString(), 0, stored.proposal())
                                .map(plain -> plain.map(bytes -> TagText.proposal(bytes, stored.purpose()))),
                        refused -> Future.succeededFuture(Optional.empty())));
    }
}
