package confidant.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A policies folder with two classes, two purposes, five rules and one golden table that speaks of every case: small
 * enough to be read whole in every test. Only the schema is the house's own.
 */
final class SmallHouse {
    static final String RULES = "rules.cedar";
    static final String TABLE = "tests/small.csv";

    private static final String PURPOSES_YAML = """
            asking:
              cool-down: 90 minutes
              reminder: 14 days
              grace: 12 hours
            purposes:
              - {id: service, dpv: p1, basis: contract, marketing: false, title: &t {en: a, zh-Hant: b, zh-Hans: c}, why: *t}
              - {id: greeting, dpv: p2, basis: consent, marketing: true, lasts: 24 months, title: *t, why: *t}
            """;

    private static final String CLASSES_YAML = """
            classes:
              - {id: message, groups: [talk], purposes: [service], dpv: d1, keep: 24 months, title: &t {en: a, zh-Hant: b, zh-Hans: c}}
              - {id: birthday, groups: [noted], purposes: [greeting], dpv: d2, keep: 12 months, title: *t}
            fields:
              - {field: message.text, classes: [message]}
              - {field: tags.card, classes: [noted]}
            kinds:
              - {id: birthday, class: birthday, form: date, title: *t}
              - {id: mood, class: birthday, form: code, dpv: d3, title: *t, values: {good: *t, bad: *t}}
            """;

    private static final String WINDOWS_YAML = """
            blocked: {rule: client-blocked, owner: o, article: a, review: "2027-05-01", title: &t {en: a, zh-Hant: b, zh-Hans: c}}
            channels:
              - {channel: line, reach: 24 hours, rule: line-push, owner: o, article: a, review: "2027-05-02", checked: "2026-11-22", title: *t}
            unknown: {rule: channel-unknown, owner: o, article: a, review: "2027-05-03", title: *t}
            quiet: {rule: quiet-hours, purposes: [greeting], from: "21:00", to: "09:00", owner: o, article: a, review: "2027-05-04", title: *t}
            """;

    private static final String RULES_CEDAR = rule("concierge-reads")
            + """
            permit (principal == Role::"concierge", action == Action::"readExact", resource == Class::"message")
            when { context.ownPool && context.purpose == Purpose::"service" };
            """
            + rule("concierge-knows-years")
            + """
            @transform("ageBand:10")
            permit (principal == Role::"concierge", action == Action::"readGeneral", resource in Class::"noted")
            when { context.consented };
            """
            + rule("concierge-knows-day")
            + """
            @transform("monthDay")
            permit (principal == Role::"concierge", action == Action::"readGeneral", resource == Class::"birthday")
            when { context.ownPool && context.consented };
            """
            + rule("officer-looks")
            + """
            permit (principal == Role::"officer", action in [Action::"audit", Action::"readPresence"], resource);
            """
            + rule("no-birthday-for-service")
            + """
            forbid (principal, action == Action::"send", resource == Class::"birthday")
            when { context.purpose == Purpose::"service" };
            """;

    private static final String TABLE_CSV = Trial.HEADER + """

            # The officer looks at everything and sees nothing.

            officer,audit,*,any,*,*,presence,officer-looks,,
            officer,read,*,any,*,*,presence,officer-looks,,
            officer,receive|tag|expire|propose|segment|break,*,any,*,*,refuse,default-deny,,none
            officer,send,message,any,*,*,refuse,default-deny,,none
            officer,send,birthday,greeting,*,*,refuse,default-deny,,none
            # The concierge.
            concierge,read,message,service,own,*,exact,concierge-reads,,
            concierge,read,message,service,other,*,refuse,default-deny,,none
            concierge,read,message,greeting,*,*,refuse,default-deny,,none
            concierge,read,birthday,greeting,*,valid,general,concierge-knows-years,ageBand:10,
            concierge,read,birthday,greeting,*,not-valid,refuse,default-deny,,ask-consent
            concierge,read,birthday,service,*,*,refuse,default-deny,,none
            # All the others, and what else a concierge may not.
            concierge,receive|tag|expire|propose|segment|break|audit,*,any,*,*,refuse,default-deny,,none
            concierge,send,message,any,*,*,refuse,default-deny,,none
            concierge,send,birthday,greeting,*,*,refuse,default-deny,,none
            rest,read|receive|tag|expire|propose|segment|break|audit,*,any,*,*,refuse,default-deny,,none
            rest,send,message,any,*,*,refuse,default-deny,,none
            rest,send,birthday,greeting,*,*,refuse,default-deny,,none
            *,send,birthday,unserved,*,*,refuse,no-birthday-for-service,,none
            """;

    private static final String WORDS_TXT = """
            # What stands for several.
            valid = given|renewed
            not-valid = none|unknown|requested|pending|refused|deferred|withdrawn|expired|revoked|invalidated

            rest = client|assistant|scheduler|manager|operator
            # out = of|use
            """;

    private SmallHouse() {}

    static String rule(String id) {
        return "@id(\"" + id + "\")\n@title(\"a\")\n@title_zh_Hant(\"b\")\n@title_zh_Hans(\"c\")\n"
                + "@article(\"art\")\n@owner(\"own\")\n@review(\"2027-06-01\")\n";
    }

    /** Writes it into {@code folder}. */
    static Path in(Path folder) {
        try {
            Files.createDirectories(folder.resolve("tests"));
            Files.copy(House.policies().resolve(CedarText.SCHEMA), folder.resolve(CedarText.SCHEMA));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        write(folder, Facts.PURPOSES, PURPOSES_YAML);
        write(folder, Facts.CLASSES, CLASSES_YAML);
        write(folder, Facts.WINDOWS, WINDOWS_YAML);
        write(folder, RULES, RULES_CEDAR);
        write(folder, TABLE, TABLE_CSV);
        write(folder, "tests/words.txt", WORDS_TXT);
        return folder;
    }

    static void write(Path folder, String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
