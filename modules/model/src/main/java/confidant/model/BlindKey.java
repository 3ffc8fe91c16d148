package confidant.model;

/** A keyed hash of an address (base64url, 22 characters); equal addresses have equal keys and nothing else can be told. */
public record BlindKey(String value) {
    @Override
    public String toString() {
        return value;
    }
}
