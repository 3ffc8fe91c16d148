package confidant.http;

import confidant.core.House;
import confidant.core.Outside;
import confidant.core.Rooms;
import confidant.core.Wiring;
import confidant.core.port.Advisor;
import confidant.core.port.Bell;
import confidant.core.port.Company;
import confidant.core.port.RuleFolder;
import confidant.core.port.Worker;
import confidant.core.reception.Reception;
import confidant.ledger.NoteSigner;
import confidant.model.HouseId;
import confidant.model.Lang;
import confidant.model.Personal;
import confidant.policy.PolicyEngine;
import confidant.store.Stores;
import confidant.vault.FileRootKey;
import confidant.vault.RootKey;
import confidant.vault.Vault;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** The rooms as the application wires them, on memory stores. */
final class TestRooms {
    private TestRooms() {}

    static Rooms wire(
            Vertx vertx,
            Stores stores,
            PolicyEngine policy,
            Bell bell,
            Clock clock,
            RuleFolder folder,
            Optional<Company> company) {
        HouseId id = new HouseId("lindenhof");
        House house = new House(id, "node-1", stores, policy, vault(id), clock, new Offloaded(vertx));
        Outside outside = new Outside(
                List.of(),
                new Silent(),
                bell,
                NoteSigner.generate("house.example/ledger", new SecureRandom()),
                new Reception.Defaults(Lang.ZH_HANT, ZoneId.of("Asia/Taipei")),
                URI.create("https://house.example"),
                List.of(),
                folder,
                company);
        return new Wiring(house, outside).rooms();
    }

    private static Vault vault(HouseId id) {
        try {
            Path folder = Files.createTempDirectory("confidant-http-test");
            folder.toFile().deleteOnExit();
            folder.resolve("root.json").toFile().deleteOnExit();
            RootKey root = FileRootKey.at(folder.resolve("root.json"));
            return new Vault(root, id, Vault.newHouseKeys(root, id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Offloaded(Vertx vertx) implements Worker {
        @Override
        public <T> Future<T> run(Callable<T> work) {
            return vertx.executeBlocking(work, false);
        }
    }

    /** An assistant that holds its tongue, save for the line that somebody will come; it takes {@code spot:x} to like x. */
    private static final class Silent implements Advisor {
        private static final String SPOT = "spot:";

        @Override
        public Lang language(Personal<String> text, Lang usual) {
            return usual;
        }

        @Override
        public Optional<Answer> answer(Personal<String> text, Lang lang) {
            return Optional.empty();
        }

        @Override
        public Draft draft(Personal<String> text, Lang lang) {
            return new Draft("one moment (automated)", Optional.of("a draft"));
        }

        @Override
        public List<Spotted> spot(Personal<String> text, Lang lang, Instant now) {
            String words = text.reveal();
            return words.startsWith(SPOT)
                    ? List.of(new Spotted("likes", Personal.of(words.substring(SPOT.length())), 0.9))
                    : List.of();
        }

        @Override
        public Optional<Integer> openQuestion(List<Line> lines) {
            return Optional.empty();
        }
    }
}
