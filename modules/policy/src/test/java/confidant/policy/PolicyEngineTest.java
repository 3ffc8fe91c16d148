package confidant.policy;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.model.Actor;
import confidant.model.ClientId;
import confidant.model.ConciergeId;
import confidant.model.ConsentStatus;
import confidant.model.DataClass;
import confidant.model.Lang;
import confidant.model.PoolId;
import confidant.model.Precision;
import confidant.model.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class PolicyEngineTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final PoolId POOL = PoolId.random();
    private static final ClientId CLIENT = ClientId.random();
    private static final Actor CONCIERGE = Actor.of(ConciergeId.random());
    private static final DataClass BIRTHDAY = new DataClass("birthday");
    private static PolicyEngine engine;

    @BeforeAll
    static void read() {
        engine = new PolicyEngine(PolicySet.read(House.policies()));
    }

    @Test
    void permit_hands_out_an_opening_that_fits_the_question() {
        Verdict.Permit permit = (Verdict.Permit) decide(Act.READ, BIRTHDAY, Purpose.GREETING, ConsentStatus.GIVEN);
        Opening opening = permit.opening();

        assertThat(permit.rule()).isEqualTo("concierge-reads-birthday-day");
        assertThat(permit.precision()).isEqualTo(Precision.GENERAL);
        assertThat(permit.transform()).isEqualTo("monthDay");
        assertThat(permit.policyHash()).isEqualTo(engine.hash()).matches("[0-9a-f]{64}");
        assertThat(opening.actor()).isEqualTo(CONCIERGE);
        assertThat(opening.pool()).isEqualTo(POOL);
        assertThat(opening.client()).isEqualTo(CLIENT);
        assertThat(opening.purpose()).isEqualTo(Purpose.GREETING);
        assertThat(opening.precision()).isEqualTo(Precision.GENERAL);
        assertThat(opening.until()).isEqualTo(NOW.plus(Duration.ofMinutes(5)));
    }

    @Test
    void consent_counts_only_while_given_or_renewed() {
        for (ConsentStatus status : ConsentStatus.values()) {
            Verdict verdict = decide(Act.READ, BIRTHDAY, Purpose.GREETING, status);
            assertThat(verdict.permitted()).as("%s", status).isEqualTo(status.valid());
        }
    }

    @Test
    void consent_is_not_looked_at_for_service() {
        for (ConsentStatus status : ConsentStatus.values()) {
            assertThat(decide(Act.READ, DataClass.MESSAGE, Purpose.SERVICE, status)
                            .permitted())
                    .as("%s", status)
                    .isTrue();
        }
    }

    @Test
    void refusal_asks_for_consent_when_nothing_else_is_missing() {
        Verdict withdrawn = decide(Act.TAG, BIRTHDAY, Purpose.PERSONALISATION, ConsentStatus.WITHDRAWN);

        assertThat(withdrawn).isEqualTo(new Verdict.Refuse("consent-needed", engine.hash(), "ask-consent"));
    }

    @Test
    void refusal_names_what_still_stands_when_consent_would_not_help() {
        Question other = new Question(
                CONCIERGE, Act.READ, BIRTHDAY, Purpose.GREETING, POOL, CLIENT, false, ConsentStatus.NONE, NOW);
        Verdict special = decide(Act.TAG, new DataClass("special"), Purpose.PERSONALISATION, ConsentStatus.NONE);

        assertThat(engine.decide(other)).isEqualTo(new Verdict.Refuse("default-deny", engine.hash(), "none"));
        assertThat(special).isEqualTo(new Verdict.Refuse("special-never", engine.hash(), "none"));
    }

    @Test
    void unknown_class_or_purpose_is_refused_by_default() {
        Verdict refuse = new Verdict.Refuse("default-deny", engine.hash(), "none");

        assertThat(decide(Act.READ, new DataClass("shoe-size"), Purpose.SERVICE, ConsentStatus.GIVEN))
                .isEqualTo(refuse);
        assertThat(decide(Act.READ, DataClass.MESSAGE, new Purpose("curiosity"), ConsentStatus.GIVEN))
                .isEqualTo(refuse);
        // A group of classes is not a class.
        assertThat(decide(Act.READ, new DataClass("conversation"), Purpose.SERVICE, ConsentStatus.GIVEN))
                .isEqualTo(refuse);
    }

    @Test
    void every_rule_that_can_decide_can_be_read_by_people() {
        engine.warmUp();
        Set<String> ids = new HashSet<>();
        engine.table().cases().forEach(one -> ids.add(engine.table().decide(one).rule()));

        assertThat(ids)
                .contains("default-deny", "consent-needed", "special-never")
                .hasSizeGreaterThan(20);
        for (String id : ids) {
            assertThat(engine.rule(id))
                    .as(id)
                    .hasValueSatisfying(rule -> assertThat(rule.title()).containsOnlyKeys(Lang.values()));
        }
        for (String id : List.of("quiet-hours", "client-blocked", "channel-unknown", "line-push", "webchat-anytime")) {
            assertThat(engine.rule(id)).as(id).isPresent();
        }
        assertThat(engine.rule("nobody-wrote-this")).isEmpty();
    }

    @Test
    void purposes_say_which_of_them_stop_ends() {
        assertThat(engine.purposes().stream().filter(PurposeInfo::marketing).map(PurposeInfo::purpose))
                .containsExactly(Purpose.GREETING, Purpose.SHARING);
        assertThat(engine.purpose(Purpose.GREETING).orElseThrow().lasts()).isEqualTo(Duration.ofDays(730));
        assertThat(engine.purpose(Purpose.SERVICE).orElseThrow().lasts()).isZero();
        assertThat(engine.purposes().stream().filter(PurposeInfo::marked).map(PurposeInfo::purpose))
                .containsExactly(Purpose.CONFIDENCE);
        assertThat(engine.purposes())
                .extracting(PurposeInfo::purpose)
                .containsExactly(
                        Purpose.SERVICE,
                        Purpose.LEGAL,
                        Purpose.PERSONALISATION,
                        Purpose.GREETING,
                        Purpose.SHARING,
                        Purpose.TRIP,
                        Purpose.CONFIDENCE);
    }

    @Test
    void tag_kinds_take_purposes_and_retention_from_their_class() {
        TagKind birthday = engine.tagKind("birthday").orElseThrow();
        TagKind region = engine.tagKind("region").orElseThrow();

        assertThat(birthday.form()).isEqualTo("date");
        assertThat(birthday.purposes()).containsExactly(Purpose.GREETING, Purpose.PERSONALISATION);
        assertThat(birthday.values()).isEmpty();
        assertThat(region.values()).containsOnlyKeys("north", "central", "south", "east", "abroad");
        assertThat(engine.tagKind("shoe-size")).isEmpty();
    }

    @Test
    void sensitive_kinds_are_known_and_serve_no_purpose() {
        assertThat(engine.tagKinds())
                .filteredOn(kind -> kind.purposes().isEmpty())
                .extracting(TagKind::id)
                .containsExactly("health", "religion", "politics", "sexuality", "ethnicity", "union", "biometric");
    }

    private static Verdict decide(Act act, DataClass what, Purpose purpose, ConsentStatus consent) {
        return engine.decide(new Question(CONCIERGE, act, what, purpose, POOL, CLIENT, true, consent, NOW));
    }
}
