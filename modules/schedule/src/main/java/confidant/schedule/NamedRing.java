package confidant.schedule;

import org.quartz.Job;

/** The class that Quartz wants named in a job. Quartz never makes one: the alarm's own job factory answers for it. */
interface NamedRing extends Job {}
