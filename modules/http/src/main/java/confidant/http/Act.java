package confidant.http;

import io.vertx.core.Future;

/** What one operation of the contract does; it may throw as well as fail. */
@FunctionalInterface
interface Act {
    Future<Reply> apply(Call call);
}
