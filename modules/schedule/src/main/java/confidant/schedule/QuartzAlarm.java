package confidant.schedule;

import confidant.core.port.Alarm;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.quartz.JobBuilder;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.TriggerBuilder;

/**
 * Rings by Quartz, in memory. Each name rings first at once and then at its interval; rings missed while the machine was
 * away are made up by one. Work runs on the context given here, never on a thread of Quartz. Thread-safe.
 */
public final class QuartzAlarm implements Alarm {
    static final String NAME = "name";

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private final Context context;
    private final Scheduler scheduler;
    private final Map<String, Ringing> ringings = new ConcurrentHashMap<>();

    /**
     * Starts with nothing to ring.
     *
     * @throws IllegalStateException if Quartz does not start
     */
    public QuartzAlarm(Context context) {
        this.context = context;
        try {
            this.scheduler = Quartz.inMemory();
            scheduler.setJobFactory(
                    (fired, same) -> job -> ring(job.getMergedJobDataMap().getString(NAME)));
            scheduler.start();
        } catch (SchedulerException e) {
            throw new IllegalStateException("the alarm does not start", e);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if {@code name} is no short lower-case word or {@code every} is under a millisecond
     * @throws IllegalStateException if the name rings already, or the alarm was stopped
     */
    @Override
    public void every(String name, Duration every, Supplier<Future<?>> work) {
        // A name this narrow can hold nobody's address or words.
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("an alarm's name is 1 to 40 lower-case letters, digits and hyphens");
        }
        if (every.toMillis() < 1) {
            throw new IllegalArgumentException("an alarm's interval is at least a millisecond");
        }
        if (ringings.putIfAbsent(name, new Ringing(name, work)) != null) {
            throw new IllegalStateException("the alarm `" + name + "` rings already");
        }
        schedule(name, every);
    }

    @Override
    public void stop() {
        ringings.values().forEach(Ringing::stop);
        try {
            scheduler.shutdown(false);
        } catch (SchedulerException e) {
            throw new IllegalStateException("the alarm does not stop", e);
        }
    }

    private void schedule(String name, Duration every) {
        var job = JobBuilder.newJob(NamedRing.class)
                .withIdentity(name)
                .usingJobData(NAME, name)
                .build();
        var trigger = TriggerBuilder.newTrigger()
                .withIdentity(name)
                .startNow()
                .withSchedule(SimpleScheduleBuilder.simpleSchedule()
                        .withIntervalInMilliseconds(every.toMillis())
                        .repeatForever()
                        .withMisfireHandlingInstructionNowWithRemainingCount())
                .build();
        try {
            scheduler.scheduleJob(job, trigger);
        } catch (SchedulerException e) {
            ringings.remove(name);
            throw new IllegalStateException("the alarm `" + name + "` cannot be set; it may have been stopped", e);
        }
    }

    private void ring(String name) {
        var ringing = ringings.get(name);
        if (ringing != null) {
            ringing.ring(context);
        }
    }
}
