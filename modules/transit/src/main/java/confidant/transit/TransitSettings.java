package confidant.transit;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the transit engine is.
 *
 * @param address of the service, without a path
 * @param mount where the engine is mounted, usually {@code transit}
 * @param key the key's name; one for each house
 * @param namespace for services that have them
 * @param snapshotsKept how long the service's own backups are kept: so long after its destruction an epoch may still lie in
 *     one of them
 * @param timeout for one call
 */
public record TransitSettings(
        URI address, String mount, String key, Optional<String> namespace, Duration snapshotsKept, Duration timeout) {

    /** The usual mount, no namespace, backups kept for thirty days. */
    public static TransitSettings at(URI address, String key) {
        return new TransitSettings(
                address, "transit", key, Optional.empty(), Duration.ofDays(30), Duration.ofSeconds(10));
    }
}
