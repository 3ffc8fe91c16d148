package confidant.store;

import confidant.model.StaffId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which accounts of the company's sign-in belong to which members of staff. An account is known here by a keyed hash alone,
 * so that the store cannot tell whose it is outside the house.
 */
public interface CompanyStore {

    /** @return false, with nothing changed, if the account belongs to somebody, be it the same */
    Future<Boolean> connect(String account, StaffId holder, Instant at);

    Future<Optional<StaffId>> holder(String account);

    /** All of one member of staff; mostly one or none. */
    Future<List<String>> accounts(StaffId holder);

    /** @return false, with nothing changed, if the account is not this holder's */
    Future<Boolean> disconnect(StaffId holder, String account);
}
