package confidant.vault;

import confidant.model.Address;
import confidant.model.BlindKey;
import confidant.model.ClientId;
import confidant.model.HouseId;
import confidant.model.PoolId;
import confidant.model.Precision;
import confidant.model.Purpose;
import confidant.model.Sealed;
import confidant.model.Slot;
import confidant.policy.Opening;
import confidant.vault.KeyBytes.CipherSuite;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/**
 * The one place where data of one house are sealed and opened. Thread-safe. The constructor, {@link #newHouseKeys},
 * {@link #newPoolKey} and {@link #openPool} may block on the root key: call them on a worker; all else is a few
 * microseconds of CPU. Asked for another house than its own, it refuses.
 */
public final class Vault {
    private static final int LOOKUP_SIZE = 16;
    private static final int DUE_KEY_NO = 1;

    private final RootKey root;
    private final HouseId house;
    private final HouseKeys houseKeys;

    /**
     * A vault for one house.
     *
     * @param wrappedHouseKeys what {@link #newHouseKeys} gave for this house
     * @throws VaultRefused if they were not made for this house under this root
     */
    public Vault(RootKey root, HouseId house, byte[] wrappedHouseKeys) {
        this.root = root;
        this.house = house;
        this.houseKeys = HouseKeys.open(root, house, wrappedHouseKeys);
    }

    /**
     * Fresh keys for address look-ups, pseudonyms and due entries of one house, wrapped by the root, ready to be stored.
     * Made once per house: with other keys no stored address is found again.
     */
    public static byte[] newHouseKeys(RootKey root, HouseId house) {
        return HouseKeys.fresh(root, house);
    }

    /** The root that all of this hangs from. */
    public RootKey root() {
        return root;
    }

    /** Wraps a secret of the house, other than its house keys, to be stored under {@code name}. Blocks on the root. */
    public static byte[] wrapNamed(RootKey root, HouseId house, String name, byte[] secret) {
        return root.wrap(secret, Bound.named(house, name));
    }

    /**
     * The reverse of {@link #wrapNamed}. Blocks on the root.
     *
     * @throws VaultRefused if it was not wrapped for this house and name
     */
    public static byte[] unwrapNamed(RootKey root, HouseId house, String name, byte[] wrapped) {
        return root.unwrap(wrapped, Bound.named(house, name));
    }

    /** What is stored under {@code name}, house keys too, wrapped again in the root's current epoch. Blocks on the root. */
    public byte[] rewrapNamed(String name, byte[] wrapped) {
        return rewrap(wrapped, Bound.named(house, name));
    }

    /** A fresh pool key, wrapped by the root, ready to be stored. Blocks on the root, as the next two do. */
    public byte[] newPoolKey(HouseId house, PoolId pool, int version) {
        requireOwn(house);
        return KeyBytes.wiping(KeyBytes.random(), fresh -> root.wrap(fresh, Bound.poolKey(house, pool, version)));
    }

    /**
     * Unwraps a stored pool key.
     *
     * @throws VaultRefused if it was not made for this house, pool and version
     */
    public PoolKey openPool(HouseId house, PoolId pool, int version, byte[] wrapped) {
        requireOwn(house);
        byte[] key = root.unwrap(wrapped, Bound.poolKey(house, pool, version));
        return new PoolKey(pool, version, KeyBytes.owning(key));
    }

    /** The same pool key, wrapped again in the root's current epoch. */
    public byte[] rewrapPool(PoolId pool, int version, byte[] wrapped) {
        return rewrap(wrapped, Bound.poolKey(house, pool, version));
    }

    private byte[] rewrap(byte[] wrapped, byte[] bound) {
        return KeyBytes.wiping(root.unwrap(wrapped, bound), key -> root.wrap(key, bound));
    }

    /**
     * Seals one part of a pool's key ring.
     *
     * @param entries those of the clients of this part; their keys must not be wiped meanwhile
     */
    public byte[] sealPart(PoolKey poolKey, RingPlace place, List<RingEntry> entries) {
        byte[] bound = boundPart(poolKey, place);
        byte[] box = KeyBytes.wiping(
                RingText.write(entries), plain -> poolKey.bytes().seal(CipherSuite.GCM, plain, bound));
        return Envelope.value(CipherSuite.GCM, poolKey.version(), box).bytes();
    }

    /**
     * Opens one part of a pool's key ring.
     *
     * @throws VaultRefused if it was not sealed for this house, pool, ring and part under this key
     */
    public List<RingEntry> openPart(PoolKey poolKey, RingPlace place, byte[] sealed) {
        byte[] box = Envelope.box(CipherSuite.GCM, poolKey.version(), new Sealed(sealed));
        byte[] bound = boundPart(poolKey, place);
        return KeyBytes.wiping(
                poolKey.bytes().open(CipherSuite.GCM, box, bound), plain -> RingText.read(poolKey.pool(), plain));
    }

    /** A fresh random key for one (client, purpose), wrapped by the pool key, ready to be stored. */
    public byte[] newDataKey(PoolKey poolKey, ClientId client, Purpose purpose, int keyNo) {
        byte[] bound = boundData(poolKey.pool(), client, purpose, keyNo);
        byte[] box = KeyBytes.wiping(KeyBytes.random(), fresh -> poolKey.bytes().seal(CipherSuite.GCM, fresh, bound));
        return Envelope.wrapped(CipherSuite.GCM, poolKey.version(), box);
    }

    /** The same data key, wrapped by this pool key. */
    public byte[] wrapDataKey(PoolKey poolKey, DataKey key) {
        byte[] bound = boundData(poolKey.pool(), key.client(), key.purpose(), key.keyNo());
        byte[] box = key.bytes().use(raw -> poolKey.bytes().seal(CipherSuite.GCM, raw, bound));
        return Envelope.wrapped(CipherSuite.GCM, poolKey.version(), box);
    }

    /**
     * Unwraps a stored data key.
     *
     * @throws VaultRefused if it was not made for this pool, client, purpose and number
     */
    public DataKey openDataKey(PoolKey poolKey, ClientId client, Purpose purpose, int keyNo, byte[] wrapped) {
        byte[] box = Envelope.unwrap(CipherSuite.GCM, poolKey.version(), wrapped);
        byte[] bound = boundData(poolKey.pool(), client, purpose, keyNo);
        byte[] key = poolKey.bytes().open(CipherSuite.GCM, box, bound);
        return new DataKey(poolKey.pool(), client, purpose, keyNo, KeyBytes.owning(key));
    }

    /**
     * Seals bytes into their slot.
     *
     * @throws VaultRefused if the key is not the slot's (pool, client, purpose) or was wiped
     */
    public Sealed seal(DataKey key, Slot slot, byte[] plain) {
        requireFits(key, slot);
        return Envelope.value(CipherSuite.GCM, key.keyNo(), key.bytes().seal(CipherSuite.GCM, plain, Bound.slot(slot)));
    }

    /**
     * Opens what was sealed into {@code slot}.
     *
     * @throws VaultRefused if the opening is void at {@code now}, speaks of another pool, client or purpose or only allows to
     *     know that something is there, or the bytes were not sealed into this slot under this key
     */
    public byte[] open(Opening opening, DataKey key, Slot slot, Sealed sealed, Instant now) {
        // INVARIANT: no byte is touched before the opening was found to fit.
        requireCovers(opening, slot, now);
        requireFits(key, slot);
        if (ItemBox.is(sealed)) {
            return ItemBox.open(key, slot, sealed);
        }
        byte[] box = Envelope.box(CipherSuite.GCM, key.keyNo(), sealed);
        return key.bytes().open(CipherSuite.GCM, box, Bound.slot(slot));
    }

    /**
     * Seals bytes into their slot under a fresh key of their own, which is wrapped under {@code key}; {@link #open} opens them.
     *
     * @throws VaultRefused as {@link #seal}
     */
    public Sealed sealItem(DataKey key, Slot slot, byte[] plain) {
        requireFits(key, slot);
        return ItemBox.seal(key, slot, plain);
    }

    /**
     * Moves what {@link #sealItem} sealed from one purpose to another of the same client: its key is wrapped anew, the words
     * are not sealed again. What {@link #seal} sealed gets a key of its own by that.
     *
     * @param into the same slot but for its purpose
     * @throws VaultRefused as {@link #open}, and if the two slots differ in more than their purpose
     */
    public Sealed rewrapItem(
            Opening opening, DataKey from, Slot slot, DataKey to, Slot into, Sealed sealed, Instant now) {
        requireCovers(opening, slot, now);
        requireFits(from, slot);
        requireFits(to, into);
        return ItemBox.is(sealed)
                ? ItemBox.rewrap(from, slot, to, into, sealed)
                : sealItem(to, into, open(opening, from, slot, sealed, now));
    }

    /** A fresh random key for one file, to be wrapped for each purpose that it serves. */
    public FileKey newFileKey(String id) {
        return new FileKey(house, id, KeyBytes.owning(KeyBytes.random()));
    }

    /**
     * Wraps the key of a file for the client and purpose of {@code slot}.
     *
     * @param slot its record is the file's id
     * @throws VaultRefused as {@link #seal}, or if the slot speaks of another file
     */
    public Sealed wrapFile(DataKey key, Slot slot, FileKey file) {
        requireSame(slot, file.id());
        return new Sealed(file.bytes().use(raw -> seal(key, slot, raw).bytes()));
    }

    /**
     * Unwraps the key of a file.
     *
     * @param commitment of the key that the file was sealed under
     * @throws VaultRefused as {@link #open}, and if the key is not the one of {@code commitment}
     */
    public FileKey unwrapFile(Opening opening, DataKey key, Slot slot, Sealed wrapped, byte[] commitment, Instant now) {
        FileKey file = new FileKey(house, slot.record(), KeyBytes.owning(open(opening, key, slot, wrapped, now)));
        file.requireCommitted(commitment);
        return file;
    }

    /** The keyed hash under which an address is looked up; stable for one house. */
    public BlindKey blind(HouseId house, Address address) {
        requireOwn(house);
        byte[] bound = Bound.to("confidant/blind/v1")
                .and(house)
                .and(address.channel().word())
                .and(address.account())
                .and(address.value().reveal())
                .bytes();
        return new BlindKey(lookup(houseKeys.index(), bound));
    }

    /**
     * A keyed pseudonym of any text for one use, for example the row key of a due entry or a ledger subject; 22 base64url
     * characters that cannot be linked across uses.
     */
    public String pseudonym(HouseId house, String use, String text) {
        requireOwn(house);
        byte[] bound =
                Bound.to("confidant/pseudonym/v1").and(house).and(use).and(text).bytes();
        return lookup(houseKeys.pseudonym(), bound);
    }

    /** Seals a due entry for the scheduler's own identity; it holds pseudonyms and times, never content. */
    public Sealed sealDue(HouseId house, String rowKey, byte[] plain) {
        requireOwn(house);
        byte[] box = houseKeys.due().seal(CipherSuite.XAES, plain, boundDue(rowKey));
        return Envelope.value(CipherSuite.XAES, DUE_KEY_NO, box);
    }

    /**
     * Opens a due entry.
     *
     * @throws VaultRefused if it was not sealed for this house and row
     */
    public byte[] openDue(HouseId house, String rowKey, Sealed sealed) {
        requireOwn(house);
        byte[] box = Envelope.box(CipherSuite.XAES, DUE_KEY_NO, sealed);
        return houseKeys.due().open(CipherSuite.XAES, box, boundDue(rowKey));
    }

    private static void requireSame(Slot slot, String file) {
        if (!slot.record().equals(file)) {
            throw new VaultRefused("the slot speaks of another file");
        }
    }

    private void requireOwn(HouseId asked) {
        if (!asked.equals(house)) {
            throw new VaultRefused("this vault serves another house");
        }
    }

    private void requireFits(DataKey key, Slot slot) {
        requireOwn(slot.house());
        if (!key.pool().equals(slot.pool())
                || !key.client().equals(slot.client())
                || !key.purpose().equals(slot.purpose())) {
            throw new VaultRefused("the key is not the one of this slot");
        }
    }

    private static void requireCovers(Opening opening, Slot slot, Instant now) {
        if (!now.isBefore(opening.until())) {
            throw new VaultRefused("the opening is void, ask policy again");
        }
        if (!opening.pool().equals(slot.pool())
                || !opening.client().equals(slot.client())
                || !opening.purpose().equals(slot.purpose())) {
            throw new VaultRefused("the opening speaks of something else");
        }
        if (opening.precision().compareTo(Precision.GENERAL) > 0) {
            throw new VaultRefused("the opening only allows to know that something is there");
        }
    }

    private byte[] boundPart(PoolKey key, RingPlace place) {
        return Bound.to("confidant/ring/v1")
                .and(house)
                .and(key.pool())
                .and(key.version())
                .and(place.ring())
                .and(place.part())
                .and(place.parts())
                .bytes();
    }

    private byte[] boundData(PoolId pool, ClientId client, Purpose purpose, int keyNo) {
        return Bound.to("dek")
                .and(house)
                .and(pool)
                .and(client)
                .and(purpose)
                .and(keyNo)
                .bytes();
    }

    private byte[] boundDue(String rowKey) {
        return Bound.to("confidant/due/v1").and(house).and(rowKey).bytes();
    }

    private static String lookup(KeyBytes key, byte[] bound) {
        byte[] hash = key.use(raw -> Ciphers.hmac(raw, bound, LOOKUP_SIZE));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }
}
