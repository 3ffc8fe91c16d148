package confidant.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {
    private static final List<NoteVerifier> KEYS = List.of(TestLog.SIGNER.verifier());

    @TempDir
    private Path folder;

    private TestLog log;
    private Path file;
    private Map<String, byte[]> written;

    @BeforeEach
    void writeBundle() throws IOException {
        log = TestLog.ofSize(700, 200);
        file = folder.resolve("bundle.zip");
        Files.write(file, zip(log));
        written = ZipFiles.read(file);
    }

    private static byte[] zip(TestLog log) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Bundle(KEYS, log.head(), log.checkpoints, List.of(3L, 699L), log).writeTo(out);
        return out.toByteArray();
    }

    /** The bundle as another zip tool writes it, with the partial tiles of earlier sizes put in too. */
    private Map<String, byte[]> content() {
        Map<String, byte[]> content = new TreeMap<>(written);
        content.putAll(log.stored);
        return content;
    }

    private BundleReport verify(Map<String, byte[]> content) throws IOException {
        ZipFiles.write(file, content);
        return BundleVerifier.verify(file, KEYS);
    }

    @Test
    void bundle_verifies_withTheExpectedKey() throws IOException {
        BundleReport report = BundleVerifier.verify(file, KEYS);
        assertThat(report.findings()).isEmpty();
        assertThat(report.ok()).isTrue();
        assertThat(report.keyExpected()).isTrue();
        assertThat(report.lines())
                .contains("entries:     700 of 700 hashed again", "proofs:      2 checked")
                .last()
                .asString()
                .startsWith("OK");
        assertThat(verify(content()).findings()).isEmpty();
    }

    @Test
    void bundle_saysSoAndPrintsTheKey_whenTheKeyIsItsOwn() throws IOException {
        BundleReport report = BundleVerifier.verify(file);
        assertThat(report.ok()).isTrue();
        assertThat(report.keyExpected()).isFalse();
        assertThat(String.join("\n", report.lines()))
                .contains(KEYS.get(0).vkey())
                .contains("taken from the bundle");
    }

    @Test
    void bundle_isRefused_whenItBringsAnotherKey() throws IOException {
        NoteSigner forger = NoteSigner.generate(TestLog.ORIGIN, new SecureRandom());
        SignedCheckpoint head = SignedCheckpoint.sign(log.head().checkpoint(), forger);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Bundle(forger.verifier(), head, List.of(), log).writeTo(out);
        Files.write(file, out.toByteArray());
        assertThat(BundleVerifier.verify(file).ok()).isTrue();
        assertThat(BundleVerifier.verify(file, KEYS).findings().stream().map(Finding::kind))
                .contains(Finding.Kind.WRONG_LOG, Finding.Kind.BAD_SIGNATURE);
    }

    @Test
    void bundle_hasTheSameBytes_whenWrittenAgain() throws IOException {
        assertThat(zip(log)).isEqualTo(Files.readAllBytes(file));
    }

    @Test
    void readme_isInThreeLanguages() throws IOException {
        String readme = new String(ZipFiles.read(file).get("README.txt"), StandardCharsets.UTF_8);
        assertThat(readme).contains("published", "比對", "比对");
    }

    @Test
    void flippedBits_areAllFound_andTheEntryIsNamed() throws IOException {
        Random random = new Random(20_261_122);
        Map<String, byte[]> good = content();
        List<String> names = new ArrayList<>(good.keySet());
        names.remove("README.txt");
        for (int round = 0; round < 300; round++) {
            String name = names.get(random.nextInt(names.size()));
            byte[] bytes = good.get(name).clone();
            int at = random.nextInt(bytes.length);
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            Map<String, byte[]> changed = new TreeMap<>(good);
            changed.put(name, bytes);
            BundleReport report = verify(changed);
            assertThat(report.ok()).as("%s at %d", name, at).isFalse();
            assertThat(report.findings()).isNotEmpty();
            OptionalLong number = numberAt(name, good.get(name), at);
            if (number.isPresent()) {
                assertThat(report.firstBadEntry()).as("%s at %d", name, at).isEqualTo(number);
            }
        }
    }

    /** Which entry a byte of a bundle or of a level-0 tile belongs to. */
    private static OptionalLong numberAt(String name, byte[] bytes, int at) {
        TilePath path = BundleLayout.tile(name).orElse(TilePath.hashes(1, 0, 1));
        if (path.level() > 0) {
            return OptionalLong.empty();
        }
        if (!path.isEntries()) {
            return OptionalLong.of(path.firstEntry() + at / Hash.BYTES);
        }
        int end = 0;
        long number = path.firstEntry();
        for (byte[] entry : EntryBundle.decode(bytes, path.width())) {
            end += 2 + entry.length;
            if (at < end) {
                return OptionalLong.of(number);
            }
            number++;
        }
        throw new AssertionError("offset beyond the bundle");
    }

    @Test
    void byteFlippedInTheZipItself_isNamedByItsEntry() throws IOException {
        byte[] zip = Files.readAllBytes(file);
        byte[] marker = "entry 300".getBytes(StandardCharsets.UTF_8);
        int at = new String(zip, StandardCharsets.ISO_8859_1).indexOf("entry 300");
        assertThat(Arrays.copyOfRange(zip, at, at + marker.length)).isEqualTo(marker);
        zip[at + 2] ^= 1;
        Files.write(file, zip);
        assertThat(BundleVerifier.verify(file).firstBadEntry()).hasValue(300);
    }

    @Test
    void damagedZip_givesAReport_andIsOkOnlyIfItsFilesAreWhole() throws IOException {
        byte[] stored = Files.readAllBytes(file);
        ZipFiles.write(file, content());
        byte[] deflated = Files.readAllBytes(file);
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            byte[] zip = (round % 2 == 0 ? stored : deflated).clone();
            // Half of them in the directory at the end, where sizes, methods and names stand.
            int at = round % 4 < 2 ? random.nextInt(zip.length) : zip.length - 1 - random.nextInt(2000);
            zip[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, zip);
            BundleReport report = BundleVerifier.verify(file, KEYS);
            assertThat(report.ok()).isEqualTo(report.findings().isEmpty());
            if (report.ok()) {
                Map<String, byte[]> read = ZipFiles.read(file);
                written.forEach((name, bytes) -> {
                    if (!name.startsWith("checkpoints/") && !name.startsWith("proofs/")) {
                        assertThat(read.get(name)).as(name).isEqualTo(bytes);
                    }
                });
            }
        }
    }

    @Test
    void truncatedZip_givesAReport() throws IOException {
        byte[] zip = Files.readAllBytes(file);
        for (int length = 0; length < zip.length; length += 997) {
            Files.write(file, Arrays.copyOf(zip, length));
            assertThat(BundleVerifier.verify(file, KEYS).ok()).isFalse();
        }
    }

    @Test
    void filesThatAreNotOfALog_areFound() throws IOException {
        for (String name : List.of(
                "../../etc/passwd",
                "/etc/passwd",
                "tile/0/../000",
                "tile/0/000.exe",
                "C:\\x",
                "tile/0/009",
                "checkpoints/01")) {
            Map<String, byte[]> changed = content();
            changed.put(name, new byte[32]);
            assertThat(verify(changed).findings().stream().map(Finding::kind))
                    .as(name)
                    .containsExactly(Finding.Kind.STRANGE_FILE);
        }
        Map<String, byte[]> folders = content();
        folders.put("tile/", new byte[0]);
        folders.put("tile/0/", new byte[0]);
        assertThat(verify(folders).ok()).isTrue();
    }

    @Test
    void missingFiles_areFound() throws IOException {
        Map<String, byte[]> good = ZipFiles.read(file);
        for (String name : good.keySet()) {
            if (!name.startsWith("checkpoints/") && !name.startsWith("proofs/")) {
                Map<String, byte[]> changed = new TreeMap<>(good);
                changed.remove(name);
                assertThat(verify(changed).ok()).as(name).isFalse();
            }
        }
    }

    @Test
    void proofOfAnotherEntry_isFound() throws IOException {
        Map<String, byte[]> changed = content();
        changed.put("proofs/4.tlog-proof", changed.get("proofs/3.tlog-proof"));
        assertThat(verify(changed).findings().stream().map(Finding::kind)).containsExactly(Finding.Kind.BAD_PROOF);
    }

    @Test
    void swellingZip_isRefused() throws IOException {
        Map<String, byte[]> bomb = content();
        for (int i = 10; i < 20; i++) {
            bomb.put("tile/entries/" + (100 + i), new byte[EntryBundle.MOST_BYTES]);
        }
        assertThat(verify(bomb).findings().stream().map(Finding::kind)).containsExactly(Finding.Kind.UNREADABLE);
        Map<String, byte[]> large = content();
        large.put("checkpoint", new byte[BundleLayout.MOST_TEXT_BYTES + 1]);
        assertThat(verify(large).ok()).isFalse();
    }

    @Test
    void fileThatIsNoZip_givesAReport_andAMissingFileAnError() throws IOException {
        Files.writeString(file, "no zip");
        assertThat(BundleVerifier.verify(file).findings().stream().map(Finding::kind))
                .containsExactly(Finding.Kind.UNREADABLE);
        assertThatThrownBy(() -> BundleVerifier.verify(folder.resolve("none.zip")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void bundle_isNotWritten_whenATileIsMissing() {
        log.stored.remove("tile/0/001");
        assertThatThrownBy(() -> zip(log)).isInstanceOf(Damaged.class).hasMessageContaining("tile/0/001");
    }
}
