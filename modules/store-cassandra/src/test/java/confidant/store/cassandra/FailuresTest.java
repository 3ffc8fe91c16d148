package confidant.store.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.DriverTimeoutException;
import com.datastax.oss.driver.api.core.NoNodeAvailableException;
import com.datastax.oss.driver.api.core.RequestThrottlingException;
import confidant.store.StoreUnavailable;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

final class FailuresTest {

    @Test
    void timeout_is_an_outage_and_leaves_doubt() {
        Throwable timeout = new CompletionException(new DriverTimeoutException("after 5 s"));
        assertThat(Failures.translate(timeout)).isInstanceOf(StoreUnavailable.class);
        assertThat(Failures.leavesDoubt(timeout)).isTrue();
    }

    @Test
    void no_node_is_an_outage_without_doubt() {
        Throwable none = new NoNodeAvailableException();
        assertThat(Failures.translate(none)).isInstanceOf(StoreUnavailable.class);
        assertThat(Failures.leavesDoubt(none)).isFalse();
    }

    @Test
    void throttling_says_over_capacity() {
        Throwable full = new RequestThrottlingException("queue is full");
        assertThat(Failures.translate(full))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessage("the store is over capacity");
        assertThat(Failures.leavesDoubt(full)).isFalse();
    }

    @Test
    void bug_stays_what_it_is() {
        Throwable bug = new IllegalArgumentException("not a purpose");
        assertThat(Failures.translate(bug)).isSameAs(bug);
        assertThat(Failures.leavesDoubt(bug)).isFalse();
    }
}
