package confidant.http.export;

import confidant.http.api.RecordAnswers.Deed;
import confidant.http.api.RecordAnswers.Held;
import confidant.http.api.RecordAnswers.Point;
import confidant.http.api.RecordAnswers.Purpose;
import confidant.http.api.RecordAnswers.Record;
import confidant.http.api.RecordParties.Party;
import confidant.http.api.RecordPhrase;
import confidant.http.archive.Html;
import confidant.http.archive.Style;
import confidant.model.Lang;
import confidant.model.Precision;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The record of processing as a page to read and to print: no scripts, nothing fetched, one file. */
public final class RecordPage {
    private final Record record;
    private final Lang lang;
    private final Html page = new Html();

    public RecordPage(Record record, Lang lang) {
        this.record = record;
        this.lang = lang;
    }

    public String html() {
        page.own("<!doctype html>\n")
                .open("html", "lang", lang.tag())
                .open("head")
                .own("<meta charset=\"utf-8\">");
        page.open("meta", "http-equiv", "Content-Security-Policy", "content", Style.policy());
        page.own("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        page.one("title", say(RecordPhrase.TITLE)).own("<style>" + Style.SHEET + "</style>");
        page.close("head").line().open("body").open("main").one("h1", say(RecordPhrase.TITLE));
        page.one("p", say(RecordPhrase.LEAD, record.house(), record.at())).open("dl");
        fact(RecordPhrase.RULES, record.hash());
        if (record.since() != null) {
            fact(RecordPhrase.SINCE, record.since().toString());
        }
        page.close("dl").line();
        record.purposes().forEach(this::purpose);
        parties(record.parties());
        points(RecordPhrase.MEASURES, record.measures());
        points(RecordPhrase.NOT_STATED, record.notStated());
        return page.close("main").close("body").close("html").line().toString();
    }

    private String say(RecordPhrase phrase, Object... values) {
        return phrase.in(lang, values);
    }

    private void fact(RecordPhrase what, String text) {
        page.one("dt", say(what)).one("dd", text);
    }

    private void purpose(Purpose purpose) {
        page.one("h2", purpose.title()).one("p", purpose.why()).open("dl");
        Long lasts = purpose.lastsDays();
        fact(
                RecordPhrase.BASIS,
                lasts == null
                        ? purpose.basisTitle()
                        : purpose.basisTitle() + " (" + say(RecordPhrase.LASTS, lasts) + ")");
        fact(RecordPhrase.WHOSE, purpose.subjects());
        fact(
                RecordPhrase.RECIPIENTS,
                purpose.channels().isEmpty()
                        ? say(RecordPhrase.NOBODY)
                        : say(RecordPhrase.OVER, String.join(", ", purpose.channels())));
        page.one("dt", "DPV").one("dd", purpose.dpv()).close("dl").line();
        classes(purpose.classes());
        deeds(purpose.deeds());
    }

    private void classes(List<Held> classes) {
        page.one("h3", say(RecordPhrase.CLASSES));
        page.table(
                say(RecordPhrase.CLASSES),
                List.of(say(RecordPhrase.CLASS), "DPV", say(RecordPhrase.KEPT), say(RecordPhrase.FIELDS)));
        for (Held held : classes) {
            page.open("tr").one("td", held.title()).one("td", held.dpv());
            page.one("td", say(held.swept() ? RecordPhrase.DAYS : RecordPhrase.UNSWEPT, held.keepDays()))
                    .one("td", String.join(", ", held.fields()));
            page.close("tr").line();
        }
        page.endTable();
    }

    private void deeds(List<Deed> deeds) {
        page.one("h3", say(RecordPhrase.WHO));
        page.table(
                say(RecordPhrase.WHO), List.of(say(RecordPhrase.ROLE), say(RecordPhrase.DEED), say(RecordPhrase.ON)));
        for (Deed deed : deeds) {
            String pool = deed.anyPool() ? " (" + say(RecordPhrase.ANY_POOL) + ")" : "";
            page.open("tr").one("td", deed.roleTitle()).one("td", deed.actTitle() + pool);
            page.one(
                            "td",
                            deed.classes().stream()
                                    .map(seen -> seen.title() + " (" + precision(seen.precision()) + ", "
                                            + seen.ruleTitle() + ")")
                                    .collect(Collectors.joining("; ")))
                    .close("tr")
                    .line();
        }
        page.endTable();
    }

    private void parties(List<Party> parties) {
        if (parties.isEmpty()) {
            return;
        }
        page.one("h2", say(RecordPhrase.PARTIES));
        page.table(
                say(RecordPhrase.PARTIES),
                List.of(
                        say(RecordPhrase.PART),
                        say(RecordPhrase.PARTY),
                        say(RecordPhrase.DOES),
                        say(RecordPhrase.COUNTRY),
                        say(RecordPhrase.CONTRACT),
                        say(RecordPhrase.TRANSFER)));
        for (Party party : parties) {
            page.open("tr").one("td", party.partTitle()).one("td", party.name());
            page.one("td", said(party.does() == null ? party.contact() : party.does()))
                    .one("td", party.countryTitle())
                    .one("td", said(party.contract()));
            page.one("td", party.abroad() ? said(party.safeguard()) : say(RecordPhrase.AT_HOME))
                    .close("tr")
                    .line();
        }
        page.endTable();
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }

    private String precision(String word) {
        return RecordPhrase.of(Precision.valueOf(word.toUpperCase(Locale.ROOT)), lang);
    }

    private void points(RecordPhrase title, List<Point> points) {
        page.one("h2", say(title)).open("dl");
        points.forEach(point -> page.one("dt", point.title()).one("dd", point.text()));
        page.close("dl").line();
    }
}
