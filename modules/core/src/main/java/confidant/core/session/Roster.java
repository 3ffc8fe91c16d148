package confidant.core.session;

import confidant.core.NotFound;
import confidant.model.PoolId;
import confidant.model.StaffId;
import confidant.store.HouseStore;
import confidant.store.HouseStore.Concierge;
import confidant.store.HouseStore.Manager;
import confidant.store.HouseStore.Officer;
import io.vertx.core.Future;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who works here. */
final class Roster {
    private final HouseStore store;

    /** @param pool of a concierge */
    record Member(StaffId id, String name, Optional<PoolId> pool) {}

    Roster(HouseStore store) {
        this.store = store;
    }

    /** {@code NotFound} if nobody of this id works here. */
    Future<Member> member(StaffId id) {
        return all().map(all -> all.stream()
                .filter(member -> member.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("member of staff")));
    }

    /** By name. */
    Future<List<Member>> all() {
        return store.concierges()
                .compose(concierges -> store.officers()
                        .compose(officers -> store.managers().map(managers -> all(concierges, officers, managers))));
    }

    private static List<Member> all(List<Concierge> concierges, List<Officer> officers, List<Manager> managers) {
        Stream<Member> looking = concierges.stream()
                .map(one -> new Member(StaffId.of(one.id()), one.displayName(), Optional.of(one.pool())));
        Stream<Member> auditing =
                officers.stream().map(one -> new Member(StaffId.of(one.id()), one.displayName(), Optional.empty()));
        Stream<Member> managing =
                managers.stream().map(one -> new Member(StaffId.of(one.id()), one.displayName(), Optional.empty()));
        return Stream.of(looking, auditing, managing)
                .flatMap(part -> part)
                .sorted(Comparator.comparing(Member::name)
                        .thenComparing(one -> one.id().toString()))
                .toList();
    }

    Future<List<StaffId>> officers() {
        return store.officers()
                .map(all -> all.stream().map(one -> StaffId.of(one.id())).toList());
    }
}
