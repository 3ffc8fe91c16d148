package confidant.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class AlarmLogTest {

    @Test
    void failure_is_logged_by_name_and_without_its_words() throws Exception {
        var written = new Written();
        var log = (Logger) LoggerFactory.getLogger(QuartzAlarm.class);
        written.start();
        log.addAppender(written);
        var vertx = Vertx.vertx();
        var alarm = new QuartzAlarm(vertx.getOrCreateContext());
        try {
            alarm.every(
                    "failing", Duration.ofDays(1), () -> Future.failedFuture(new IllegalStateException("Mrs Chen")));

            var event = written.events.poll(30, TimeUnit.SECONDS);
            assertThat(event).isNotNull();
            assertThat(event.getFormattedMessage()).isEqualTo("alarm.failed");
            assertThat(event.getKeyValuePairs())
                    .extracting(Object::toString)
                    .containsExactly("alarm=\"failing\"", "failure=\"java.lang.IllegalStateException\"");
            assertThat(event.getThrowableProxy()).isNull();
        } finally {
            alarm.stop();
            log.detachAppender(written);
            vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        }
    }

    private static final class Written extends AppenderBase<ILoggingEvent> {
        private final BlockingQueue<ILoggingEvent> events = new LinkedBlockingQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            events.add(event);
        }
    }
}
