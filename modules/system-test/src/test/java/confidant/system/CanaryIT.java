package confidant.system;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.system.Visitor.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerKey;
import org.quartz.impl.SchedulerRepository;
import org.quartz.impl.matchers.GroupMatcher;
import org.slf4j.LoggerFactory;

/**
 * After a full day, nothing that a client said or is lies open anywhere: not in logs, answers to bad requests, counters,
 * Quartz, exceptions, the ledger, nor in any cell or file of the database.
 */
final class CanaryIT {
    @TempDir
    static Path data;

    private static WalkHouse house;
    private static Day day;
    private static Search personal;
    private static Search open;
    private static List<String> desk;
    private static List<Answer> bad;
    private static int exceptions;

    @BeforeAll
    static void live() throws Exception {
        try (LogCatcher log = new LogCatcher()) {
            LoggerFactory.getLogger("confidant.control").trace("opened {}", Marks.OPEN);
            house = WalkHouse.alone(data);
            day = new Day(house);
            personal = new Search(day.marks());
            open = new Search(Map.of("title", Marks.OPEN));
            day.morning();
            day.noon();
            day.afternoon();
            desk = List.of(
                    day.desk
                            .get("/v1/desk/clients/" + day.guest.client() + "/messages")
                            .text(),
                    day.desk
                            .get("/v1/desk/clients/"
                                    + house.lineClient(Marks.USER).client() + "/messages")
                            .text());
            officer();
            trouble();
            rows();
            quartz();
            look("metrics", house.visitor().get("/metrics").is(200).bytes());
            below("file while it runs");
            house.close();
            below("file after its end");
            look("log", log.text());
        }
    }

    @AfterAll
    static void stop() {
        if (house != null) {
            house.close();
        }
    }

    private static void look(String where, String text) {
        look(where, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void look(String where, byte[] bytes) {
        personal.look(where, bytes);
        open.look(where, bytes);
    }

    private static void below(String what) throws IOException {
        personal.lookBelow(what, data);
        open.lookBelow(what, data);
    }

    private static void officer() throws IOException {
        day.evening().forEach(answer -> look("officer's answer", answer.bytes()));
        house.prove(day.officer);
        byte[] bundle = day.officer.get("/v1/audit/bundle?reason=audit").is(200).bytes();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                look("bundle " + entry.getName(), zip.readAllBytes());
            }
        }
    }

    private static void trouble() {
        BadInput input =
                new BadInput(house, day.desk, day.chat, day.guest.client().toString());
        input.send();
        bad = input.answers.stream().filter(answer -> answer.status() >= 400).toList();
        Breakage breakage = new Breakage(house, day);
        breakage.impossible();
        breakage.outage();
        for (Answer answer : bad) {
            look("problem " + answer.status(), answer.bytes());
            look("headers of " + answer.status(), answer.headers().map().toString());
        }
        breakage.answers.forEach(answer -> look("problem while away", answer.bytes()));
        breakage.thrown.forEach(text -> look("exception", text));
        exceptions = breakage.thrown.size();
        Breakage.spoken(house.desk()).forEach((what, value) -> look("text of " + what, value.toString()));
    }

    private static void rows() {
        try (Rows rows = new Rows(house.node)) {
            rows.cells(List.of("confidant", "confidant_keys", "system"), CanaryIT::look);
        }
    }

    private static void quartz() throws SchedulerException {
        for (Scheduler scheduler : SchedulerRepository.getInstance().lookupAll()) {
            StringBuilder text =
                    new StringBuilder(scheduler.getContext().getWrappedMap().toString());
            for (JobKey job : scheduler.getJobKeys(GroupMatcher.anyJobGroup())) {
                text.append(job)
                        .append(scheduler.getJobDetail(job).getJobDataMap().getWrappedMap());
            }
            for (TriggerKey trigger : scheduler.getTriggerKeys(GroupMatcher.anyTriggerGroup())) {
                text.append(trigger)
                        .append(scheduler.getTrigger(trigger).getJobDataMap().getWrappedMap());
            }
            assertThat(text).contains("greetings");
            look("quartz", text.toString());
        }
    }

    @Test
    void nothingPersonal_liesOpen_anywhere() {
        assertThat(personal.found()).isEmpty();
    }

    @Test
    void search_findsWhatLiesOpen() {
        assertThat(open.found())
                .anyMatch(hit -> hit.equals("title as UTF-8 in log"))
                .anyMatch(hit -> hit.equals("title as UTF-8 in confidant.piece.title"))
                .anyMatch(hit -> hit.startsWith("title as UTF-8 in file while it runs cassandra/"));
        assertThat(personal.looks()).isGreaterThan(1_000);
    }

    @Test
    void search_findsEveryForm_amongOtherBytes() {
        Search.forms(Marks.WORDS_ZH).forEach((form, bytes) -> {
            Search search = new Search(Map.of("words", Marks.WORDS_ZH));
            byte[] hay = new byte[bytes.length + 20];
            System.arraycopy(bytes, 0, hay, 7, bytes.length);
            search.look("hay", hay);
            assertThat(search.found()).as(form).isNotEmpty();
        });
        Search upper = new Search(Map.of("words", Marks.WORDS));
        upper.look("hay", "x" + Marks.WORDS.toUpperCase(java.util.Locale.ROOT));
        assertThat(upper.found()).contains("words as UTF-8 in hay");
    }

    @Test
    void day_reallyHeld_whatIsLookedFor() {
        assertThat(String.join("", desk))
                .contains(Marks.NAME, Marks.NAME_ZH, Marks.PHONE, Marks.STREET, Marks.WORDS, Marks.WORDS_ZH)
                .contains(Marks.REPLY, Marks.URL, Marks.OPEN);
        assertThat(house.line.delivered(Marks.USER)).isNotEmpty();
        assertThat(exceptions).isGreaterThan(100);
    }

    @Test
    void badInput_isAProblem_andNeverAFailureOfOurs() {
        assertThat(bad).hasSizeGreaterThan(500);
        assertThat(bad)
                .extracting(Answer::status)
                .allSatisfy(status -> assertThat(status).isBetween(400, 499));
        assertThat(Set.copyOf(bad.stream().map(Answer::status).toList())).contains(400, 401, 404, 413, 415);
    }
}
