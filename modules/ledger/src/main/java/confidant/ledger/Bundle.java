package confidant.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A log as one zip file to hand out: checkpoint, older checkpoints, keys, all tiles and entry bundles, proofs for
 * chosen entries, and a note in three
 * languages on how to check it. {@link BundleVerifier} reads it.
 *
 * @param keys the log's public keys, the present one first; all carry the log's origin as their name
 * @param head the newest checkpoint
 * @param older checkpoints of earlier sizes; of those of one size any one is kept, they are the same if the log is
 *     honest
 * @param proven numbers of the entries that get a proof file of their own
 * @param tiles where the tiles are
 * @param witnesses those whose cosignatures a reader should ask for
 */
public record Bundle(
        List<NoteVerifier> keys,
        SignedCheckpoint head,
        Collection<SignedCheckpoint> older,
        Collection<Long> proven,
        TileSource tiles,
        List<WitnessKey> witnesses) {
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** @throws IllegalArgumentException if there is no key, or one is not named after the log */
    public Bundle {
        keys = List.copyOf(keys);
        older = List.copyOf(older);
        proven = List.copyOf(proven);
        witnesses = List.copyOf(witnesses);
        String origin = head.checkpoint().origin();
        if (keys.isEmpty() || !keys.stream().allMatch(key -> key.name().equals(origin))) {
            throw new IllegalArgumentException("a bundle has keys that are named after the log");
        }
    }

    /** A bundle of a log without witnesses. */
    public Bundle(
            List<NoteVerifier> keys,
            SignedCheckpoint head,
            Collection<SignedCheckpoint> older,
            Collection<Long> proven,
            TileSource tiles) {
        this(keys, head, older, proven, tiles, List.of());
    }

    /** A bundle without proof files and witnesses. */
    public Bundle(NoteVerifier key, SignedCheckpoint head, Collection<SignedCheckpoint> older, TileSource tiles) {
        this(List.of(key), head, older, List.of(), tiles);
    }

    /**
     * Writes the zip, one tile in memory at a time; the stream stays open. The same content gives the same bytes.
     * Files are stored, not deflated, so that
     * a damaged byte in the zip harms one entry and can be named.
     *
     * @throws Damaged if a tile is missing; the stream then holds part of a zip
     */
    public void writeTo(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setMethod(ZipOutputStream.STORED);
        put(zip, BundleLayout.README, readme());
        put(
                zip,
                BundleLayout.KEYS,
                text(keys.stream().map(key -> key.vkey() + "\n").toList()));
        put(zip, BundleLayout.POLICY, text(List.of(new TrustPolicy(keys, witnesses).format())));
        put(zip, BundleLayout.CHECKPOINT, head.bytes());
        for (SignedCheckpoint signed : distinct()) {
            put(zip, LogVerifier.nameOf(signed), signed.bytes());
        }
        long size = head.checkpoint().size();
        ProofBuilder builder = new ProofBuilder(tiles, size);
        for (long number : proven.stream().distinct().sorted().toList()) {
            LogProof proof = new LogProof(builder.inclusion(number, size), head);
            String name = BundleLayout.PROOFS + number + BundleLayout.PROOF_SUFFIX;
            put(zip, name, proof.format().getBytes(StandardCharsets.UTF_8));
        }
        TileReader reader = new TileReader(tiles);
        for (Iterator<TilePath> paths = TilePath.allOf(size).iterator(); paths.hasNext(); ) {
            TilePath path = paths.next();
            put(zip, path.text(), reader.required(path));
        }
        zip.finish();
    }

    private List<SignedCheckpoint> distinct() {
        return older.stream()
                .collect(Collectors.toMap(
                        signed -> signed.checkpoint().size(), signed -> signed, (a, b) -> a, TreeMap::new))
                .values()
                .stream()
                .toList();
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        entry.setSize(bytes.length);
        entry.setCompressedSize(bytes.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static byte[] text(List<String> lines) {
        return String.join("", lines).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] readme() throws IOException {
        try (InputStream in = Objects.requireNonNull(Bundle.class.getResourceAsStream("bundle-readme.txt"))) {
            return in.readAllBytes();
        }
    }
}
