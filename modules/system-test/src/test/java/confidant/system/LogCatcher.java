package confidant.system;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** Hears everything that the house logs, down to TRACE, and the warnings of all others; arguments and causes too. */
final class LogCatcher extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private static final Logger OURS = (Logger) LoggerFactory.getLogger("confidant");

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Level before = OURS.getLevel();

    LogCatcher() {
        setContext(ROOT.getLoggerContext());
        start();
        OURS.setLevel(Level.TRACE);
        ROOT.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (!event.getLoggerName().startsWith("confidant") && !event.getLevel().isGreaterOrEqual(Level.WARN)) {
            return;
        }
        StringBuilder line = new StringBuilder(event.getLoggerName())
                .append(' ')
                .append(event.getThreadName())
                .append(' ')
                .append(event.getFormattedMessage())
                .append(' ')
                .append(Arrays.deepToString(event.getArgumentArray()))
                .append(event.getKeyValuePairs())
                .append(event.getMDCPropertyMap());
        for (IThrowableProxy cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
            line.append(' ').append(cause.getClassName()).append(' ').append(cause.getMessage());
        }
        lines.add(line.toString());
    }

    String text() {
        return String.join("\n", lines);
    }

    @Override
    public void close() {
        ROOT.detachAppender(this);
        OURS.setLevel(before);
        stop();
    }
}
