package confidant.app;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import confidant.app.config.Config;
import java.net.URL;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.slf4j.LoggerFactory;

/** Sends the log to the data folder: lines for people in development, JSON in production, warnings to the console too. */
public final class Logs {
    private Logs() {}

    /** Called once, before anything else is started. @return the file */
    public static Path open(Config config) {
        Path file = config.data().resolve("logs").resolve("confidant.log");
        String name = "logback-" + config.mode().name().toLowerCase(Locale.ROOT) + ".xml";
        URL rules = Objects.requireNonNull(Logs.class.getResource("/confidant/app/" + name), name);
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            try {
                context.reset();
                context.putProperty("confidant.log", file.toString());
                JoranConfigurator configurator = new JoranConfigurator();
                configurator.setContext(context);
                configurator.doConfigure(rules);
            } catch (JoranException broken) {
                throw new StartProblem("the log " + file + " cannot be opened", "check the rights of the data folder");
            }
        }
        return file;
    }
}
