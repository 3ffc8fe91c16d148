package confidant.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleTrigger;
import org.quartz.TriggerKey;
import org.quartz.impl.SchedulerRepository;

final class QuartzAlarmTest {
    private static final Duration OFTEN = Duration.ofMillis(1);
    private static final Duration RARELY = Duration.ofDays(1);

    private final Vertx vertx = Vertx.vertx();
    private final Context context = vertx.getOrCreateContext();
    private final QuartzAlarm alarm = new QuartzAlarm(context);

    @AfterEach
    void close() throws Exception {
        alarm.stop();
        vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    @Test
    void work_runs_again_and_again_on_the_given_context() throws InterruptedException {
        var rings = new CountDownLatch(5);
        Set<Context> contexts = ConcurrentHashMap.newKeySet();

        alarm.every("greetings", OFTEN, () -> {
            contexts.add(Vertx.currentContext());
            rings.countDown();
            return Future.succeededFuture();
        });

        reached(rings);
        assertThat(contexts).containsExactly(context);
    }

    @Test
    void first_ring_comes_at_once() throws InterruptedException {
        var ring = new CountDownLatch(1);

        alarm.every("greetings", RARELY, () -> counted(ring));

        reached(ring);
    }

    @Test
    void work_under_way_is_not_started_again_until_it_ends() throws InterruptedException {
        var first = Promise.<Void>promise();
        var starts = new AtomicInteger();
        var second = new CountDownLatch(2);
        alarm.every("slow", OFTEN, () -> {
            starts.incrementAndGet();
            second.countDown();
            return first.future();
        });

        var others = new CountDownLatch(50);
        alarm.every("quick", OFTEN, () -> counted(others));
        reached(others);
        assertThat(starts).hasValue(1);

        first.complete();
        reached(second);
    }

    @Test
    void failed_work_is_tried_again() throws InterruptedException {
        var rings = new CountDownLatch(3);

        alarm.every("failing", OFTEN, () -> {
            rings.countDown();
            return Future.failedFuture(new IllegalStateException("no"));
        });

        reached(rings);
    }

    @Test
    void work_that_throws_is_tried_again() throws InterruptedException {
        var rings = new CountDownLatch(3);

        alarm.every("throwing", OFTEN, () -> {
            rings.countDown();
            throw new AssertionError("no");
        });

        reached(rings);
    }

    @Test
    void quartz_holds_nothing_but_the_name() throws Exception {
        alarm.every("greetings", RARELY, Future::succeededFuture);

        var scheduler = scheduler();
        assertThat(scheduler.getMetaData().isJobStoreSupportsPersistence()).isFalse();
        assertThat(scheduler.getContext()).isEmpty();
        assertThat(scheduler
                        .getJobDetail(new JobKey("greetings"))
                        .getJobDataMap()
                        .getWrappedMap())
                .isEqualTo(Map.of(QuartzAlarm.NAME, "greetings"));
        assertThat(scheduler.getTrigger(new TriggerKey("greetings")).getJobDataMap())
                .isEmpty();
    }

    @Test
    void missed_rings_are_made_up_by_one() throws Exception {
        alarm.every("greetings", RARELY, Future::succeededFuture);

        assertThat(scheduler().getTrigger(new TriggerKey("greetings")).getMisfireInstruction())
                .isEqualTo(SimpleTrigger.MISFIRE_INSTRUCTION_RESCHEDULE_NOW_WITH_REMAINING_REPEAT_COUNT);
    }

    @Test
    void stop_leaves_work_under_way_to_end_and_no_thread_behind() throws Exception {
        var scheduler = scheduler();
        var name = scheduler.getSchedulerName();
        var work = Promise.<Void>promise();
        var started = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        work.future().onComplete(end -> ended.countDown());
        alarm.every("slow", OFTEN, () -> {
            started.countDown();
            return work.future();
        });
        reached(started);
        var threads = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(name))
                .toList();
        assertThat(threads).isNotEmpty();

        alarm.stop();
        work.complete();

        reached(ended);
        for (var thread : threads) {
            thread.join(30_000);
            assertThat(thread.isAlive()).as(thread.getName()).isFalse();
        }
        assertThat(scheduler.isShutdown()).isTrue();
    }

    @Test
    void stop_twice_is_as_good_as_once_and_nothing_rings_after() {
        alarm.stop();
        alarm.stop();

        assertThatIllegalStateException().isThrownBy(() -> alarm.every("late", OFTEN, Future::succeededFuture));
    }

    @Test
    void name_is_taken_once_and_can_hold_nobody() {
        alarm.every("greetings", RARELY, Future::succeededFuture);

        assertThatIllegalStateException().isThrownBy(() -> alarm.every("greetings", RARELY, Future::succeededFuture));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> alarm.every("Mrs Chen", RARELY, Future::succeededFuture))
                .withMessageNotContaining("Chen");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> alarm.every("never", Duration.ZERO, Future::succeededFuture));
    }

    private static Future<?> counted(CountDownLatch latch) {
        latch.countDown();
        return Future.succeededFuture();
    }

    private static void reached(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    }

    /** The one scheduler that is not shut down, by Quartz's own register. */
    private static Scheduler scheduler() {
        return SchedulerRepository.getInstance().lookupAll().stream()
                .filter(QuartzAlarmTest::running)
                .findFirst()
                .orElseThrow();
    }

    private static boolean running(Scheduler scheduler) {
        try {
            return scheduler.getSchedulerName().startsWith(Quartz.PREFIX) && !scheduler.isShutdown();
        } catch (SchedulerException e) {
            throw new AssertionError(e);
        }
    }
}
