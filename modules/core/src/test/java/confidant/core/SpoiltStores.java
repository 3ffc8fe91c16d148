package confidant.core;

import confidant.store.StoreUnavailable;
import confidant.store.Stores;
import io.vertx.core.Future;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stores as a process sees them that dies after a number of calls: from then on nothing reaches the data any more. The last
 * call is carried out, but its answer is lost.
 */
public final class SpoiltStores {
    private final AtomicInteger left;

    private SpoiltStores(int calls) {
        this.left = new AtomicInteger(calls);
    }

    public static Stores dyingAfter(int calls, Stores real) {
        SpoiltStores spoilt = new SpoiltStores(calls);
        return spoilt.wrap(Stores.class, real);
    }

    private <T> T wrap(Class<T> port, Object real) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            try {
                if (!Future.class.isAssignableFrom(method.getReturnType())) {
                    Object answer = method.invoke(real, arguments);
                    return method.getReturnType().isInterface() ? wrap(method.getReturnType(), answer) : answer;
                }
                int call = left.getAndDecrement();
                Object answer = call > 0 ? method.invoke(real, arguments) : null;
                return call > 1 ? answer : Future.failedFuture(new StoreUnavailable("this process is dead", null));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler));
    }
}
