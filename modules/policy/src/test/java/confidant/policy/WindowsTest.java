package confidant.policy;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.model.Channel;
import confidant.model.Purpose;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WindowsTest {
    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");
    private static PolicyEngine engine;

    @TempDir
    Path folder;

    @BeforeAll
    static void read() {
        engine = new PolicyEngine(PolicySet.read(House.policies()));
    }

    @Test
    void greeting_leaves_by_day() {
        assertThat(engine.timing(greeting("2026-11-22T09:00", TAIPEI))).isEqualTo(new Timing.Now("webchat-anytime"));
        assertThat(engine.timing(greeting("2026-11-22T20:59:59", TAIPEI))).isEqualTo(new Timing.Now("webchat-anytime"));
    }

    @Test
    void greeting_waits_for_the_clients_morning_when_it_is_night_there() {
        Instant morning = at("2026-11-23T09:00", TAIPEI);

        assertThat(engine.timing(greeting("2026-11-22T21:00", TAIPEI)))
                .isEqualTo(new Timing.Later("quiet-hours", morning));
        assertThat(engine.timing(greeting("2026-11-23T00:00", TAIPEI)))
                .isEqualTo(new Timing.Later("quiet-hours", morning));
        assertThat(engine.timing(greeting("2026-11-23T08:59:59", TAIPEI)))
                .isEqualTo(new Timing.Later("quiet-hours", morning));
    }

    @Test
    void quiet_hours_are_those_of_the_clients_zone() {
        Instant noonInTaipei = at("2026-11-22T12:00", TAIPEI);
        Contact inLisbon = contact(Channel.LINE, Purpose.SHARING, ZoneId.of("Europe/Lisbon"), noonInTaipei);

        assertThat(engine.timing(inLisbon))
                .isEqualTo(new Timing.Later("quiet-hours", at("2026-11-22T09:00", ZoneId.of("Europe/Lisbon"))));
    }

    @Test
    void quiet_hours_end_at_nine_on_the_night_the_clocks_change() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Contact night = contact(Channel.LINE, Purpose.GREETING, berlin, at("2026-03-28T23:00", berlin));

        assertThat(engine.timing(night))
                .isEqualTo(new Timing.Later("quiet-hours", Instant.parse("2026-03-29T07:00:00Z")));
    }

    @Test
    void quiet_hours_spare_what_was_asked_and_what_serves() {
        Contact night = greeting("2026-11-22T23:00", TAIPEI);
        Contact asked = new Contact(
                night.channel(), night.purpose(), TAIPEI, night.now(), Optional.of(night.now()), false, true);

        assertThat(engine.timing(asked)).isEqualTo(new Timing.Now("webchat-anytime"));
        assertThat(engine.timing(contact(Channel.LINE, Purpose.SERVICE, TAIPEI, night.now())))
                .isEqualTo(new Timing.Now("line-push"));
    }

    @Test
    void blocked_client_is_never_written_to() {
        Contact day = greeting("2026-11-22T12:00", TAIPEI);
        Contact blocked =
                new Contact(day.channel(), Purpose.SERVICE, TAIPEI, day.now(), Optional.of(day.now()), true, true);

        assertThat(engine.timing(blocked)).isEqualTo(new Timing.Never("client-blocked"));
    }

    @Test
    void channel_without_a_rule_is_never_written_to() {
        House.copy(folder);
        House.edit(folder, "windows.yaml", "channel: line", "channel: telegram");
        PolicyEngine without = new PolicyEngine(PolicySet.read(folder));

        assertThat(without.timing(contact(Channel.LINE, Purpose.SERVICE, TAIPEI, at("2026-11-22T12:00", TAIPEI))))
                .isEqualTo(new Timing.Never("channel-unknown"));
    }

    @Test
    void window_closes_when_the_client_was_silent_too_long() {
        House.copy(folder);
        House.edit(folder, "windows.yaml", "channel: line\n    reach: anytime", "channel: line\n    reach: 24 hours");
        PolicyEngine windowed = new PolicyEngine(PolicySet.read(folder));
        Instant now = at("2026-11-22T12:00", TAIPEI);

        assertThat(windowed.timing(since(now, Optional.of(now.minusSeconds(86_399)))))
                .isEqualTo(new Timing.Now("line-push"));
        assertThat(windowed.timing(since(now, Optional.of(now.minusSeconds(86_400)))))
                .isEqualTo(new Timing.Never("line-push"));
        assertThat(windowed.timing(since(now, Optional.empty()))).isEqualTo(new Timing.Never("line-push"));
    }

    @Test
    void quiet_hours_may_lie_within_one_day() {
        House.copy(folder);
        House.edit(folder, "windows.yaml", "from: \"21:00\"\n  to: \"09:00\"", "from: \"12:00\"\n  to: \"14:00\"");
        PolicyEngine siesta = new PolicyEngine(PolicySet.read(folder));

        assertThat(siesta.timing(greeting("2026-11-22T12:00", TAIPEI)))
                .isEqualTo(new Timing.Later("quiet-hours", at("2026-11-22T14:00", TAIPEI)));
        assertThat(siesta.timing(greeting("2026-11-22T14:00", TAIPEI))).isEqualTo(new Timing.Now("webchat-anytime"));
        assertThat(siesta.timing(greeting("2026-11-22T11:59", TAIPEI))).isEqualTo(new Timing.Now("webchat-anytime"));
    }

    private static Contact greeting(String local, ZoneId zone) {
        return contact(Channel.WEBCHAT, Purpose.GREETING, zone, at(local, zone));
    }

    private static Contact since(Instant now, Optional<Instant> lastInbound) {
        return new Contact(Channel.LINE, Purpose.SERVICE, TAIPEI, now, lastInbound, false, false);
    }

    private static Contact contact(Channel channel, Purpose purpose, ZoneId zone, Instant now) {
        return new Contact(channel, purpose, zone, now, Optional.empty(), false, false);
    }

    private static Instant at(String local, ZoneId zone) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }
}
