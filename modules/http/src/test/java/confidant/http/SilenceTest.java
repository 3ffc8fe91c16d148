package confidant.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What people say shows up neither in a problem, nor in the log, nor in the counters, even when something breaks. */
class SilenceTest {
    private static final String MARK = "0912345678-of-madam-lin";
    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private static ServedHouse house;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeAll
    static void start() {
        house = new ServedHouse();
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @BeforeEach
    void listen() {
        log.start();
        ROOT.addAppender(log);
    }

    @AfterEach
    void hangUp() {
        ROOT.detachAppender(log);
    }

    private String logged() {
        StringBuilder all = new StringBuilder();
        for (ILoggingEvent event : List.copyOf(log.list)) {
            all.append(event.getFormattedMessage()).append(event.getKeyValuePairs());
            if (event.getThrowableProxy() != null) {
                all.append(event.getThrowableProxy().getMessage());
            }
            all.append('\n');
        }
        return all.toString();
    }

    @Test
    void incident_namesANumberOnly_whenSomethingBreaks() {
        String body = "!" + MARK;
        Answered answered = house.browser()
                .send(
                        "POST",
                        "/hooks/line/main",
                        BodyPublishers.ofString(body),
                        Map.of("X-Signature", FakeDoor.sign(body)))
                .is(500)
                .isProblem("incident");

        String incident = answered.body().getString("instance");
        assertThat(incident).startsWith("urn:incident:");
        assertThat(answered.text()).doesNotContain(MARK);
        assertThat(logged())
                .contains("http-incident", incident.substring("urn:incident:".length()), "IllegalStateException")
                .doesNotContain(MARK);
    }

    @Test
    void mark_isNowhere_whateverIsSent() {
        Browser browser = house.browser();
        String quoted = "\"" + MARK + "\"";
        for (String body :
                List.of(quoted, "{" + quoted + ": 1}", "{\"code\": [" + quoted + "]}", "{\"code\": " + quoted)) {
            assertThat(browser.post("/v1/sessions", body).is(400).text()).doesNotContain(MARK);
        }
        for (String path : List.of(
                "/v1/notice?lang=en&concierge=" + MARK.toUpperCase(java.util.Locale.ROOT),
                "/v1/notice?lang=" + MARK + "&concierge=ivy",
                "/v1/desk/clients/" + MARK + "/card",
                "/v1/" + MARK,
                "/" + MARK,
                "/problems/" + MARK)) {
            assertThat(browser.get(path).text()).doesNotContainIgnoringCase(MARK);
        }
        browser.send(
                "POST",
                "/hooks/line/" + MARK,
                BodyPublishers.ofString(MARK),
                Map.of("X-Signature", FakeDoor.sign(MARK)));

        assertThat(logged()).doesNotContainIgnoringCase(MARK);
        assertThat(browser.get("/metrics").is(200).text())
                .contains("confidant_problems_total")
                .doesNotContainIgnoringCase(MARK);
    }
}
