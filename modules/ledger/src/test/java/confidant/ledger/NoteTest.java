package confidant.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NoteTest {
    private static final NoteSigner SIGNER = NoteSigner.generate("desk.example/log", new SecureRandom());
    private static final NoteSigner OTHER = NoteSigner.generate("witness.example", new SecureRandom());
    private static final Checkpoint HEAD = new Checkpoint("desk.example/log", 7, Merkle.leafHash(new byte[] {7}));

    @Test
    void signer_signsAlike_afterBeingRestored() {
        NoteSignature signature = SIGNER.sign("text\n");
        assertThat(NoteSigner.ofSeed("desk.example/log", SIGNER.seed()).sign("text\n"))
                .isEqualTo(signature);
        assertThat(NoteSigner.ofPkcs8("desk.example/log", SIGNER.pkcs8()).sign("text\n"))
                .isEqualTo(signature);
        assertThat(NoteVerifier.parse(SIGNER.verifier().vkey()).verifies("text\n", signature))
                .isTrue();
        assertThat(NoteVerifier.parse(SIGNER.verifier().vkey()).verifies("Text\n", signature))
                .isFalse();
    }

    /** RFC 8032 section 7.1, test 1. */
    @Test
    void publicKey_followsFromTheSeed_asPublished() {
        byte[] seed = HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        assertThat(HexFormat.of().formatHex(Ed25519.publicOf(seed)))
                .isEqualTo("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    }

    @Test
    void signer_doesNotShowItsKey_asText() {
        assertThat(SIGNER).hasToString("NoteSigner[desk.example/log]");
    }

    @Test
    void note_isSigned_ifOneKnownKeySignedAndNoKnownKeyFails() {
        String text = HEAD.text();
        NoteSignature good = SIGNER.sign(text);
        NoteSignature foreign = OTHER.sign(text);
        NoteSignature wrong = OTHER.sign("something else\n");
        List<NoteVerifier> own = List.of(SIGNER.verifier());
        List<NoteVerifier> both = List.of(SIGNER.verifier(), OTHER.verifier());
        assertThat(new SignedNote(text, List.of(foreign, good)).isSignedBy(own)).isTrue();
        assertThat(new SignedNote(text, List.of(foreign)).isSignedBy(own)).isFalse();
        assertThat(new SignedNote(text, List.of(good, wrong)).isSignedBy(own)).isTrue();
        assertThat(new SignedNote(text, List.of(good, wrong)).isSignedBy(both)).isFalse();
        assertThat(new SignedNote(text, List.of(good)).isSignedBy(List.of())).isFalse();
    }

    @Test
    void checkpoint_isFoundOut_whateverByteIsChanged() {
        byte[] bytes = SignedCheckpoint.sign(HEAD, SIGNER).bytes();
        Random random = new Random(4);
        for (int at = 0; at < bytes.length; at++) {
            byte[] changed = bytes.clone();
            changed[at] ^= (byte) (1 << random.nextInt(8));
            assertThat(accepted(changed)).as("byte %d", at).isFalse();
        }
        assertThat(accepted(bytes)).isTrue();
    }

    private static boolean accepted(byte[] bytes) {
        try {
            return SignedCheckpoint.parse(bytes).isSignedBy(SIGNER.verifier());
        } catch (Malformed e) {
            return false;
        }
    }

    @Test
    void note_isRefused_whenItIsNotInForm() {
        String note = SignedCheckpoint.sign(HEAD, SIGNER).format();
        String signature = note.substring(note.lastIndexOf("\n\n") + 2);
        for (String odd : List.of(
                "",
                "text\n",
                "text\n\n",
                note.substring(0, note.length() - 1),
                note + "\n",
                note + "no signature\n",
                note.replace("log\n7", "log\r\n7"),
                note.replace("— ", "- "),
                "text\n\n" + signature.replace("desk.example/log ", "desk.example/a b "),
                "text\n\n" + signature.replace("desk.example/log ", " "))) {
            assertThatThrownBy(() -> SignedNote.parse(odd)).as(odd).isInstanceOf(Malformed.class);
        }
        assertThatThrownBy(() -> SignedNote.parse(new byte[] {(byte) 0xff, '\n', '\n'}))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void checkpoint_isRefused_whenItIsNotInForm() {
        String root = HEAD.root().base64();
        for (String odd : List.of(
                "o\n7\n" + root,
                "o\n7\n",
                "\n7\n" + root + "\n",
                "o\n07\n" + root + "\n",
                "o\n-7\n" + root + "\n",
                "o\n+7\n" + root + "\n",
                "o\n٧\n" + root + "\n",
                "o\n9223372036854775808\n" + root + "\n",
                "o\n0\n" + root + "\n",
                "o\n7\n" + root.replace("=", "") + "\n",
                "o\n7\n" + root.substring(4) + "\n",
                "o\n7\n" + root + "\n\n",
                "o\n7\n" + root + "\n\nx\n")) {
            assertThatThrownBy(() -> Checkpoint.parse(odd)).as(odd).isInstanceOf(Malformed.class);
        }
        Checkpoint extended = new Checkpoint("o", 7, HEAD.root(), List.of("more"));
        assertThat(Checkpoint.parse(extended.text())).isEqualTo(extended);
    }

    @Test
    void vkey_isRefused_whenAPartDoesNotFit() {
        String vkey = SIGNER.verifier().vkey();
        String[] parts = vkey.split("\\+", 3);
        for (String odd : List.of(
                "",
                parts[0],
                "other" + vkey,
                parts[0] + "+00000000+" + parts[2],
                parts[0] + "+" + parts[1].toUpperCase(Locale.ROOT) + "g+" + parts[2],
                vkey + "\n",
                vkey.substring(0, vkey.length() - 4))) {
            assertThatThrownBy(() -> NoteVerifier.parse(odd)).as(odd).isInstanceOf(Malformed.class);
        }
        assertThat(vkey.getBytes(StandardCharsets.US_ASCII)).hasSizeGreaterThan(50);
    }
}
