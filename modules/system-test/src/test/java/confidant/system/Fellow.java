package confidant.system;

import confidant.core.House;
import confidant.core.Outside;
import confidant.core.Rooms;
import confidant.core.Wiring;
import confidant.core.consent.ConsentBook;
import confidant.core.gate.Gate;
import confidant.core.keys.Keys;
import confidant.core.people.Directory;
import confidant.core.port.Advisor;
import confidant.core.port.Bell;
import confidant.core.port.Courier;
import confidant.core.reception.Reception;
import confidant.ledger.NoteSigner;
import confidant.model.ClientId;
import confidant.model.Lang;
import confidant.model.Personal;
import confidant.model.PoolId;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Another process of a house: the same rows and root key, memory of its own. Nobody hears its bell or its assistant. */
final class Fellow {
    final House house;
    final Wiring wiring;
    final Keys keys;
    final Gate gate;
    final Directory directory;

    Fellow(House house, List<Courier> couriers) {
        this.house = house;
        this.wiring = new Wiring(
                house,
                new Outside(
                        couriers,
                        new Mute(),
                        new Deaf(),
                        NoteSigner.generate("fellow/audit", new SecureRandom()),
                        new Reception.Defaults(Lang.EN, ZoneOffset.UTC),
                        URI.create("https://house.example")));
        this.keys = new Keys(house);
        this.gate = new Gate(house, new ConsentBook(house.stores().consents()), keys);
        this.directory = new Directory(house, gate);
    }

    Rooms rooms() {
        return wiring.rooms();
    }

    private static final class Deaf implements Bell {
        @Override
        public void desk(PoolId pool, ClientId client, What what, long seq) {}

        @Override
        public void client(PoolId pool, ClientId client, What what, long seq) {}
    }

    private static final class Mute implements Advisor {
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
            return new Draft("one moment (automated)", Optional.empty());
        }

        @Override
        public List<Spotted> spot(Personal<String> text, Lang lang, Instant now) {
            return List.of();
        }

        @Override
        public Optional<Integer> openQuestion(List<Line> lines) {
            return Optional.empty();
        }
    }
}
