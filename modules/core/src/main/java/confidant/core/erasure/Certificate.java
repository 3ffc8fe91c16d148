package confidant.core.erasure;

import confidant.store.ConversationStore.Ref;
import confidant.store.ErasureStore.Erasure;
import confidant.store.ErasureStore.Stage;
import confidant.vault.RootKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a client is told of their erasure.
 *
 * @param asked when it was asked for
 * @param stopped from when on no server of the house opens anything; empty while that is being made true
 * @param sealed since when the keys are in no key ring of the house
 * @param ended when the root's epoch was destroyed that old copies of the keys hang from
 * @param promised from when on no copy anywhere opens anything, backups included: what the keeper of the root promised, or,
 *     before the last stage, by when that will be so at the latest
 * @param provable whether the keeper of the root can be relied on for that; a development root cannot
 * @param root {@code file} or {@code transit}
 * @param timeOver whether nobody asked: the client was let go because their time was over
 */
public record Certificate(
        Ref client,
        Stage stage,
        Instant asked,
        Optional<Instant> stopped,
        Optional<Instant> sealed,
        Optional<Instant> ended,
        Instant promised,
        boolean provable,
        String root,
        boolean timeOver) {

    static Certificate of(Erasure erasure, RootKey root, Duration within) {
        boolean over = erasure.stage() == Stage.FINAL;
        return new Certificate(
                new Ref(erasure.pool(), erasure.client()),
                erasure.stage(),
                erasure.begun(),
                erasure.stopped(),
                erasure.sealed(),
                erasure.ended(),
                erasure.promised().orElseGet(() -> erasure.begun().plus(within).plus(root.lingers())),
                over ? erasure.provable() : root.erasureFinal(),
                root.kind(),
                Erasures.timeOver(erasure));
    }
}
