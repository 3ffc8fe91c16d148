package confidant.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import confidant.model.Actor;
import confidant.model.Channel;
import confidant.model.ClientId;
import confidant.model.ConciergeId;
import confidant.model.ConsentStatus;
import confidant.model.DataClass;
import confidant.model.PoolId;
import confidant.model.Purpose;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An engine over a small house, whose rules a test can spoil at no cost. */
final class SmallEngineTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final DataClass BIRTHDAY = new DataClass("birthday");

    /** Right in Cedar's eyes, and cannot be computed. */
    private static final String OVERFLOWS = SmallHouse.rule("overflows")
            + "forbid (principal, action == Action::\"send\", resource)"
            + " when { 9223372036854775807 + 1 > 0 };\n";

    @TempDir
    Path folder;

    @BeforeEach
    void build() {
        SmallHouse.in(folder);
    }

    @Test
    void bluntest_of_several_rules_decides() {
        Verdict.Permit own = (Verdict.Permit) engine().decide(question(Act.READ, BIRTHDAY, true));

        assertThat(own.rule()).isEqualTo("concierge-knows-years");
        assertThat(own.transform()).isEqualTo("ageBand:10");
    }

    @Test
    void general_is_withheld_when_no_rule_says_how_to_blunt() {
        // Written so that the check of the rules does not see which action it names.
        House.edit(folder, SmallHouse.RULES, "@transform(\"ageBand:10\")\n", "");
        House.edit(folder, SmallHouse.RULES, "@transform(\"monthDay\")\n", "");
        House.edit(folder, SmallHouse.RULES, "Action::\"readGeneral\"", "Action::\"read\\u{47}eneral\"");
        PolicyEngine engine = engine();

        assertThat(engine.decide(question(Act.READ, BIRTHDAY, true)))
                .isEqualTo(new Verdict.Refuse("default-deny", engine.hash(), "none"));
    }

    @Test
    void rule_that_fails_while_it_is_asked_never_becomes_a_yes() {
        PolicyEngine before = engine();
        append(OVERFLOWS);
        PolicyEngine engine = engine();

        assertThatThrownBy(() -> engine.decide(question(Act.SEND, DataClass.MESSAGE, true)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a rule failed while it was asked");
        assertThatThrownBy(engine::warmUp).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> before.replace(PolicySet.read(folder))).isInstanceOf(IllegalStateException.class);
        assertThat(before.hash()).as("the set in force stays").isNotEqualTo(engine.hash());
        assertThat(before.decide(question(Act.READ, DataClass.MESSAGE, true)).permitted())
                .isTrue();
    }

    @Test
    void warm_up_decides_each_case_of_each_class_under_its_own_purposes() {
        // Message serves service: 7 roles, 9 acts, 2 pools. Birthday serves greeting: the same, with and without
        // consent.
        assertThat(engine().warmUp()).isEqualTo(7 * 9 * 2 + 7 * 9 * 2 * 2);
    }

    @Test
    void replaced_set_answers_every_later_question() {
        PolicyEngine engine = engine();
        String before = engine.hash();
        House.edit(
                folder, SmallHouse.RULES, "context.ownPool && context.purpose", "!context.ownPool && context.purpose");

        engine.replace(PolicySet.read(folder));

        Verdict now = engine.decide(question(Act.READ, DataClass.MESSAGE, true));
        assertThat(now.permitted()).isFalse();
        assertThat(now.policyHash()).isEqualTo(engine.hash()).isNotEqualTo(before);
    }

    @Test
    void verdict_is_matched_by_the_function_of_its_own_case() {
        PolicyEngine engine = engine();
        Verdict yes = engine.decide(question(Act.READ, DataClass.MESSAGE, true));
        Verdict no = engine.decide(question(Act.READ, DataClass.MESSAGE, false));

        assertThat(yes.<String>match(Verdict.Permit::rule, refuse -> "no")).isEqualTo("concierge-reads");
        assertThat(no.<String>match(permit -> "yes", Verdict.Refuse::remedy)).isEqualTo("none");
    }

    @Test
    void timing_is_matched_by_the_function_of_its_own_case() {
        PolicyEngine engine = engine();

        assertThat(words(engine.timing(contact(NOW)))).isEqualTo("now by line-push");
        assertThat(words(engine.timing(contact(Instant.parse("2026-11-22T22:00:00Z")))))
                .isEqualTo("later by quiet-hours, 2026-11-23T01:00:00Z");
        assertThat(words(engine.timing(contact(NOW.plus(Duration.ofHours(24))))))
                .isEqualTo("never by line-push");
    }

    @Test
    void asking_and_tag_kinds_are_as_written() {
        PolicyEngine engine = engine();

        assertThat(engine.asking())
                .isEqualTo(new Asking(Duration.ofMinutes(90), Duration.ofDays(14), Duration.ofHours(12)));
        assertThat(engine.purpose(Purpose.GREETING).orElseThrow().lasts()).isEqualTo(Duration.ofDays(730));
        TagKind mood = engine.tagKind("mood").orElseThrow();
        assertThat(mood.values().keySet()).containsExactly("good", "bad");
        assertThat(mood.dpv()).as("its own name before that of its class").isEqualTo("d3");
        assertThat(engine.tagKind("birthday").orElseThrow().dpv()).isEqualTo("d2");
    }

    private PolicyEngine engine() {
        return new PolicyEngine(PolicySet.read(folder));
    }

    private void append(String rule) {
        House.edit(folder, SmallHouse.RULES, SmallHouse.rule("officer-looks"), rule + SmallHouse.rule("officer-looks"));
    }

    private static String words(Timing timing) {
        return timing.match(
                now -> "now by " + now.rule(),
                later -> "later by " + later.rule() + ", " + later.at(),
                never -> "never by " + never.rule());
    }

    /** A greeting to a client who wrote at {@link #NOW}. */
    private static Contact contact(Instant now) {
        return new Contact(
                Channel.LINE, Purpose.GREETING, ZoneId.of("Asia/Taipei"), now, Optional.of(NOW), false, false);
    }

    private static Question question(Act act, DataClass what, boolean own) {
        Purpose purpose = what.equals(BIRTHDAY) ? Purpose.GREETING : Purpose.SERVICE;
        return new Question(
                Actor.of(ConciergeId.random()),
                act,
                what,
                purpose,
                PoolId.random(),
                ClientId.random(),
                own,
                ConsentStatus.GIVEN,
                NOW);
    }
}
