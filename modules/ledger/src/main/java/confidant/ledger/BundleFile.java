package confidant.ledger;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A bundle opened for reading. Nothing is unpacked to a disk. Against zips made to harm: names must be ours, a file's
 * size must fit its kind, files may not
 * overlap in the zip, and together they may be at most a hundred times the zip's size.
 */
final class BundleFile implements AutoCloseable, TileSource {
    private static final long SMALL = 64L << 20;
    private static final int MOST_SWELLING = 100;

    private final ZipFile zip;
    private final SortedMap<String, ZipEntry> files = new TreeMap<>();
    private final Set<String> damaged = new HashSet<>();
    private final List<Finding> findings;

    private BundleFile(ZipFile zip, List<Finding> findings) {
        this.zip = zip;
        this.findings = findings;
    }

    /** @throws ZipException if this is not a zip, or one that would swell beyond reason */
    static BundleFile open(Path path, List<Finding> findings) throws IOException {
        ZipFile zip = new ZipFile(path.toFile());
        try {
            BundleFile bundle = new BundleFile(zip, findings);
            bundle.index(Files.size(path));
            return bundle;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private void index(long zipSize) throws ZipException {
        long packed = 0;
        long unpacked = 0;
        for (ZipEntry entry : Collections.list(zip.entries())) {
            packed += Math.max(0, entry.getCompressedSize());
            unpacked += Math.max(0, entry.getSize());
            if (packed > zipSize || unpacked > Math.max(SMALL, zipSize * MOST_SWELLING)) {
                throw new ZipException("swells beyond reason");
            }
            if (BundleLayout.isFolder(entry.getName())) {
                continue;
            }
            if (entry.getSize() < 0 || entry.getSize() > BundleLayout.mostBytes(entry.getName())) {
                // The name may be anybody's invention and is not repeated.
                strange("a file in the bundle has a name or size that no file of a log has");
            } else if (files.putIfAbsent(entry.getName(), entry) != null) {
                strange("`" + entry.getName() + "` is in the bundle twice");
            }
        }
    }

    private void strange(String words) {
        findings.add(Finding.of(Finding.Kind.STRANGE_FILE, "", words));
    }

    List<String> names(String prefix) {
        return files.keySet().stream().filter(name -> name.startsWith(prefix)).toList();
    }

    List<TilePath> tiles() {
        List<TilePath> tiles = new ArrayList<>();
        files.keySet().forEach(name -> BundleLayout.tile(name).ifPresent(tiles::add));
        return tiles;
    }

    /** A file's bytes; of a damaged file, those before the damage. */
    Optional<byte[]> read(String name) {
        return Optional.ofNullable(files.get(name)).map(this::bytes);
    }

    @Override
    public Optional<byte[]> read(TilePath path) {
        return read(path.text());
    }

    /** Whether a file's checksum in the zip fits; only for files that nothing else vouches for. */
    boolean undamaged(String name) {
        ZipEntry entry = files.get(name);
        if (entry == null) {
            return false;
        }
        CRC32 crc = new CRC32();
        crc.update(bytes(entry));
        return crc.getValue() == entry.getCrc();
    }

    private byte[] bytes(ZipEntry entry) {
        int size = (int) entry.getSize();
        byte[] bytes = new byte[size + 1];
        int read = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int more = 0; more >= 0 && read < bytes.length; more = in.read(bytes, read, bytes.length - read)) {
                read += more;
            }
        } catch (ZipException | EOFException e) {
            // What was read so far tells the verifier which entry is the first that is lost.
            damaged(entry.getName());
            return Arrays.copyOf(bytes, Math.min(read, size));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (read != size) {
            damaged(entry.getName()); // other tools would unpack something else than what is checked here
        }
        return Arrays.copyOf(bytes, Math.min(read, size));
    }

    private void damaged(String name) {
        if (damaged.add(name)) {
            findings.add(Finding.of(Finding.Kind.UNREADABLE, name, "`" + name + "` is damaged in the zip"));
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
