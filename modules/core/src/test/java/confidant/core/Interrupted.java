package confidant.core;

import confidant.store.Stores;
import io.vertx.core.Future;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/** Stores between whose calls somebody else acts: right before call number {@code at}, once. */
public final class Interrupted {
    private final AtomicInteger left;
    private final Runnable other;

    private Interrupted(int at, Runnable other) {
        this.left = new AtomicInteger(at);
        this.other = other;
    }

    public static Stores at(int call, Stores real, Runnable other) {
        return new Interrupted(call, other).wrap(Stores.class, real);
    }

    private <T> T wrap(Class<T> port, Object real) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            try {
                if (!Future.class.isAssignableFrom(method.getReturnType())) {
                    Object answer = method.invoke(real, arguments);
                    return method.getReturnType().isInterface() ? wrap(method.getReturnType(), answer) : answer;
                }
                if (left.decrementAndGet() == 0) {
                    other.run();
                }
                return method.invoke(real, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler));
    }
}
