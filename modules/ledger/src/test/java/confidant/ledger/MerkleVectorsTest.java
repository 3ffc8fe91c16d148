package confidant.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The 196 published proofs of transparency-dev/merkle. */
class MerkleVectorsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void proofs_agreeWithTheirVerdict_inAllVectors() throws IOException {
        int accepted = 0;
        int refused = 0;
        List<String> disagreeing = new ArrayList<>();
        for (Path file : vectors()) {
            JsonNode vector = JSON.readTree(file.toFile());
            boolean verdict = vector.has("leafIdx") ? inclusion(vector) : consistency(vector);
            if (verdict == vector.get("wantErr").asBoolean()) {
                disagreeing.add(file.toString());
            }
            accepted += verdict ? 1 : 0;
            refused += verdict ? 0 : 1;
        }
        assertThat(disagreeing).isEmpty();
        assertThat(accepted).isEqualTo(12);
        assertThat(refused).isEqualTo(184);
    }

    private static List<Path> vectors() throws IOException {
        try (Stream<Path> files = Files.walk(SharedData.folder("merkle"))) {
            return files.filter(file -> file.toString().endsWith(".json")).toList();
        }
    }

    private static boolean inclusion(JsonNode vector) {
        try {
            InclusionProof proof = new InclusionProof(
                    vector.get("leafIdx").asLong(), vector.get("treeSize").asLong(), path(vector));
            return proof.verify(hash(vector.get("leafHash")), hash(vector.get("root")));
        } catch (Malformed e) {
            return false;
        }
    }

    private static boolean consistency(JsonNode vector) {
        try {
            ConsistencyProof proof = new ConsistencyProof(
                    vector.get("size1").asLong(), vector.get("size2").asLong(), path(vector));
            return proof.verify(hash(vector.get("root1")), hash(vector.get("root2")));
        } catch (Malformed e) {
            return false;
        }
    }

    private static List<Hash> path(JsonNode vector) {
        List<Hash> path = new ArrayList<>();
        vector.get("proof").forEach(hash -> path.add(hash(hash)));
        return path;
    }

    /**
     * Some vectors say "don't care N" where a root's value does not matter; a stand-in of the right length keeps them
     * usable.
     */
    private static Hash hash(JsonNode node) {
        byte[] bytes = Base64.getDecoder().decode(node.asText());
        boolean placeholder = new String(bytes, StandardCharsets.UTF_8).startsWith("don't care");
        return placeholder ? Merkle.leafHash(bytes) : Hash.of(bytes);
    }
}
