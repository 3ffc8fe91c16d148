package confidant.policy;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.model.Actor;
import confidant.model.DataClass;
import confidant.model.Purpose;
import confidant.policy.RuleScope.Part;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That questions are taken for the same only if Cedar answers them the same. */
final class RuleScopeTest {
    private static final String HEAD = "{'principal':{'op':'All'},'action':{'op':'All'},'resource':{'op':'All'},";

    @TempDir
    Path folder;

    @Test
    void small_house_is_answered_as_by_cedar_in_every_case() {
        SmallHouse.in(folder);

        agrees(PolicySet.read(folder), Integer.MAX_VALUE);
    }

    @Test
    void rules_in_every_form_of_the_language_are_answered_as_by_cedar() {
        SmallHouse.in(folder);
        House.edit(
                folder,
                SmallHouse.RULES,
                SmallHouse.rule("officer-looks"),
                SmallHouse.rule("is-in")
                        + "permit (principal is Role, action in [Action::\"tag\"], resource is Class in Class::\"noted\")"
                        + " when { if context.ownPool then principal == Role::\"client\" else context.consented };\n"
                        + SmallHouse.rule("whole-context")
                        + "permit (principal, action == Action::\"expire\", resource)"
                        + " when { context has ownPool && resource has purposes && !(resource in Class::\"talk\")"
                        + " && [context.purpose].containsAny(resource.purposes) };\n"
                        + SmallHouse.rule("by-action")
                        + "@transform(\"monthDay\")\npermit (principal in Role::\"client\", action, resource)"
                        + " when { [Action::\"propose\", Action::\"segment\"].contains(action)"
                        + " && {own: context.ownPool} == {own: true} };\n"
                        + SmallHouse.rule("group")
                        + "@transform(\"monthDay\")\npermit (principal == Role::\"manager\", action in Action::\"read\", resource)"
                        + " unless { context.purpose in Basis::\"consent\" };\n"
                        + SmallHouse.rule("officer-looks"));

        agrees(PolicySet.read(folder), Integer.MAX_VALUE);
    }

    @Test
    void house_is_answered_as_by_cedar_wherever_one_looks() {
        agrees(PolicySet.read(House.policies()), 1_500);
    }

    @Test
    void head_tells_for_whom_a_rule_is_written() {
        RuleScope scope = RuleScope.of(json("{'principal':{'op':'==','entity':{'type':'Role','id':'officer'}},"
                + "'action':{'op':'in','entities':[{'type':'Action','id':'send'},{'type':'Action','id':'tag'}]},"
                + "'resource':{'op':'in','entity':{'type':'Class','id':'noted'}},'conditions':[]}"));

        assertThat(scope.parts()).isEmpty();
        assertThat(scope.covers(asked(Actor.Role.OFFICER, "send", "birthday", "noted")))
                .isTrue();
        assertThat(scope.covers(asked(Actor.Role.OFFICER, "tag", "noted"))).isTrue();
        assertThat(scope.covers(asked(Actor.Role.CLIENT, "send", "noted"))).isFalse();
        assertThat(scope.covers(asked(Actor.Role.OFFICER, "audit", "noted"))).isFalse();
        assertThat(scope.covers(asked(Actor.Role.OFFICER, "send", "birthday"))).isFalse();
    }

    @Test
    void head_that_is_not_understood_leaves_nothing_out() {
        RuleScope scope = RuleScope.of(json("{'principal':{'op':'in','entity':{'type':'Role','id':'officer'}},"
                + "'action':{'op':'in','entity':{'type':'Action','id':'read'}},"
                + "'resource':{'op':'is','entity_type':'Class'},'conditions':[]}"));

        assertThat(scope.covers(asked(Actor.Role.CLIENT, "send", "birthday"))).isTrue();
        assertThat(scope.parts()).containsExactlyInAnyOrder(Part.ROLE, Part.ACTION, Part.CLASS);
    }

    @Test
    void conditions_tell_what_they_look_at() {
        assertThat(looks("{'.':{'left':{'Var':'context'},'attr':'consented'}}")).containsExactly(Part.CONSENT);
        assertThat(looks("{'!':{'arg':{'.':{'left':{'Var':'context'},'attr':'ownPool'}}}}"))
                .containsExactly(Part.POOL);
        assertThat(looks("{'contains':{'left':{'.':{'left':{'Var':'resource'},'attr':'purposes'}},"
                        + "'right':{'.':{'left':{'Var':'context'},'attr':'purpose'}}}}"))
                .containsExactly(Part.SERVES, Part.PURPOSE);
        assertThat(looks("{'has':{'left':{'Var':'context'},'attr':'ownPool'}}"))
                .containsExactly(Part.PURPOSE, Part.POOL, Part.CONSENT);
        assertThat(looks("{'.':{'left':{'Var':'resource'},'attr':'colour'}}")).containsExactly(Part.CLASS);
        assertThat(looks("{'Set':[{'Var':'principal'},{'Var':'action'}]}")).containsExactly(Part.ROLE, Part.ACTION);
        assertThat(looks("{'Var':'weather'}")).containsExactly(Part.values());
        assertThat(looks("{'Value':true}")).isEmpty();
    }

    private static Set<Part> looks(String body) {
        return RuleScope.of(json(HEAD + "'conditions':[{'kind':'when','body':" + body + "}]}"))
                .parts();
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private static RuleScope.Asked asked(Actor.Role role, String action, String... names) {
        Case one = new Case(role, Act.SEND, new DataClass(names[0]), Purpose.SERVICE, true, false);
        return new RuleScope.Asked(one, action, Set.of(names), List.of());
    }

    private static void agrees(PolicySet policies, int most) {
        record Ask(Case one, String action) {}
        List<Ask> all = new ArrayList<>();
        for (Cell cell : Cell.all(policies)) {
            Case one = new Case(
                    cell.role(),
                    cell.act(),
                    cell.what(),
                    cell.purpose(),
                    cell.ownPool(),
                    cell.consent().valid());
            DecisionTable.actions(cell.act()).forEach(action -> all.add(new Ask(one, action)));
        }
        Collections.shuffle(all, new Random(20261129));
        CedarRules cedar = policies.cedar();
        // First all, so that whatever is taken for the same has been.
        all.forEach(ask -> cedar.ask(ask.one(), ask.action()));
        List<Ask> some = all.stream().distinct().limit(most).toList();
        assertThat(some)
                .isNotEmpty()
                .allSatisfy(ask -> assertThat(cedar.ask(ask.one(), ask.action()))
                        .isEqualTo(cedar.askCedar(ask.one(), ask.action())));
    }
}
