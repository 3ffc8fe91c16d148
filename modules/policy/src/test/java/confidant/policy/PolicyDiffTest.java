package confidant.policy;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.model.Lang;
import java.nio.file.Path;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The house's own rules, changed one at a time, and what an officer is told of it. */
final class PolicyDiffTest {
    private static final PolicySet POLICIES = PolicySet.read(House.policies());

    @TempDir
    Path folder;

    @BeforeEach
    void copy() {
        House.copy(folder);
    }

    @Test
    void copy_changes_nothing_and_asks_nothing() {
        PolicyDiff diff = diff();

        assertThat(diff.same()).isTrue();
        assertThat(diff.lines(Lang.EN)).isEmpty();
        assertThat(diff.cells()).isZero();
        assertThat(diff.summary(Lang.EN)).isEqualTo("nothing changes");
    }

    @Test
    void purpose_that_a_class_may_no_longer_serve_is_told_once_for_each_kind_of_act() {
        House.edit(folder, Facts.CLASSES, "purposes: [greeting, personalisation]", "purposes: [personalisation]");
        // What still reads a birthday for greeting names the class itself, not what it may serve.
        House.edit(
                folder,
                "concierge.cedar",
                "Purpose::\"greeting\" && context.consented",
                "Purpose::\"greeting\" && context.consented && !context.ownPool");

        PolicyDiff diff = diff();

        assertThat(diff.same()).isFalse();
        assertThat(diff.summary(Lang.EN))
                .isEqualTo(diff.changed() + " of " + diff.cells() + " cases are decided otherwise");
        assertThat(words(diff, PolicyDiff.Kind.MORE)).isEmpty();
        assertThat(words(diff, PolicyDiff.Kind.LESS))
                .contains(
                        "a concierge may no longer read `birthday` for `greeting` in their own pool where consent is"
                                + " valid: was general (month and day, no year) by `concierge-reads-birthday-day`, is"
                                + " refused by `default-deny`",
                        "a concierge may no longer tag `birthday` for `greeting` in their own pool where consent is"
                                + " valid: was allowed by `concierge-tags-consented`, is refused by `default-deny`",
                        "the assistant may no longer propose `birthday` for `greeting` where consent is valid: was"
                                + " allowed by `assistant-proposes`, is refused by `default-deny`");
        assertThat(words(diff, PolicyDiff.Kind.FILE))
                .containsExactly(
                        "concierge.cedar: the text of `concierge-reads-birthday-day` has changed",
                        "classes.yaml: `classes.birthday.purposes` was `[greeting, personalisation]`, is"
                                + " `[personalisation]`");
        assertThat(diff.cells()).isEqualTo(169_344);
        assertThat(diff.changed()).isPositive().isLessThan(500);
    }

    @Test
    void sharper_transform_is_told_as_more_and_blunter_as_less() {
        House.edit(folder, "concierge.cedar", "@transform(\"ageBand:10\")", "@transform(\"ageBand:5\")");

        assertThat(diff().lines(Lang.EN))
                .containsExactly(
                        new PolicyDiff.Line(
                                PolicyDiff.Kind.MORE,
                                "a concierge may read `birthday` for `personalisation` in their own pool where consent"
                                        + " is valid, now more sharply: was general (an age band of 10 years) by"
                                        + " `concierge-reads-birthday-age`, is general (an age band of 5 years) by"
                                        + " `concierge-reads-birthday-age`"),
                        new PolicyDiff.Line(
                                PolicyDiff.Kind.FILE,
                                "concierge.cedar: `concierge-reads-birthday-age.transform` was `ageBand:10`, is"
                                        + " `ageBand:5`"));
        assertThat(words(PolicyDiff.between(PolicySet.read(folder), POLICIES), PolicyDiff.Kind.LESS))
                .singleElement()
                .asString()
                .contains(", now less sharply: was general (an age band of 5 years)");
    }

    @Test
    void what_lets_more_happen_stands_first_and_files_last() {
        House.edit(folder, Facts.CLASSES, "purposes: [greeting, personalisation]", "purposes: [personalisation, trip]");
        House.edit(folder, "manager.cedar", "@id(\"manager-sees-no-client\")", "@id(\"manager-is-blind\")");

        assertThat(diff().lines(Lang.EN))
                .extracting(PolicyDiff.Line::kind)
                .isSorted()
                .contains(PolicyDiff.Kind.values());
    }

    @Test
    void same_outcome_by_another_rule_is_told_apart() {
        House.edit(folder, "manager.cedar", "@id(\"manager-sees-no-client\")", "@id(\"manager-is-blind\")");

        PolicyDiff diff = diff();

        assertThat(words(diff, PolicyDiff.Kind.REASON))
                .containsExactly(
                        "a manager still may not read any class of data for any purpose, for another reason: was"
                                + " refused by `manager-sees-no-client`, is refused by `manager-is-blind`",
                        "a manager still may not do anything but reading with any class of data for any purpose, for"
                                + " another reason: was refused by `manager-sees-no-client`, is refused by"
                                + " `manager-is-blind`");
        assertThat(words(diff, PolicyDiff.Kind.FILE))
                .containsExactly(
                        "manager.cedar: `manager-sees-no-client` is gone", "manager.cedar: `manager-is-blind` is new");
        assertThat(diff.changed()).as("one role of seven").isEqualTo(169_344 / 7);
    }

    @Test
    void class_that_is_new_was_refused_before() {
        House.edit(
                folder,
                Facts.CLASSES,
                "  - id: travel-plan\n    groups",
                "  - id: shoe-size\n    groups: [preference, noted]\n    purposes: [trip]\n    dpv: d\n    keep: 3 months\n"
                        + "    title: {en: Shoe size, zh-Hant: 鞋碼, zh-Hans: 鞋码}\n\n  - id: travel-plan\n    groups");
        House.edit(
                folder,
                Facts.CLASSES,
                "kinds:\n",
                "kinds:\n  - {id: shoe-size, class: shoe-size, form: count, title: {en: a, zh-Hant: b, zh-Hans: c}}\n");

        PolicyDiff diff = diff();

        assertThat(words(diff, PolicyDiff.Kind.MORE))
                .contains("a concierge may now read `shoe-size` for `trip` in their own pool where consent is valid:"
                        + " was refused by `default-deny`, is exact by `concierge-reads-consented`");
        assertThat(words(diff, PolicyDiff.Kind.FILE))
                .containsExactly("classes.yaml: `classes.shoe-size` is new", "classes.yaml: `kinds.shoe-size` is new");
        assertThat(diff.lines(Lang.ZH_HANT))
                .extracting(PolicyDiff.Line::words)
                .contains("專屬管家現在可以為「行程規劃」讀取「鞋碼」，自己的客群，同意有效時：原為拒絕（`default-deny`），"
                        + "現為完整（`concierge-reads-consented`）");
    }

    @Test
    void what_no_decision_shows_is_told_by_its_place_in_the_file() {
        House.edit(folder, Facts.PURPOSES, "cool-down: 90 days", "cool-down: 30 days");
        House.edit(folder, Facts.WINDOWS, "from: \"21:00\"", "from: \"22:00\"");
        House.edit(folder, "jurisdictions/taiwan.yaml", "consentAge: 18", "consentAge: 20");
        House.edit(
                folder, Facts.ROLES, "confidant-officers: officer", "confidant-officers: concierge\n  audit: officer");
        House.edit(folder, "officer.cedar", "@article(\"GDPR 7(1)\")", "@article(\"GDPR 7\")");
        House.edit(folder, "client.cedar", "// The client", "// A client");
        House.edit(folder, "operator.cedar", "  action,\n  resource", "  action,  resource");

        PolicyDiff diff = diff();

        assertThat(diff.changed()).isZero();
        assertThat(words(diff, PolicyDiff.Kind.FILE))
                .containsExactlyInAnyOrder(
                        "officer.cedar: `officer-reads-consent.article` was `GDPR 7(1)`, is `GDPR 7`",
                        "client.cedar: only its layout or its comments have changed",
                        "operator.cedar: only its layout or its comments have changed",
                        "roles.yaml: `roles.confidant-officers` was `officer`, is `concierge`",
                        "roles.yaml: `roles.audit` is new: `officer`",
                        "jurisdictions/taiwan.yaml: `consentAge` was `18`, is `20`",
                        "purposes.yaml: `asking.cool-down` was `90 days`, is `30 days`",
                        "windows.yaml: `quiet.from` was `21:00`, is `22:00`");
    }

    @Test
    void every_language_has_every_sentence() {
        Set<String> keys = texts(Lang.EN).keySet();
        for (Lang lang : Lang.values()) {
            assertThat(texts(lang).keySet()).as(lang.tag()).containsExactlyInAnyOrderElementsOf(keys);
            assertThat(texts(lang).getLocale()).isEqualTo(lang.locale());
            for (PolicyDiff.Kind kind : PolicyDiff.Kind.values()) {
                assertThat(PolicyDiff.head(kind, lang)).isNotBlank();
            }
        }
    }

    private static ResourceBundle texts(Lang lang) {
        return ResourceBundle.getBundle("confidant.policy.wording", lang.locale());
    }

    private PolicyDiff diff() {
        return PolicyDiff.between(POLICIES, PolicySet.read(folder));
    }

    private static List<String> words(PolicyDiff diff, PolicyDiff.Kind kind) {
        return diff.lines(Lang.EN).stream()
                .filter(one -> one.kind() == kind)
                .map(PolicyDiff.Line::words)
                .toList();
    }
}
