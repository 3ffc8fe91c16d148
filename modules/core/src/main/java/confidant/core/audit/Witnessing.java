package confidant.core.audit;

import confidant.core.House;
import confidant.core.port.Witness;
import confidant.core.port.Witness.Answer;
import confidant.ledger.AddCheckpoint;
import confidant.ledger.Hash;
import confidant.ledger.NoteSignature;
import confidant.ledger.ProofBuilder;
import confidant.ledger.SignedCheckpoint;
import confidant.ledger.WitnessKey;
import confidant.model.Actor;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows each published checkpoint to the witnesses and keeps their cosignatures beside the log. A witness that is away is
 * asked again at the next round; one that refuses becomes an entry, for then it was shown another past.
 */
final class Witnessing {
    static final String COSIGNED = "cosigned";
    private static final Logger LOG = LoggerFactory.getLogger(Witnessing.class);
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final House house;
    private final Notes notes;
    private final Sequencer sequencer;
    private final List<Witness> witnesses;
    private final Map<WitnessKey, Long> sizes = new ConcurrentHashMap<>();
    private final Map<WitnessKey, Integer> refused = new ConcurrentHashMap<>();
    /** The last round that was asked for. */
    private Future<Integer> running = Future.succeededFuture(0);

    Witnessing(House house, Notes notes, Sequencer sequencer, List<Witness> witnesses) {
        this.house = house;
        this.notes = notes;
        this.sequencer = sequencer;
        this.witnesses = List.copyOf(witnesses);
    }

    List<WitnessKey> keys() {
        return witnesses.stream().map(Witness::key).toList();
    }

    /**
     * One round, which begins when those before it have ended: an older one that ends late must not take the place of what a
     * later one kept.
     *
     * @return how many witnesses have cosigned what was published when the round began
     */
    synchronized Future<Integer> round() {
        if (!witnesses.isEmpty()) {
            running = running.transform(ended -> begin());
        }
        return running;
    }

    private Future<Integer> begin() {
        Instant now = house.now();
        return house.stores()
                .ledger()
                .lease("witness", house.node(), now, now.plus(LEASE))
                .compose(held -> held ? sequencer.published() : Future.succeededFuture(Optional.empty()))
                .compose(head -> head.isEmpty() ? Future.succeededFuture(0) : show(head.get()));
    }

    /** The checkpoint with the cosignatures there are for it. */
    Future<SignedCheckpoint> latest(SignedCheckpoint head) {
        return cosigned()
                .map(kept -> kept.filter(
                                one -> one.note().text().equals(head.note().text()))
                        .map(one -> head.with(one.note().signatures()))
                        .orElse(head));
    }

    /** The newest checkpoint that a witness has cosigned. */
    Future<Optional<SignedCheckpoint>> cosigned() {
        return house.stores().ledger().file(COSIGNED).map(bytes -> bytes.map(SignedCheckpoint::parse));
    }

    private Future<Integer> show(SignedCheckpoint head) {
        return latest(head).compose(known -> {
            List<NoteSignature> lines = new ArrayList<>();
            Future<Void> all = Future.succeededFuture();
            for (Witness witness : witnesses) {
                if (witness.key().cosigned(known.note()).isEmpty()) {
                    all = all.compose(done -> ask(witness, head, 1))
                            .onSuccess(lines::addAll)
                            .mapEmpty();
                }
            }
            return all.compose(done -> keep(known.with(lines), lines.isEmpty()));
        });
    }

    private Future<Integer> keep(SignedCheckpoint head, boolean same) {
        int count = (int) witnesses.stream()
                .filter(witness -> witness.key().cosigned(head.note()).isPresent())
                .count();
        return same
                ? Future.succeededFuture(count)
                : house.stores().ledger().write(Map.of(COSIGNED, head.bytes())).map(count);
    }

    /** Cosignature lines, none if the witness is away or refuses. */
    private Future<List<NoteSignature>> ask(Witness witness, SignedCheckpoint head, int more) {
        long old = sizes.getOrDefault(witness.key(), 0L);
        return request(old, head)
                .compose(witness::add)
                .compose(answer -> {
                    Optional<Long> seen = size(answer);
                    if (more > 0
                            && seen.isPresent()
                            && seen.get() != old
                            && seen.get() <= head.checkpoint().size()) {
                        sizes.put(witness.key(), seen.get());
                        return ask(witness, head, more - 1);
                    }
                    return answer.status() == 200 ? taken(witness, head, answer) : refused(witness, answer);
                })
                .recover(away -> {
                    LOG.atWarn().addKeyValue("witness", witness.key().name()).log("witness-away");
                    return Future.succeededFuture(List.of());
                });
    }

    private Future<AddCheckpoint> request(long old, SignedCheckpoint head) {
        long size = head.checkpoint().size();
        if (old == 0 || old >= size) {
            return Future.succeededFuture(new AddCheckpoint(Math.min(old, size), List.of(), head));
        }
        return sequencer
                .files(List.copyOf(ProofBuilder.tilesForConsistency(old, size, size)))
                .compose(tiles -> house.worker().run(() -> {
                    List<Hash> proof = new ProofBuilder(path -> Optional.ofNullable(tiles.get(path)), size)
                            .consistency(old, size)
                            .path();
                    return new AddCheckpoint(old, proof, head);
                }));
    }

    private Future<List<NoteSignature>> taken(Witness witness, SignedCheckpoint head, Answer answer) {
        List<NoteSignature> lines = NoteSignature.parseLines(answer.body()).stream()
                .filter(line -> witness.key().time(head.note().text(), line).isPresent())
                .toList();
        if (lines.isEmpty()) {
            return refused(witness, answer);
        }
        sizes.put(witness.key(), head.checkpoint().size());
        refused.remove(witness.key());
        return Future.succeededFuture(lines);
    }

    private Future<List<NoteSignature>> refused(Witness witness, Answer answer) {
        LOG.atError()
                .addKeyValue("witness", witness.key().name())
                .addKeyValue("status", answer.status())
                .log("witness-refused");
        Integer before = refused.put(witness.key(), answer.status());
        if (before != null && before == answer.status()) {
            return Future.succeededFuture(List.of());
        }
        Actor sequencing = new Actor(Actor.Role.OPERATOR, "sequencer");
        return notes.plain("witness", sequencing, "", 0, "refused/" + answer.status())
                .map(List.of());
    }

    private static Optional<Long> size(Answer answer) {
        String text = answer.body().strip();
        return answer.status() == 409 && text.matches("[0-9]{1,18}")
                ? Optional.of(Long.parseLong(text))
                : Optional.empty();
    }
}
