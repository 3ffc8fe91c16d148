package confidant.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProofTest {
    private static final TestLog LOG = TestLog.ofSize(600, 1);
    private static final List<Hash> ROOTS = roots();

    /** By the definition in RFC 9162 section 2.1.1, without any of the code under test but the two hashes. */
    private static Hash plainRoot(List<Hash> leaves) {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return Merkle.nodeHash(plainRoot(leaves.subList(0, split)), plainRoot(leaves.subList(split, leaves.size())));
    }

    private static List<Hash> roots() {
        List<Hash> leaves = new ArrayList<>();
        List<Hash> roots = new ArrayList<>(List.of(Merkle.emptyRoot()));
        for (int i = 0; i < 600; i++) {
            leaves.add(Merkle.leafHash(TestLog.entry(i)));
            roots.add(plainRoot(leaves));
        }
        return roots;
    }

    @Test
    void roots_followTheDefinition_atEverySize() {
        ProofBuilder builder = new ProofBuilder(LOG, 600);
        for (int size = 0; size <= 600; size++) {
            assertThat(builder.rootAt(size)).isEqualTo(ROOTS.get(size));
        }
        LOG.checkpoints.forEach(signed -> assertThat(signed.checkpoint().root())
                .isEqualTo(ROOTS.get((int) signed.checkpoint().size())));
    }

    @Test
    void inclusion_verifiesForItsEntryOnly_atEverySize() {
        Random random = new Random(1);
        ProofBuilder builder = new ProofBuilder(LOG, 600);
        for (int size = 1; size <= 600; size++) {
            for (int i : List.of(0, random.nextInt(size), random.nextInt(size), size - 1)) {
                InclusionProof proof = builder.inclusion(i, size);
                Hash leaf = Merkle.leafHash(TestLog.entry(i));
                Hash root = ROOTS.get(size);
                assertThat(proof.verify(leaf, root)).isTrue();
                assertThat(proof.verify(flipped(leaf, random), root)).isFalse();
                assertThat(proof.verify(leaf, flipped(root, random))).isFalse();
                assertThat(new InclusionProof(i + 1, size, proof.path()).verify(leaf, root))
                        .isFalse();
                mutations(proof.path(), random)
                        .forEach(path -> assertThat(
                                        new InclusionProof(proof.index(), proof.size(), path).verify(leaf, root))
                                .isFalse());
            }
        }
    }

    @Test
    void consistency_verifiesForItsRootsOnly_atEverySize() {
        Random random = new Random(2);
        ProofBuilder builder = new ProofBuilder(LOG, 600);
        for (int size2 = 1; size2 <= 600; size2++) {
            for (int size1 : List.of(1, 1 + random.nextInt(size2), Integer.highestOneBit(size2), size2)) {
                ConsistencyProof proof = builder.consistency(size1, size2);
                Hash root1 = ROOTS.get(size1);
                Hash root2 = ROOTS.get(size2);
                assertThat(proof.verify(root1, root2)).isTrue();
                assertThat(proof.verify(flipped(root1, random), root2)).isFalse();
                assertThat(proof.verify(root1, flipped(root2, random))).isFalse();
                mutations(proof.path(), random)
                        .forEach(path -> assertThat(
                                        new ConsistencyProof(proof.size1(), proof.size2(), path).verify(root1, root2))
                                .isFalse());
            }
        }
    }

    @Test
    void consistency_isRefused_fromSizeZero() {
        assertThat(new ConsistencyProof(0, 5, List.of()).verify(Merkle.emptyRoot(), ROOTS.get(5)))
                .isFalse();
        assertThat(new ConsistencyProof(0, 0, List.of()).verify(Merkle.emptyRoot(), Merkle.emptyRoot()))
                .isFalse();
        assertThatThrownBy(() -> new ProofBuilder(LOG, 600).consistency(0, 5))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void proofs_verify_aroundTheSecondTileLevel() {
        TestLog log = TestLog.ofSize(65_535, 65_535);
        log.grow(1);
        log.grow(1);
        log.grow(300);
        ProofBuilder builder = new ProofBuilder(log, log.state.size());
        for (SignedCheckpoint signed : log.checkpoints) {
            Checkpoint head = signed.checkpoint();
            for (long i : List.of(0L, 255L, 256L, 32_768L, 65_534L, head.size() - 1)) {
                assertThat(builder.inclusion(i, head.size()).verify(Merkle.leafHash(TestLog.entry(i)), head.root()))
                        .isTrue();
            }
            assertThat(builder.consistency(head.size(), log.state.size()).verify(head.root(), log.state.root()))
                    .isTrue();
        }
    }

    @Test
    void neededTiles_areExactlyThoseRead() {
        for (long size1 : List.of(1L, 255L, 256L, 257L, 300L, 512L, 599L)) {
            Set<TilePath> asked = new HashSet<>();
            TileSource watched = path -> {
                asked.add(path);
                return LOG.read(path);
            };
            new ProofBuilder(watched, 600).consistency(size1, 600);
            assertThat(asked).isEqualTo(ProofBuilder.tilesForConsistency(size1, 600, 600));
            asked.clear();
            new ProofBuilder(watched, 600).inclusion(size1, 600);
            assertThat(asked).isEqualTo(ProofBuilder.tilesFor(size1, 600, 600));
        }
    }

    @Test
    void missingTile_isNamed_whenAProofNeedsIt() {
        assertThatThrownBy(() -> new ProofBuilder(path -> Optional.empty(), 600).inclusion(3, 600))
                .isInstanceOf(Damaged.class)
                .hasMessageContaining("tile/0/000");
    }

    @Test
    void logProof_survivesItsTextForm_andVerifiesForItsLogOnly() {
        SignedCheckpoint head = LOG.head();
        LogProof proof = new LogProof(new ProofBuilder(LOG, 600).inclusion(123, 600), head);
        LogProof read = LogProof.parse(proof.format());
        Hash leaf = Merkle.leafHash(TestLog.entry(123));
        List<NoteVerifier> keys = List.of(TestLog.SIGNER.verifier());
        assertThat(read).isEqualTo(proof);
        assertThat(read.verify(leaf, TestLog.ORIGIN, keys)).isTrue();
        assertThat(read.verify(leaf, "desk.example/audit/other", keys)).isFalse();
        assertThat(read.verify(Merkle.leafHash(TestLog.entry(124)), TestLog.ORIGIN, keys))
                .isFalse();
        assertThatThrownBy(() -> LogProof.parse(proof.format().replace("index 123", "index 0123")))
                .isInstanceOf(Malformed.class);
    }

    static Hash flipped(Hash hash, Random random) {
        byte[] bytes = hash.bytes();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return Hash.of(bytes);
    }

    private static List<List<Hash>> mutations(List<Hash> path, Random random) {
        List<List<Hash>> mutations = new ArrayList<>();
        List<Hash> longer = new ArrayList<>(path);
        longer.add(random.nextInt(path.size() + 1), Merkle.emptyRoot());
        mutations.add(longer);
        if (!path.isEmpty()) {
            int at = random.nextInt(path.size());
            List<Hash> changed = new ArrayList<>(path);
            changed.set(at, flipped(path.get(at), random));
            mutations.add(changed);
            List<Hash> shorter = new ArrayList<>(path);
            shorter.remove(at);
            mutations.add(shorter);
        }
        return mutations;
    }
}
