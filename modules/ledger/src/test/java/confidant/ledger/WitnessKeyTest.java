package confidant.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessKeyTest {
    private static final Cosigner COSIGNER = Cosigner.generate("auditor.example/w1", new SecureRandom());
    private static final Instant AT = Instant.parse("2026-11-25T04:00:00Z");

    private final TestLog log = TestLog.ofSize(300, 100);
    private final SignedCheckpoint cosigned =
            log.head().with(List.of(COSIGNER.cosign(log.head().checkpoint(), AT)));

    @TempDir
    private Path folder;

    private BundleReport verify(SignedCheckpoint head, List<WitnessKey> wanted) throws Exception {
        Path file = folder.resolve("bundle.zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            List<SignedCheckpoint> older = List.of(log.checkpoints
                    .get(1)
                    .with(List.of(COSIGNER.cosign(log.checkpoints.get(1).checkpoint(), AT))));
            new Bundle(List.of(TestLog.SIGNER.verifier()), head, older, List.of(), log, List.of(COSIGNER.witness()))
                    .writeTo(out);
        }
        return BundleVerifier.verify(file, List.of(TestLog.SIGNER.verifier()), wanted);
    }

    @Test
    void cosignature_verifies_andTellsItsTime() {
        WitnessKey key = WitnessKey.parse(COSIGNER.witness().vkey());
        assertThat(key.cosigned(cosigned.note())).hasValue(AT);
        assertThat(cosigned.isSignedBy(TestLog.SIGNER.verifier())).isTrue();
        assertThat(SignedCheckpoint.parse(cosigned.bytes())).isEqualTo(cosigned);
        assertThat(key.cosigned(log.head().note())).isEmpty();
    }

    @Test
    void cosignature_isRefused_whenTimeTextOrKeyDiffer() {
        WitnessKey key = COSIGNER.witness();
        NoteSignature line = COSIGNER.cosign(log.head().checkpoint(), AT);
        String text = log.head().note().text();
        assertThat(key.time(text, line)).hasValue(AT);
        assertThat(key.time(text + "more\n", line)).isEmpty();
        byte[] later = line.signature();
        later[7] ^= 1;
        assertThat(key.time(text, NoteSignature.of(key.name(), key.keyId(), later)))
                .isEmpty();
        assertThat(Cosigner.generate(key.name(), new SecureRandom()).witness().time(text, line))
                .isEmpty();
        assertThatThrownBy(() -> WitnessKey.parse(TestLog.SIGNER.verifier().vkey()))
                .isInstanceOf(Malformed.class);
    }

    /** The example of the specification, whose key is not published: its form must be read. */
    @Test
    void exampleOfTheSpecification_isRead() {
        String example = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n"
                + "\u2014 example.com/behind-the-sofa"
                + " Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n"
                + "\u2014 witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n";
        SignedCheckpoint read = SignedCheckpoint.parse(example);
        assertThat(read.format()).isEqualTo(example);
        byte[] signature = read.note().signatures().get(1).signature();
        assertThat(signature).hasSize(8 + Ed25519.SIGNATURE_BYTES);
        assertThat(java.nio.ByteBuffer.wrap(signature).getLong()).isEqualTo(1_679_315_147L);
    }

    @Test
    void request_readsBackTheSame_andNothingElseIsRead() {
        List<Hash> proof = new ProofBuilder(log, 300).consistency(100, 300).path();
        AddCheckpoint request = new AddCheckpoint(100, proof, log.head());
        assertThat(AddCheckpoint.parse(request.format())).isEqualTo(request);
        assertThat(AddCheckpoint.parse(new AddCheckpoint(0, List.of(), log.head()).format())
                        .proof())
                .isEmpty();
        for (String broken : List.of("", "old 01\n\n", "old -1\n\n", "new 1\n\n", "old 1\nxx\n\n")) {
            assertThatThrownBy(() -> AddCheckpoint.parse(broken + log.head().format()))
                    .isInstanceOf(Malformed.class);
        }
        String long64 = "old 1\n" + (proof.get(0).base64() + "\n").repeat(64) + "\n"
                + log.head().format();
        assertThatThrownBy(() -> AddCheckpoint.parse(long64)).isInstanceOf(Malformed.class);
    }

    @Test
    void trustPolicy_readsBackTheSame() {
        WitnessKey other =
                Cosigner.generate("auditor.example/w2", new SecureRandom()).witness();
        for (List<WitnessKey> witnesses :
                List.of(List.<WitnessKey>of(), List.of(other), List.of(COSIGNER.witness(), other))) {
            TrustPolicy policy = new TrustPolicy(List.of(TestLog.SIGNER.verifier()), witnesses);
            assertThat(TrustPolicy.parse(policy.format())).isEqualTo(policy);
        }
        assertThatThrownBy(() -> TrustPolicy.parse("quorum none\n")).isInstanceOf(Malformed.class);
    }

    @Test
    void bundle_isAccepted_whenTheWitnessYouKnowCosignedItsHead() throws Exception {
        BundleReport report = verify(cosigned, List.of(COSIGNER.witness()));
        assertThat(report.findings()).isEmpty();
        assertThat(report.lines())
                .anyMatch(line -> line.startsWith("witness:     auditor.example/w1 cosigned at " + AT));
        assertThat(verify(cosigned, List.of()).lines()).anyMatch(line -> line.contains("the bundle's own"));
    }

    @Test
    void bundle_isRefused_whenTheWitnessYouKnowDidNotCosignItsHead() throws Exception {
        assertThat(verify(log.head(), List.of()).ok()).isTrue();
        assertThat(verify(log.head(), List.of(COSIGNER.witness())).findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(Finding.Kind.NOT_WITNESSED);
                    assertThat(finding.words()).contains("from 200 on");
                });
        WitnessKey stranger =
                Cosigner.generate("auditor.example/w1", new SecureRandom()).witness();
        assertThat(verify(cosigned, List.of(stranger)).findings().get(0).words())
                .contains("nothing of this log");
    }

    @Test
    void cosignature_isAccepted_byTheGoVerifier() throws Exception {
        GoVerifier go = GoVerifier.build(folder);
        verify(cosigned, List.of());
        Path file = folder.resolve("bundle.zip");
        assertThat(go.check(file, "-witness", COSIGNER.witness().vkey()).words())
                .startsWith("OK: 300 entries");
        WitnessKey stranger =
                Cosigner.generate("auditor.example/w1", new SecureRandom()).witness();
        assertThat(go.check(file, "-witness", stranger.vkey()).ok()).isFalse();
    }
}
