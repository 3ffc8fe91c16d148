package confidant.fake.transit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** One named key with its versions, under the rules of the transit engine: real AES-256-GCM, real trimming. */
final class TransitKey {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE = 12;

    private final String type;
    private final boolean exportable;
    private final Map<Integer, byte[]> versions = new TreeMap<>();
    private int latest;
    private int minDecryption = 1;
    private int minEncryption;
    private int minAvailable;

    TransitKey(String type, boolean exportable) {
        this.type = type;
        this.exportable = exportable;
        rotate();
    }

    /** A copy of all there is, as a backup of the service would hold. */
    TransitKey copy() {
        TransitKey copy = new TransitKey(type, exportable);
        copy.versions.clear();
        versions.forEach((number, key) -> copy.versions.put(number, key.clone()));
        copy.latest = latest;
        copy.minDecryption = minDecryption;
        copy.minEncryption = minEncryption;
        copy.minAvailable = minAvailable;
        return copy;
    }

    void rotate() {
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        versions.put(++latest, key);
    }

    String encrypt(byte[] plain, byte[] associated) throws Refused {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] box = gcm(Cipher.ENCRYPT_MODE, latest, nonce, plain, associated);
        byte[] all = Arrays.copyOf(nonce, NONCE + box.length);
        System.arraycopy(box, 0, all, NONCE, box.length);
        return "vault:v" + latest + ":" + Base64.getEncoder().encodeToString(all);
    }

    byte[] decrypt(String text, byte[] associated) throws Refused {
        String[] parts = text.split(":", 3);
        if (parts.length != 3 || !parts[0].equals("vault") || !parts[1].matches("v[1-9][0-9]{0,8}")) {
            throw new Refused("invalid ciphertext: no prefix");
        }
        int version = Integer.parseInt(parts[1].substring(1));
        if (version > latest) {
            throw new Refused("invalid ciphertext: version is too new");
        }
        if (version < minDecryption) {
            throw new Refused("ciphertext or signature version is disallowed by policy (too old)");
        }
        byte[] all = Base64.getDecoder().decode(parts[2]);
        if (all.length < NONCE) {
            throw new Refused("invalid ciphertext: could not decode");
        }
        byte[] nonce = Arrays.copyOf(all, NONCE);
        byte[] box = Arrays.copyOfRange(all, NONCE, all.length);
        return gcm(Cipher.DECRYPT_MODE, version, nonce, box, associated);
    }

    private byte[] gcm(int mode, int version, byte[] nonce, byte[] in, byte[] associated) throws Refused {
        byte[] key = versions.get(version);
        if (key == null) {
            throw new Refused("no such key version");
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
            cipher.updateAAD(associated);
            return cipher.doFinal(in);
        } catch (GeneralSecurityException e) {
            throw new Refused("cipher: message authentication failed");
        }
    }

    void configure(int decryption, int encryption) throws Refused {
        if (decryption > latest) {
            throw new Refused(
                    "cannot set min decryption version of " + decryption + ", latest key version is " + latest);
        }
        if (encryption > latest) {
            throw new Refused(
                    "cannot set min encryption version of " + encryption + ", latest key version is " + latest);
        }
        if (encryption > 0 && encryption < Math.max(1, decryption)) {
            throw new Refused("cannot set min encryption/decryption values");
        }
        if (minAvailable > encryption || minAvailable > decryption) {
            throw new Refused("min version should not be less than min available version");
        }
        minDecryption = Math.max(1, decryption);
        minEncryption = encryption;
    }

    void trim(int available) throws Refused {
        if (available < minAvailable) {
            throw new Refused("minimum available version cannot be decremented");
        }
        if (minEncryption == 0) {
            throw new Refused("minimum available version cannot be set when minimum encryption version is not set");
        }
        if (available > minEncryption || available > minDecryption) {
            throw new Refused(
                    "minimum available version cannot be greater than minimum encryption or decryption version");
        }
        if (available < 1) {
            throw new Refused("minimum available version should be positive");
        }
        minAvailable = available;
        versions.keySet().removeIf(version -> version < available);
    }

    int minDecryption() {
        return minDecryption;
    }

    int minEncryption() {
        return minEncryption;
    }

    ObjectNode shown(ObjectMapper json, String name) {
        ObjectNode shown = json.createObjectNode()
                .put("name", name)
                .put("type", type)
                .put("derived", false)
                .put("exportable", exportable)
                .put("allow_plaintext_backup", false)
                .put("latest_version", latest)
                .put("min_available_version", minAvailable)
                .put("min_decryption_version", minDecryption)
                .put("min_encryption_version", minEncryption);
        ObjectNode keys = shown.putObject("keys");
        versions.keySet().stream()
                .filter(version -> version >= minDecryption)
                .forEach(version -> keys.put(String.valueOf(version), 1_700_000_000 + version));
        return shown;
    }

    /** What the engine answers with status 400. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }
}
