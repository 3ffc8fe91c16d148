package confidant.core.rules;

import confidant.model.Actor;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One link of the chain: from {@code at} on the set with {@code hash} is in force.
 *
 * @param number 1 for the rules that the house began with, then one more each time
 * @param before the hash of the set that was in force until then; empty for the first
 */
public record Release(int number, String hash, Optional<String> before, Actor by, Instant at) {

    byte[] bytes() {
        String line = String.join(" ", hash, before.orElse("-"), by.role().word(), by.id(), at.toString());
        return line.getBytes(StandardCharsets.UTF_8);
    }

    /** @throws IllegalArgumentException if the bytes are no link */
    static Release read(int number, byte[] bytes) {
        String[] parts = new String(bytes, StandardCharsets.UTF_8).split(" ");
        if (parts.length != 5) {
            throw new IllegalArgumentException("a link in the chain of released rules is damaged");
        }
        Optional<String> before = parts[1].equals("-") ? Optional.empty() : Optional.of(parts[1]);
        Actor.Role role = Actor.Role.valueOf(parts[2].toUpperCase(Locale.ROOT));
        return new Release(number, parts[0], before, new Actor(role, parts[3]), Instant.parse(parts[4]));
    }
}
