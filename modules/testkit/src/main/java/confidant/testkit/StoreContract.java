package confidant.testkit;

import confidant.store.Slices;
import confidant.store.Stores;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What the contracts of the ports need from a form of the stores. A form's whole test is a class that implements
 * {@link StoresContract} and supplies these two. Contracts use random ids and may share one database.
 */
public interface StoreContract {
    /** The stores under test; the same ones throughout a test. */
    Stores stores();

    /** The clock that {@link #stores()} were opened with. */
    FixedClock clock();

    /** All rows of a result that arrives in slices. */
    static <T> List<T> collect(Function<Slices<T>, Future<Void>> result) {
        List<T> rows = new ArrayList<>();
        Await.result(result.apply(rows::addAll));
        return rows;
    }
}
