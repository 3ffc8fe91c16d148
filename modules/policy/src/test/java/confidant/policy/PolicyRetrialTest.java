package confidant.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import confidant.model.Actor;
import confidant.model.Lang;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happened, tried again by other rules, on the small house. */
final class PolicyRetrialTest {
    private static final String YEARS = "concierge-knows-years";

    @TempDir
    Path folder;

    private PolicySet before;

    @BeforeEach
    void build() {
        SmallHouse.in(folder);
        before = PolicySet.read(folder);
    }

    @Test
    void same_rules_change_nothing() {
        PolicyRetrial retrial = new PolicyRetrial(before, PolicySet.read(folder));
        reads(retrial, 3, "a");

        assertThat(retrial.same()).isEqualTo(3);
        assertThat(retrial.unknown()).isZero();
        assertThat(retrial.lines(Lang.EN)).isEmpty();
    }

    @Test
    void what_would_be_refused_or_sharper_is_told_with_how_often_and_to_how_many() {
        House.edit(folder, SmallHouse.RULES, "@transform(\"ageBand:10\")", "@transform(\"ageBand:5\")");
        House.edit(
                folder, SmallHouse.RULES, "context.ownPool && context.purpose", "!context.ownPool && context.purpose");
        PolicyRetrial retrial = new PolicyRetrial(before, PolicySet.read(folder));
        reads(retrial, 2, "a");
        reads(retrial, 1, "b");
        retrial.add("read", Actor.Role.CONCIERGE, List.of("message"), "service", "concierge-reads", "a");

        assertThat(retrial.same()).isZero();
        assertThat(retrial.lines(Lang.EN))
                .extracting(PolicyRetrial.Line::kind, PolicyRetrial.Line::acts, PolicyRetrial.Line::people)
                .containsExactly(tuple(PolicyDiff.Kind.MORE, 3L, 2), tuple(PolicyDiff.Kind.LESS, 1L, 1));
        assertThat(retrial.lines(Lang.EN).get(0).words()).contains("an age band of 5 years");
        assertThat(retrial.lines(Lang.EN).get(1).words()).contains("refused by `default-deny`");
    }

    @Test
    void what_no_rule_decided_is_passed_over_and_what_other_rules_decided_is_counted_apart() {
        PolicyRetrial retrial = new PolicyRetrial(before, before);
        retrial.add("signin", Actor.Role.CONCIERGE, List.of(), "", "", "");
        retrial.add("read", Actor.Role.CONCIERGE, List.of(), "greeting", YEARS, "a");
        assertThat(retrial.same() + retrial.unknown()).isZero();

        retrial.add("read", Actor.Role.CONCIERGE, List.of("birthday"), "greeting", "a-rule-of-last-year", "a");
        retrial.add("read", Actor.Role.CONCIERGE, List.of("shoe-size"), "greeting", YEARS, "a");

        assertThat(retrial.same()).isZero();
        assertThat(retrial.unknown()).isEqualTo(2);
        assertThat(retrial.lines(Lang.EN)).isEmpty();
    }

    @Test
    void one_act_on_two_classes_counts_once_where_nothing_changes() {
        PolicyRetrial retrial = new PolicyRetrial(before, before);
        retrial.add("read", Actor.Role.OFFICER, List.of("birthday", "message"), "greeting", "officer-looks", "");

        assertThat(retrial.same()).isEqualTo(1);
    }

    private static void reads(PolicyRetrial retrial, int times, String whose) {
        for (int i = 0; i < times; i++) {
            retrial.add("read", Actor.Role.CONCIERGE, List.of("birthday"), "greeting", YEARS, whose);
        }
    }
}
