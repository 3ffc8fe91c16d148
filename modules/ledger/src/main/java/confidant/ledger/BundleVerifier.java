package confidant.ledger;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * Checks a {@link Bundle} file: everything {@link LogVerifier} checks, and every other file in it. Blocks on file
 * reads.
 *
 * <p>Give it the key you know from elsewhere. Without one it takes the key in the bundle and says so in the report:
 * that finds damage, but not a log that was
 * made up as a whole.
 */
public final class BundleVerifier {
    private final List<NoteVerifier> expected;
    private final List<WitnessKey> witnesses;
    private final List<Finding> findings = new ArrayList<>();
    private List<NoteVerifier> keys = List.of();
    private List<String> witnessed = List.of();
    private int proofs;
    private int spares;

    private BundleVerifier(Collection<NoteVerifier> expected, Collection<WitnessKey> witnesses) {
        this.expected = List.copyOf(expected);
        this.witnesses = List.copyOf(witnesses);
    }

    /**
     * Checks a bundle by the key it brings itself.
     *
     * @throws IOException if the file cannot be read; a file that is not a zip gives a report that is not ok
     */
    public static BundleReport verify(Path file) throws IOException {
        return new BundleVerifier(List.of(), List.of()).run(file);
    }

    /**
     * Checks a bundle by keys known from elsewhere, all of the same log; a key in the bundle that is not among them
     * is a finding.
     *
     * @throws IOException if the file cannot be read; a file that is not a zip gives a report that is not ok
     */
    public static BundleReport verify(Path file, Collection<NoteVerifier> expected) throws IOException {
        if (expected.isEmpty()) {
            throw new IllegalArgumentException(
                    "no key is expected; to use the bundle's own key, say so by leaving it out");
        }
        return new BundleVerifier(expected, List.of()).run(file);
    }

    /**
     * As {@link #verify(Path, Collection)}, and asks that each of these witnesses cosigned the newest checkpoint: then the
     * log was shown to them too, and not another one under the same name.
     *
     * @param expected the log's keys known from elsewhere; empty to take the bundle's own
     * @throws IOException if the file cannot be read; a file that is not a zip gives a report that is not ok
     */
    public static BundleReport verify(Path file, Collection<NoteVerifier> expected, Collection<WitnessKey> witnesses)
            throws IOException {
        return new BundleVerifier(expected, witnesses).run(file);
    }

    private BundleReport run(Path file) throws IOException {
        Optional<Verification> verified;
        try (BundleFile bundle = BundleFile.open(file, findings)) {
            verified = check(bundle);
        } catch (ZipException | EOFException e) {
            unreadable("the file", "the file is not a zip that can be read");
            verified = Optional.empty();
        } catch (UncheckedIOException e) {
            throw e.getCause(); // a source of tiles cannot throw it as it is
        }
        List<String> lines = ReportText.lines(findings, verified, keys, !expected.isEmpty(), proofs, spares, witnessed);
        return new BundleReport(findings.isEmpty(), !expected.isEmpty(), findings, lines);
    }

    private Optional<Verification> check(BundleFile bundle) {
        keys = keys(bundle);
        if (!bundle.undamaged(BundleLayout.README)) {
            unreadable(BundleLayout.README, "`" + BundleLayout.README + "` is missing or damaged");
        }
        Optional<SignedCheckpoint> head = checkpoint(bundle, BundleLayout.CHECKPOINT);
        List<SignedCheckpoint> older = new ArrayList<>();
        for (String name : bundle.names(BundleLayout.OLDER)) {
            checkpoint(bundle, name).ifPresent(signed -> {
                older.add(signed);
                if (!LogVerifier.nameOf(signed).equals(name)) {
                    unreadable(name, "`" + name + "` holds a checkpoint of another size");
                }
            });
        }
        if (head.isEmpty()) {
            return Optional.empty();
        }
        witnessed = new WitnessCheck(head.get(), older, findings)
                .require(witnesses)
                .mention(named(bundle))
                .lines();
        Checkpoint newest = head.get().checkpoint();
        String origin = keys.isEmpty() ? newest.origin() : keys.get(0).name();
        Verification verified = new LogVerifier(origin, keys).verify(head.get(), older, bundle);
        findings.addAll(verified.findings());
        spares = new SpareTiles(newest.size(), bundle, findings).check(bundle.tiles());
        for (String name : bundle.names(BundleLayout.PROOFS)) {
            checkProof(bundle, name, origin);
        }
        return Optional.of(verified);
    }

    private List<NoteVerifier> keys(BundleFile bundle) {
        List<NoteVerifier> embedded = new ArrayList<>();
        try {
            String text = bundle.read(BundleLayout.KEYS)
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                    .orElse("");
            if (!text.endsWith("\n")) {
                throw new Malformed("a key file ends in a newline");
            }
            text.lines().forEach(line -> embedded.add(NoteVerifier.parse(line)));
        } catch (Malformed e) {
            unreadable(BundleLayout.KEYS, "`" + BundleLayout.KEYS + "` is missing or holds no key");
        }
        if (expected.isEmpty()) {
            return embedded;
        }
        if (!expected.containsAll(embedded)) {
            String words = "the key in the bundle is not the expected one";
            findings.add(Finding.of(Finding.Kind.WRONG_LOG, BundleLayout.KEYS, words));
        }
        return expected;
    }

    /** The witnesses that the bundle's trust policy names and the caller does not. */
    private List<WitnessKey> named(BundleFile bundle) {
        try {
            TrustPolicy policy = TrustPolicy.parse(bundle.read(BundleLayout.POLICY)
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                    .orElse(""));
            if (!keys.containsAll(policy.logs())) {
                throw new Malformed("a trust policy names the log's keys");
            }
            return policy.witnesses().stream()
                    .filter(witness -> !witnesses.contains(witness))
                    .toList();
        } catch (Malformed e) {
            unreadable(
                    BundleLayout.POLICY, "`" + BundleLayout.POLICY + "` is missing or is not the policy of this log");
            return List.of();
        }
    }

    private Optional<SignedCheckpoint> checkpoint(BundleFile bundle, String name) {
        try {
            Optional<SignedCheckpoint> signed = bundle.read(name).map(SignedCheckpoint::parse);
            if (signed.isEmpty()) {
                unreadable(name, "`" + name + "` is missing");
            }
            return signed;
        } catch (Malformed e) {
            unreadable(name, "`" + name + "` is not a signed checkpoint");
            return Optional.empty();
        }
    }

    private void checkProof(BundleFile bundle, String name, String origin) {
        proofs++;
        try {
            LogProof proof = bundle.read(name)
                    .map(bytes -> LogProof.parse(new String(bytes, StandardCharsets.UTF_8)))
                    .orElseThrow();
            long number = proof.proof().index();
            boolean named = name.equals(BundleLayout.PROOFS + number + BundleLayout.PROOF_SUFFIX);
            boolean holds = entry(bundle, proof)
                    .filter(bytes -> proof.verify(Merkle.leafHash(bytes), origin, keys))
                    .isPresent();
            if (!named || !holds) {
                String words = "`" + name + "` does not prove that its entry is in the log";
                findings.add(Finding.of(Finding.Kind.BAD_PROOF, name, words));
            }
        } catch (Malformed e) {
            unreadable(name, "`" + name + "` is not a proof");
        }
    }

    private static Optional<byte[]> entry(BundleFile bundle, LogProof proof) {
        long number = proof.proof().index();
        int width = TilePath.widthAt(0, number / TilePath.FULL, proof.proof().size());
        int at = (int) (number % TilePath.FULL);
        if (at >= width) {
            return Optional.empty();
        }
        return new TileReader(bundle)
                .find(TilePath.entries(number / TilePath.FULL, width))
                .map(bytes -> EntryBundle.decode(EntryBundle.prefix(bytes, width), width)
                        .get(at));
    }

    private void unreadable(String subject, String words) {
        findings.add(Finding.of(Finding.Kind.UNREADABLE, subject, words));
    }
}
