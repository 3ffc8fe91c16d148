package confidant.core.session;

import confidant.core.NotFound;
import confidant.model.PoolId;
import confidant.model.StaffId;
import confidant.store.HouseStore;
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
                        .map(officers -> Stream.concat(
                                        concierges.stream()
                                                .map(one -> new Member(
                                                        StaffId.of(one.id()),
                                                        one.displayName(),
                                                        Optional.of(one.pool()))),
                                        officers.stream()
                                                .map(one -> new Member(
                                                        StaffId.of(one.id()), one.displayName(), Optional.empty())))
                                .sorted(Comparator.comparing(Member::name)
                                        .thenComparing(one -> one.id().toString()))
                                .toList()));
    }

    Future<List<StaffId>> officers() {
        return store.officers()
                .map(all -> all.stream().map(one -> StaffId.of(one.id())).toList());
    }
}
