package confidant.vault;

import confidant.model.ClientId;
import confidant.model.HouseId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.model.Slot;
import java.util.List;

/** Slots that differ from a given one in exactly one part: house, pool, client, purpose, then the rest. */
final class Slots {
    private Slots() {}

    static List<Slot> changedOnce(Slot s) {
        return List.of(
                new Slot(
                        new HouseId("h"),
                        s.pool(),
                        s.client(),
                        s.purpose(),
                        s.table(),
                        s.field(),
                        s.record(),
                        s.version()),
                new Slot(
                        s.house(),
                        PoolId.random(),
                        s.client(),
                        s.purpose(),
                        s.table(),
                        s.field(),
                        s.record(),
                        s.version()),
                new Slot(
                        s.house(),
                        s.pool(),
                        ClientId.random(),
                        s.purpose(),
                        s.table(),
                        s.field(),
                        s.record(),
                        s.version()),
                new Slot(s.house(), s.pool(), s.client(), Purpose.TRIP, s.table(), s.field(), s.record(), s.version()),
                new Slot(s.house(), s.pool(), s.client(), s.purpose(), "message", s.field(), s.record(), s.version()),
                new Slot(s.house(), s.pool(), s.client(), s.purpose(), s.table(), "text", s.record(), s.version()),
                new Slot(
                        s.house(), s.pool(), s.client(), s.purpose(), s.table(), s.field(), "anniversary", s.version()),
                new Slot(
                        s.house(),
                        s.pool(),
                        s.client(),
                        s.purpose(),
                        s.table(),
                        s.field(),
                        s.record(),
                        s.version() + 1));
    }
}
