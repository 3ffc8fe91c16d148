package confidant.vault;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A root that remembers the arrays with secrets that it was handed or handed out, and can refuse to wrap. */
final class WatchedRoot implements RootKey {
    /** The very arrays, so that a test sees whether they were wiped. */
    final List<byte[]> secrets = new ArrayList<>();

    /** What lay in each of them at that moment. */
    final List<byte[]> copies = new ArrayList<>();

    boolean refuses;
    private final RootKey root;

    WatchedRoot(RootKey root) {
        this.root = root;
    }

    @Override
    public byte[] wrap(byte[] key, byte[] associated) {
        watch(key);
        if (refuses) {
            throw new VaultRefused("not now");
        }
        return root.wrap(key, associated);
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] associated) {
        return watch(root.unwrap(wrapped, associated));
    }

    private byte[] watch(byte[] secret) {
        secrets.add(secret);
        copies.add(secret.clone());
        return secret;
    }

    @Override
    public int epoch() {
        return root.epoch();
    }

    @Override
    public int newEpoch() {
        return root.newEpoch();
    }

    @Override
    public Destroyed destroyEpoch(int epoch, Instant now) {
        return root.destroyEpoch(epoch, now);
    }

    @Override
    public boolean erasureFinal() {
        return root.erasureFinal();
    }

    @Override
    public Duration lingers() {
        return root.lingers();
    }

    @Override
    public String kind() {
        return root.kind();
    }
}
