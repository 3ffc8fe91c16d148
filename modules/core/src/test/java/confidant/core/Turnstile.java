package confidant.core;

import confidant.core.port.Worker;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * Lets what several nodes ask of the world outside (stores, workers, channels) through one at a time, in an order that a seed
 * decides: the same seed, the same order. One call is one step; what follows from its answer until the next call belongs to
 * it. For one thread.
 */
final class Turnstile {
    private record Waiting(int act, Runnable go) {}

    private record Later(int step, Waiting start) {}

    private final Random random;
    /** How likely the next step is one of the act that took the last: high, and whole acts pass within a gap of others. */
    private final double stickiness;

    private final List<Waiting> waiting = new ArrayList<>();
    private final PriorityQueue<Later> later = new PriorityQueue<>(Comparator.comparingInt(Later::step));
    private boolean holding;
    private int acts;
    private int act;
    private int steps;

    Turnstile(Random random) {
        this.random = random;
        this.stickiness = new double[] {0, 0.5, 0.9, 0.97}[random.nextInt(4)];
    }

    /** From now on nothing passes unless it is let through. */
    void hold() {
        holding = true;
    }

    /** Lets everything through as it comes. */
    void release() {
        holding = false;
    }

    /** The number of the step under way. */
    int now() {
        return steps;
    }

    /** Something that begins at a step, or when nothing else is left to do. */
    void begin(int step, Runnable start) {
        later.add(new Later(step, new Waiting(++acts, start)));
    }

    /** Lets through whatever waits, and what comes of it, until nothing waits. */
    void drain() {
        while (!waiting.isEmpty() || !later.isEmpty()) {
            while (!later.isEmpty() && (waiting.isEmpty() || later.peek().step <= steps)) {
                waiting.add(later.remove().start);
            }
            Waiting next = waiting.remove(choose());
            act = next.act;
            steps++;
            next.go.run();
        }
    }

    private int choose() {
        if (random.nextDouble() < stickiness) {
            for (int i = 0; i < waiting.size(); i++) {
                if (waiting.get(i).act == act) {
                    return i;
                }
            }
        }
        return random.nextInt(waiting.size());
    }

    <T> Future<T> turn(Supplier<Future<T>> call) {
        if (!holding) {
            return call.get();
        }
        Promise<T> promise = Promise.promise();
        waiting.add(new Waiting(act, () -> call.get().onComplete(promise)));
        return promise.future();
    }

    Worker worker() {
        return new Worker() {
            @Override
            public <T> Future<T> run(Callable<T> work) {
                return turn(() -> {
                    try {
                        return Future.succeededFuture(work.call());
                    } catch (Exception e) {
                        return Future.failedFuture(e);
                    }
                });
            }
        };
    }

    @SuppressWarnings("unchecked")
    private static Future<Object> call(Method method, Object real, Object[] arguments) {
        try {
            return (Future<Object>) method.invoke(real, arguments);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** The same port, every call of which that answers later takes its turn. */
    <T> T gate(Class<T> port, Object real) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            try {
                if (Future.class.isAssignableFrom(method.getReturnType())) {
                    return turn(() -> call(method, real, arguments));
                }
                Object answer = method.invoke(real, arguments);
                return method.getReturnType().isInterface() ? gate(method.getReturnType(), answer) : answer;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler));
    }
}
