package confidant.transit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import confidant.transit.TransitCalls.Answer;
import confidant.vault.RootKey;
import confidant.vault.RootUnavailable;
import confidant.vault.VaultRefused;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The root key as a versioned key of a transit engine: an epoch is a version, and destroying it raises the least version
 * that decrypts and then trims those below it, which removes their key material for good. A backup of the service from
 * before may still hold them, so the promised date is that of its last backup. Thread-safe; blocks.
 */
public final class TransitRootKey implements RootKey {
    private static final Set<String> TYPES = Set.of("aes256-gcm96", "chacha20-poly1305");
    private static final String PREFIX = "vault:v";

    private final TransitSettings settings;
    private final TransitCalls calls;

    private TransitRootKey(TransitSettings settings, TransitCalls calls) {
        this.settings = settings;
        this.calls = calls;
    }

    /**
     * Looks at the key, and makes it where there is none.
     *
     * @param token gives the token of this moment, for each call anew
     * @throws VaultRefused if the key is of a kind that cannot serve, or could leave the service
     * @throws RootUnavailable if the service cannot be asked
     */
    public static TransitRootKey open(TransitSettings settings, Supplier<String> token) {
        TransitRootKey root = new TransitRootKey(settings, new TransitCalls(settings, token));
        Answer key = root.calls.get(root.key());
        if (key.status() == 404) {
            root.done(root.calls.post(root.key(), TransitCalls.body().put("type", "aes256-gcm96")));
            key = root.calls.get(root.key());
        }
        root.require(root.done(key));
        return root;
    }

    private void require(JsonNode key) {
        if (!TYPES.contains(key.path("type").asText())) {
            throw new VaultRefused("the transit key is of a type that binds no associated data");
        }
        if (key.path("derived").asBoolean(false)) {
            throw new VaultRefused("the transit key derives its keys, make one that does not");
        }
        // A key that may be carried out of the service may live on in somebody's hands after its destruction.
        if (key.path("exportable").asBoolean(false)
                || key.path("allow_plaintext_backup").asBoolean(false)) {
            throw new VaultRefused("the transit key can be exported or backed up in plain, make one that cannot");
        }
    }

    @Override
    public byte[] wrap(byte[] key, byte[] associated) {
        ObjectNode body = TransitCalls.body().put("plaintext", base64(key)).put("associated_data", base64(associated));
        String made = done(calls.post("encrypt/" + settings.key(), body))
                .path("ciphertext")
                .asText();
        int colon = made.indexOf(':', PREFIX.length());
        if (!made.startsWith(PREFIX) || colon < 0) {
            throw new RootUnavailable("the key service gives an answer that is none");
        }
        try {
            int version = Integer.parseInt(made.substring(PREFIX.length(), colon));
            byte[] box = Base64.getDecoder().decode(made.substring(colon + 1));
            return ByteBuffer.allocate(HEAD + box.length)
                    .put((byte) 1)
                    .putInt(version)
                    .put(box)
                    .array();
        } catch (IllegalArgumentException garbled) {
            throw new RootUnavailable("the key service gives an answer that is none");
        }
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] associated) {
        int version = RootKey.epochOf(wrapped);
        String cipher = PREFIX + version + ":" + base64(Arrays.copyOfRange(wrapped, HEAD, wrapped.length));
        ObjectNode body = TransitCalls.body().put("ciphertext", cipher).put("associated_data", base64(associated));
        String plain = done(calls.post("decrypt/" + settings.key(), body))
                .path("plaintext")
                .asText();
        return Base64.getDecoder().decode(plain);
    }

    @Override
    public int epoch() {
        return done(calls.get(key())).path("latest_version").asInt();
    }

    @Override
    public int newEpoch() {
        done(calls.post(key() + "/rotate", TransitCalls.body()));
        return epoch();
    }

    @Override
    public Destroyed destroyEpoch(int epoch, Instant now) {
        JsonNode key = done(calls.get(key()));
        if (epoch >= key.path("latest_version").asInt()) {
            throw new VaultRefused("only an earlier epoch can be destroyed");
        }
        int least = epoch + 1;
        if (key.path("min_available_version").asInt(0) < least) {
            if (key.path("min_decryption_version").asInt() < least
                    || key.path("min_encryption_version").asInt() < least) {
                done(calls.post(
                        key() + "/config",
                        TransitCalls.body().put("min_decryption_version", least).put("min_encryption_version", least)));
            }
            done(calls.post(key() + "/trim", TransitCalls.body().put("min_available_version", least)));
        }
        // Believed only when the service says so itself.
        if (done(calls.get(key())).path("min_available_version").asInt(0) < least) {
            throw new RootUnavailable("the key service did not trim the key");
        }
        return new Destroyed(epoch, now.plus(settings.snapshotsKept()), true);
    }

    @Override
    public boolean erasureFinal() {
        return true;
    }

    @Override
    public Duration lingers() {
        return settings.snapshotsKept();
    }

    @Override
    public String kind() {
        return "transit";
    }

    private String key() {
        return "keys/" + settings.key();
    }

    private JsonNode done(Answer answer) {
        if (answer.done()) {
            return answer.data();
        }
        if (answer.status() == 404) {
            throw new RootUnavailable("the key service knows no such key or mount");
        }
        if (answer.speaksOf("too old")) {
            throw new VaultRefused("the epoch of the wrapped key is destroyed");
        }
        throw new VaultRefused("the key service refuses, what is asked does not fit the key");
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "(root key)";
    }
}
