package confidant.policy;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.model.Actor.Role;
import confidant.model.DataClass;
import confidant.model.Precision;
import confidant.model.Purpose;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What anybody may do for a purpose is what single decisions say, for each case and no other. */
class GrantTest {
    private final PolicySet policies = PolicySet.read(House.policies());
    private final PolicyEngine engine = new PolicyEngine(policies);

    @Test
    void grants_areThePermittedCases_andNoOthers() {
        for (PurposeInfo info : engine.purposes()) {
            List<Grant> grants = engine.grants(info.purpose());
            assertThat(grants).isNotEmpty();
            boolean consented = info.basis() == PurposeInfo.Basis.CONSENT;
            long permitted = policies.table().cases().stream()
                    .filter(one ->
                            one.purpose().equals(info.purpose()) && one.ownPool() && one.consented() == consented)
                    .filter(one -> engine.classes().stream()
                            .anyMatch(what -> what.id().equals(one.what())
                                    && what.purposes().contains(info.purpose())))
                    .filter(one -> policies.table().decide(one).permitted())
                    .count();
            assertThat(grants).as(info.purpose().id()).hasSize((int) permitted);
        }
    }

    @Test
    void grant_saysHowSharply_byWhichRule_andInWhosePool() {
        assertThat(engine.grants(Purpose.GREETING))
                .filteredOn(grant -> grant.what().equals(new DataClass("birthday"))
                        && grant.role() == Role.CONCIERGE
                        && grant.act() == Act.READ)
                .singleElement()
                .satisfies(grant -> {
                    assertThat(grant.precision()).isEqualTo(Precision.GENERAL);
                    assertThat(grant.anyPool()).isFalse();
                    assertThat(engine.rule(grant.rule())).isPresent();
                });
        assertThat(engine.grants(Purpose.LEGAL))
                .filteredOn(grant -> grant.role() == Role.OFFICER && grant.act() == Act.AUDIT)
                .isNotEmpty()
                .allMatch(Grant::anyPool);
        assertThat(engine.grants(new Purpose("unheard-of"))).isEmpty();
    }
}
