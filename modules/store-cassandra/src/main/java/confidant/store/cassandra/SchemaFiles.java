package confidant.store.cassandra;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** The numbered schema files of this version, in their order. A released file never changes. */
final class SchemaFiles {
    private static final List<String> NAMES = List.of(
            "001_house.cql",
            "002_keys.cql",
            "003_clients.cql",
            "004_conversations.cql",
            "005_library.cql",
            "006_ledger.cql",
            "007_sealed.cql",
            "010_key_rings.cql",
            "020_consent.cql",
            "030_passkeys.cql",
            "060_endings.cql",
            "062_shelves.cql",
            "066_succession.cql",
            "067_company.cql",
            "068_figures.cql",
            "069_attachments.cql",
            "071_tombstones.cql",
            "072_imports.cql",
            "073_glass.cql");

    /** @param hash SHA-256 (hex) of the text, so that a changed file is noticed */
    record File(int number, String name, String hash, List<String> statements) {}

    private SchemaFiles() {}

    static List<File> all() {
        return NAMES.stream().map(SchemaFiles::read).toList();
    }

    private static File read(String name) {
        try (InputStream in = SchemaFiles.class.getResourceAsStream("/schema/" + name)) {
            byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
            String text = new String(bytes, StandardCharsets.UTF_8);
            return new File(Integer.parseInt(name.substring(0, 3)), name, sha256(bytes), statements(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A statement ends with a semicolon at the end of a line; comments have lines of their own. */
    static List<String> statements(String text) {
        List<String> lines = Arrays.stream(text.split("\n"))
                .filter(line -> !line.startsWith("--"))
                .toList();
        List<String> statements = new ArrayList<>();
        for (String part : String.join("\n", lines).split(";\\s*(\n|$)")) {
            if (!part.isBlank()) {
                statements.add(part.strip());
            }
        }
        return statements;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
