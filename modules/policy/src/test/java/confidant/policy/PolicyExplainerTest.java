package confidant.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import confidant.model.Channel;
import confidant.model.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PolicyExplainerTest {
    private static final PolicySet POLICIES = PolicySet.read(House.policies());
    private static final PolicyExplainer EXPLAINER = new PolicyExplainer(POLICIES);

    @Test
    void blunted_reading_names_its_rule_with_all_its_notes() {
        assertThat(explain("concierge", "read", "birthday", "greeting", "own", "given"))
                .containsExactly(
                        "a concierge may read `birthday` for `greeting` in their own pool where consent is given:"
                                + " general (month and day, no year)",
                        "asked, from the sharpest to the bluntest",
                        "  readExact: refused, no rule permits it",
                        "  readGeneral: allowed by `concierge-reads-birthday-day`",
                        "decided by",
                        "  `concierge-reads-birthday-day`: For a greeting, a concierge sees month and day of a birthday",
                        "    file       concierge.cedar",
                        "    article    GDPR 5(1)(c)",
                        "    owner      compliance",
                        "    review     2027-05-01",
                        "    transform  monthDay: month and day, no year");
    }

    @Test
    void refusal_for_want_of_consent_tells_what_it_would_be_with_it() {
        assertThat(explain("concierge", "read", "likes", "sharing", "own", "withdrawn"))
                .startsWith("a concierge may not read `likes` for `sharing` in their own pool where consent is"
                        + " withdrawn: refused")
                .contains("  readExact: refused, by `consent-needed`")
                .endsWith(
                        "what would help",
                        "  ask the client for consent to `sharing`: then it is exact by `concierge-reads-consented`");
    }

    @Test
    void refusal_that_consent_would_not_change_is_asked_as_if_there_were_consent() {
        assertThat(explain("concierge", "read", "likes", "sharing", "other", "none"))
                .contains(
                        "  with a valid consent too, so that this is what is asked below",
                        "  readExact: refused, no rule permits it",
                        "  `default-deny`: What no rule permits is refused")
                .endsWith("what would help", "  nothing: consent would not change it");
        assertThat(explain("concierge", "tag", "name", "service", "own", "none"))
                .endsWith("what would help", "  nothing: `service` asks for no consent");
        assertThat(explain("concierge", "read", "birthday", "sharing", "own", "given"))
                .endsWith(
                        "what would help",
                        "  nothing for this purpose: `birthday` may serve `greeting`, `personalisation`");
    }

    @Test
    void all_rules_that_forbid_are_told_and_the_one_in_the_ledger_is_marked() {
        assertThat(explain("operator", "read", "special", "service", "own", "none"))
                .contains(
                        "  readExact: refused, by `operator-sees-nothing`, `special-never`",
                        "  `operator-sees-nothing`: Whoever runs the installation opens nothing (named in the ledger)",
                        "  `special-never`: Sensitive data are never noted, proposed, kept, sent or searched");
    }

    @Test
    void presence_is_told_step_by_step() {
        assertThat(explain("officer", "read", "likes", "sharing", "other", "refused"))
                .first()
                .asString()
                .endsWith("in a pool that is not theirs where consent is refused: presence only");
        assertThat(explain("officer", "read", "likes", "sharing", "other", "refused"))
                .contains(
                        "  readExact: refused, by `consent-needed`",
                        "  readGeneral: refused, by `consent-needed`",
                        "  readPresence: allowed by `officer-sees-presence`",
                        "decided by",
                        "  `officer-sees-presence`: An officer sees that something is kept, never what");
    }

    @Test
    void sending_is_allowed_and_not_exact() {
        assertThat(explain("scheduler", "send", "message", "greeting", "other", "renewed"))
                .startsWith(
                        "the scheduler may send `message` for `greeting` in a pool that is not theirs where consent is"
                                + " renewed: allowed",
                        "asked",
                        "  send: allowed by `scheduler-sends-greeting`");
    }

    @Test
    void words_that_nobody_knows_are_all_named_with_the_choice() {
        Inquiry odd = new Inquiry("concierg", "read", "likes", "", "mine", "given");

        assertThat(odd.unknown(POLICIES))
                .extracting(Inquiry.Unknown::place, Inquiry.Unknown::word)
                .containsExactly(tuple("role", "concierg"), tuple("purpose", ""), tuple("pool", "mine"));
        assertThat(odd.unknown(POLICIES).get(1).known())
                .containsExactly("service", "legal", "personalisation", "greeting", "sharing", "trip", "confidence");
        assertThatThrownBy(() -> EXPLAINER.explain(odd)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void time_rules_are_told_with_their_notes() {
        Instant night = Instant.parse("2026-12-24T14:15:00Z");

        assertThat(EXPLAINER.explain(contact(Purpose.GREETING, night, false)))
                .startsWith(
                        "the time rules hold it back until 2026-12-25T09:00+08:00",
                        "decided by",
                        "  `quiet-hours`: Quiet hours, nine in the evening to nine in the morning",
                        "    article    house rule");
        assertThat(EXPLAINER.explain(contact(Purpose.SERVICE, night, false)))
                .startsWith("the time rules let it leave now");
        assertThat(EXPLAINER.explain(contact(Purpose.SERVICE, night, true)))
                .startsWith(
                        "the time rules drop it",
                        "decided by",
                        "  `client-blocked`: The client has blocked this account");
    }

    private static Contact contact(Purpose purpose, Instant now, boolean blocked) {
        Optional<Instant> wrote = Optional.of(now.minus(Duration.ofHours(2)));
        return new Contact(Channel.LINE, purpose, ZoneId.of("Asia/Taipei"), now, wrote, blocked, false);
    }

    private static List<String> explain(
            String role, String act, String what, String purpose, String pool, String consent) {
        return EXPLAINER.explain(new Inquiry(role, act, what, purpose, pool, consent));
    }
}
