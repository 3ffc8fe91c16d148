package confidant.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import confidant.model.Lang;
import confidant.policy.Jurisdiction.Request;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JurisdictionsTest {
    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

    @TempDir
    Path folder;

    @Test
    void four_places_are_there_and_none_was_reviewed() {
        PolicyEngine engine = engine(House.policies());

        assertThat(engine.jurisdictions())
                .extracting(Jurisdiction::id)
                .containsExactly("california", "china", "eu", "taiwan");
        assertThat(engine.jurisdictions()).noneMatch(Jurisdiction::reviewed).allSatisfy(one -> {
            assertThat(one.title()).containsOnlyKeys(Lang.values());
            assertThat(one.duties()).isNotEmpty().allMatch(duty -> duty.title().size() == Lang.values().length);
            assertThat(one.responses()).containsKeys(Request.ACCESS, Request.ERASURE, Request.OBJECTION);
        });
        assertThat(engine.jurisdiction("taiwan").orElseThrow().sensitive()).containsExactly("health", "sexuality");
        assertThat(engine.jurisdiction("atlantis")).isEmpty();
    }

    @Test
    void ages_follow_the_place() {
        PolicyEngine engine = engine(House.policies());
        Jurisdiction china = engine.jurisdiction("china").orElseThrow();
        Jurisdiction california = engine.jurisdiction("california").orElseThrow();

        assertThat(china.needsGuardian(13)).isTrue();
        assertThat(china.needsGuardian(14)).isFalse();
        assertThat(china.optInAge()).isEmpty();
        assertThat(california.consentAge()).isEqualTo(13);
        assertThat(california.optInAge()).contains(16);
        assertThat(engine.jurisdictions().stream()
                        .filter(Jurisdiction::gpcBinding)
                        .map(Jurisdiction::id))
                .containsExactly("california");
    }

    @Test
    void times_to_answer_follow_the_place() {
        PolicyEngine engine = engine(House.policies());
        Instant asked = Instant.parse("2027-01-31T02:00:00Z");
        Jurisdiction.Response eu =
                engine.jurisdiction("eu").orElseThrow().responses().get(Request.ACCESS);
        Jurisdiction.Response china =
                engine.jurisdiction("china").orElseThrow().responses().get(Request.ERASURE);

        assertThat(eu.within().after(asked, TAIPEI)).isEqualTo("2027-02-28T02:00:00Z");
        assertThat(eu.extension().orElseThrow()).hasToString("2 months");
        // A Sunday; the fifteenth working day after it is a Friday.
        assertThat(china.within().after(asked, TAIPEI)).isEqualTo("2027-02-19T02:00:00Z");
        assertThat(china.extension()).isEmpty();
    }

    @Test
    void spans_are_counted_in_their_unit() {
        Instant friday = Instant.parse("2026-11-27T10:00:00Z");

        assertThat(Span.parse("72 hours").after(friday, TAIPEI)).isEqualTo("2026-11-30T10:00:00Z");
        assertThat(Span.parse("1 day").after(friday, TAIPEI)).isEqualTo("2026-11-28T10:00:00Z");
        assertThat(Span.parse("1 working-day").after(friday, TAIPEI)).isEqualTo("2026-11-30T10:00:00Z");
        assertThat(Span.parse("2 working-days").after(friday, TAIPEI)).isEqualTo("2026-12-01T10:00:00Z");
        assertThat(Span.parse("3 months").after(friday, TAIPEI)).isEqualTo("2027-02-27T10:00:00Z");
        assertThat(Span.parse("7 years").after(friday, TAIPEI)).isEqualTo("2033-11-27T10:00:00Z");
        assertThat(Span.parse("1 month")).hasToString("1 month");
        assertThat(Span.parse("15 working-days")).hasToString("15 working-days");
        for (String odd : List.of("", "month", "1 moon", "0 days", "1.5 days", "99999 days", "-1 day")) {
            assertThatThrownBy(() -> Span.parse(odd)).as(odd).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void review_counts_once_name_and_day_are_there() {
        House.copy(folder);
        House.edit(folder, "jurisdictions/eu.yaml", "reviewedBy: \"\"", "reviewedBy: \"Counsel One\"");
        assertThat(problems()).containsExactly("`reviewedBy` and `reviewedOn` belong together");

        House.edit(folder, "jurisdictions/eu.yaml", "reviewedOn: \"\"", "reviewedOn: \"2027-03-01\"");
        Jurisdiction eu = engine(folder).jurisdiction("eu").orElseThrow();
        assertThat(eu.reviewed()).isTrue();
        assertThat(eu.review()).contains(new Jurisdiction.Review("Counsel One", LocalDate.parse("2027-03-01")));
    }

    @Test
    void files_count_for_the_fingerprint() {
        House.copy(folder);
        String before = PolicySet.read(folder).hash();
        House.edit(folder, "jurisdictions/china.yaml", "consentAge: 14", "consentAge: 15");

        assertThat(PolicySet.read(folder).hash()).isNotEqualTo(before);
    }

    @Test
    void what_is_wrong_is_reported_in_words() {
        House.copy(folder);
        House.edit(folder, "jurisdictions/eu.yaml", "sensitive: [health,", "sensitive: [likes, shoe-size,");
        House.edit(folder, "jurisdictions/eu.yaml", "request: erasure", "request: access");
        House.edit(folder, "jurisdictions/china.yaml", "request: erasure", "request: oblivion");
        House.edit(folder, "jurisdictions/taiwan.yaml", "within: 15 days", "within: a while");
        House.edit(folder, "jurisdictions/taiwan.yaml", "consentAge: 18", "consentAge: grown-up");
        House.edit(folder, "jurisdictions/california.yaml", "id: california", "id: eu");
        House.edit(
                folder,
                "jurisdictions/china.yaml",
                "keeps: []",
                "keeps: [{class: consent, purpose: lgal, keep: 10 years, article: PIPL 19}]");

        assertThat(problems())
                .containsExactlyInAnyOrder(
                        "`likes` is not a kind that is always refused",
                        "`shoe-size` is not a kind that is always refused",
                        "the request is there twice",
                        "`oblivion` is not access, correction, erasure, portability, objection or breach",
                        "the request is there twice",
                        "`a while` is not a span such as 1 month, 15 working-days or 72 hours",
                        "`consentAge` is missing or is not a whole number",
                        "the jurisdiction `eu` is there twice",
                        "class or purpose is not listed");
    }

    @Test
    void longer_keeping_is_read() {
        House.copy(folder);
        House.edit(
                folder,
                "jurisdictions/china.yaml",
                "keeps: []",
                "keeps: [{class: consent, purpose: legal, keep: 10 years, article: PIPL 19}]");

        assertThat(engine(folder).jurisdiction("china").orElseThrow().keeps())
                .singleElement()
                .satisfies(keep -> {
                    assertThat(keep.what().id()).isEqualTo("consent");
                    assertThat(keep.purpose().id()).isEqualTo("legal");
                    assertThat(keep.keep()).isEqualTo(new Span(10, Span.Unit.YEAR));
                    assertThat(keep.article()).isEqualTo("PIPL 19");
                });
    }

    private static PolicyEngine engine(Path policies) {
        return new PolicyEngine(PolicySet.read(policies));
    }

    private List<String> problems() {
        PolicyInvalid invalid = catchThrowableOfType(PolicyInvalid.class, () -> PolicySet.read(folder));
        assertThat(invalid).as("the folder was taken").isNotNull();
        return invalid.problems().stream().map(PolicyProblem::sentence).toList();
    }
}
