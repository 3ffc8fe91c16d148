package confidant.http;

import confidant.http.Spec.Operation;
import confidant.model.ClientId;
import confidant.model.PoolId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Somebody who asks.
 *
 * @param may the roles of the contract that the session has; a client's at the privacy page is {@code privacy}
 * @param browser with a session that lives, whatever was asked before
 * @param key the passkey of somebody of the staff
 * @param own what belongs to whoever asks; empty for those who have nothing
 * @param pool whose rings the seat may hear
 */
record Seat(
        String name,
        Set<String> may,
        Supplier<Browser> browser,
        Optional<Authenticator> key,
        Optional<Estate> own,
        Optional<PoolId> pool) {
    /** A browser to ask for this operation with, whose passkey was used just now if that is asked for. */
    Browser browser(Operation operation) {
        Browser asking = browser.get();
        if (operation.stepUp()) {
            key.ifPresent(one -> one.prove(asking).is(200));
        }
        return asking;
    }

    boolean may(Operation operation) {
        String role = operation.role();
        return role.equals("public") || may.contains(role.equals("client") && operation.privacy() ? "privacy" : role);
    }

    boolean officer() {
        return may.contains("officer");
    }

    boolean manager() {
        return may.contains("manager");
    }

    Set<String> own(String name) {
        return own.map(estate -> estate.ids(name)).orElse(Set.of());
    }

    ClientId client() {
        return ClientId.parse(own("clientId").iterator().next());
    }

    /** Ivy's client with all that is theirs, and everybody who is neither they nor Ivy. */
    record Table(Estate ivys, List<Authenticator> ivysKeys, Authenticator officersKey, List<Seat> strangers) {
        static Table of(ServedHouse house, Spec spec) {
            Browser ivy = house.desk(ServedHouse.IVY);
            Authenticator ivysKey = key(ivy);
            // One may go, and one must stay.
            ivysKey.prove(ivy).is(200);
            Authenticator ivysSpare = key(ivy);
            Authenticator junsKey = key(house.desk(ServedHouse.JUN));
            Authenticator officersKey = key(house.officer());
            Authenticator managersKey = key(house.manager());
            Estate juns = new Estate(house, spec, ServedHouse.JUN, 1);
            Estate ivys = new Estate(house, spec, ServedHouse.IVY, 4, "sharing", "greeting");
            Estate next = new Estate(house, spec, ServedHouse.IVY, 1);
            Optional<PoolId> theirs = Optional.of(ServedHouse.JUN.pool());
            Optional<PoolId> same = Optional.of(ServedHouse.IVY.pool());
            return new Table(
                    ivys,
                    List.of(ivysKey, ivysSpare),
                    officersKey,
                    List.of(
                            new Seat(
                                    "nobody",
                                    Set.of(),
                                    house::browser,
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty()),
                            client("the client of another pool", juns, theirs),
                            privacy("the client of another pool", juns, theirs),
                            client("another client of the pool", next, same),
                            privacy("another client of the pool", next, same),
                            new Seat(
                                    "the concierge of another pool",
                                    Set.of("concierge", "signed-in"),
                                    () -> house.desk(ServedHouse.JUN),
                                    Optional.of(junsKey),
                                    Optional.of(juns),
                                    theirs),
                            new Seat(
                                    "the officer",
                                    Set.of("officer", "signed-in"),
                                    house::officer,
                                    Optional.of(officersKey),
                                    Optional.empty(),
                                    Optional.empty()),
                            new Seat(
                                    "the manager",
                                    Set.of("manager", "signed-in"),
                                    house::manager,
                                    Optional.of(managersKey),
                                    Optional.empty(),
                                    Optional.empty())));
        }

        private static Authenticator key(Browser ofWhom) {
            Authenticator key = new Authenticator();
            key.register(ofWhom, "key").is(201);
            return key;
        }

        private static Seat client(String name, Estate estate, Optional<PoolId> pool) {
            return new Seat(name, Set.of("client"), () -> estate.chat, Optional.empty(), Optional.of(estate), pool);
        }

        private static Seat privacy(String name, Estate estate, Optional<PoolId> pool) {
            String there = name + " at the privacy page";
            return new Seat(
                    there, Set.of("privacy"), () -> estate.privacy, Optional.empty(), Optional.of(estate), pool);
        }
    }
}
