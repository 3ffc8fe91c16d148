package confidant.policy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The files of a policies folder that decide: schema, rules and YAML, and those of {@code jurisdictions/}, whose names carry
 * that of their folder. Golden tables and notes for people are left out.
 */
record PolicyFiles(SortedMap<String, byte[]> bytes) {
    /** More than any set of rules that people can read; a pack that unpacks to more is none. */
    private static final int MOST = 8 << 20;

    private static final List<String> NEEDED = List.of(CedarText.SCHEMA, Facts.PURPOSES, Facts.CLASSES, Facts.WINDOWS);

    static PolicyFiles read(Path folder, List<PolicyProblem> problems) {
        SortedMap<String, byte[]> read = new TreeMap<>();
        try {
            take(folder, "", read);
            if (Files.isDirectory(folder.resolve(Jurisdictions.FOLDER))) {
                take(folder.resolve(Jurisdictions.FOLDER), Jurisdictions.FOLDER, read);
            }
        } catch (IOException e) {
            problems.add(new PolicyProblem(
                    name(folder), "", "the folder cannot be read", "check that it exists and may be read"));
        }
        for (String needed : NEEDED) {
            if (!read.containsKey(needed)) {
                problems.add(new PolicyProblem(needed, "", "the file is missing", "restore it from the release"));
            }
        }
        return new PolicyFiles(read);
    }

    private static void take(Path folder, String prefix, Map<String, byte[]> read) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(PolicyFiles::decides).toList()) {
                read.put(prefix + name(file), Files.readAllBytes(file));
            }
        }
    }

    /** SHA-256 (hex) over the files in the order of their names, each name and content with its length before it. */
    String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            bytes.forEach((name, content) -> {
                update(digest, name.getBytes(StandardCharsets.UTF_8));
                update(digest, content);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime lacks SHA-256", e);
        }
    }

    /** Names and contents, each with its length before it, compressed. */
    byte[] pack() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(packed))) {
            for (Map.Entry<String, byte[]> file : bytes.entrySet()) {
                out.writeUTF(file.getKey());
                out.writeInt(file.getValue().length);
                out.write(file.getValue());
            }
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot be written to", e);
        }
        return packed.toByteArray();
    }

    /** @throws IllegalArgumentException if it is no pack */
    static PolicyFiles unpack(byte[] packed) {
        SortedMap<String, byte[]> read = new TreeMap<>();
        try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] all = unzipped.readNBytes(MOST);
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(all));
            while (in.available() > 0) {
                String name = in.readUTF();
                int length = in.readInt();
                if (length < 0 || length > in.available()) {
                    throw new IllegalArgumentException("the packed rules are damaged");
                }
                read.put(name, in.readNBytes(length));
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("the packed rules are damaged", e);
        }
        return new PolicyFiles(read);
    }

    Map<String, String> texts(List<PolicyProblem> problems) {
        SortedMap<String, String> texts = new TreeMap<>();
        bytes.forEach((name, content) -> {
            try {
                texts.put(
                        name,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .decode(ByteBuffer.wrap(content))
                                .toString());
            } catch (CharacterCodingException e) {
                problems.add(new PolicyProblem(name, "", "the file is not UTF-8", "save it as UTF-8"));
            }
        });
        return texts;
    }

    private static boolean decides(Path file) {
        String name = name(file);
        return Files.isRegularFile(file)
                && (name.endsWith(".cedar") || name.endsWith(".yaml") || name.equals(CedarText.SCHEMA));
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static void update(MessageDigest digest, byte[] part) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        digest.update(part);
    }
}
