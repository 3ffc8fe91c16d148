package confidant.witness;

import confidant.ledger.SignedCheckpoint;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The largest checkpoint seen of each log, one file each. {@link #put} returns when it is on the disk: whatever stops the
 * process, the file holds the checkpoint before or the one after. For one process, which {@link Keeping} sees to, and for one
 * thread at a time.
 */
final class Seen {
    private final Path folder;

    Seen(Path folder) {
        this.folder = folder;
    }

    /** @throws confidant.ledger.Malformed if the file was changed by others; then nothing may be cosigned */
    Optional<SignedCheckpoint> get(String origin) throws IOException {
        Path file = file(origin);
        return Files.exists(file) ? Optional.of(SignedCheckpoint.parse(Files.readAllBytes(file))) : Optional.empty();
    }

    void put(SignedCheckpoint checkpoint) throws IOException {
        Path file = file(checkpoint.checkpoint().origin());
        write(file, checkpoint.bytes());
    }

    /** All or nothing, and durable: the bytes are on the disk before they get their name, and so is the name. */
    static void write(Path file, byte[] bytes) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            java.nio.ByteBuffer buffer = java.nio.ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    // A log's name may hold anything; its hash is a file name everywhere.
    private Path file(String origin) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(origin.getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(hash) + ".checkpoint");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime has no SHA-256", e);
        }
    }
}
