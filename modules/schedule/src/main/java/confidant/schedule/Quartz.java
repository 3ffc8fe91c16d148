package confidant.schedule;

import java.util.Properties;
import java.util.UUID;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.simpl.RAMJobStore;
import org.quartz.simpl.SimpleThreadPool;

/** Quartz without a store, without a network look-up, and on daemon threads only. */
final class Quartz {
    static final String PREFIX = "confidant-alarm-";

    private Quartz() {}

    /** A scheduler of its own, not started; Quartz keeps them by name over the whole machine. */
    static Scheduler inMemory() throws SchedulerException {
        var settings = new Properties();
        settings.setProperty("org.quartz.scheduler.instanceName", PREFIX + UUID.randomUUID());
        settings.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        settings.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
        settings.setProperty("org.quartz.jobStore.class", RAMJobStore.class.getName());
        settings.setProperty("org.quartz.jobStore.misfireThreshold", "5000");
        settings.setProperty("org.quartz.threadPool.class", SimpleThreadPool.class.getName());
        // A ring only hands over to the context, so one thread serves all names.
        settings.setProperty("org.quartz.threadPool.threadCount", "1");
        settings.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
        return new StdSchedulerFactory(settings).getScheduler();
    }
}
