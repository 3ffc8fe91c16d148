package confidant.http.archive;

import confidant.core.handover.Offer;
import confidant.core.people.Profile;
import confidant.core.people.Wish;
import confidant.core.privacy.Archives.Archive;
import confidant.core.privacy.PrivacyDesk.Part;
import confidant.core.privacy.PrivacyDesk.Receipt;
import confidant.core.tagging.Tagging.Shown;
import confidant.http.api.Words;
import confidant.model.ConsentEvent;
import confidant.model.Lang;
import confidant.model.Personal;
import confidant.model.TagProposal;
import confidant.policy.PurposeInfo.Basis;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The archive as a page to read: no scripts, nothing fetched, one file. */
final class ArchivePage {
    private final Archive archive;
    private final String house;
    private final Words words;
    private final Lang lang;
    private final DateTimeFormatter time;
    private final Html page = new Html();

    ArchivePage(Archive archive, String house, Words words) {
        this.archive = archive;
        this.house = house;
        this.words = words;
        this.lang = words.lang();
        ZoneId zone = archive.profile().zone();
        this.time = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(zone);
    }

    String html() {
        page.own("<!doctype html>\n")
                .open("html", "lang", lang.tag())
                .open("head")
                .own("<meta charset=\"utf-8\">");
        page.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.open("meta", "http-equiv", "Content-Security-Policy", "content", Style.withPictures());
        page.open("meta", "name", "referrer", "content", "no-referrer");
        page.one("title", say(Phrase.TITLE) + " · " + house);
        page.own("<style>" + Style.SHEET + "</style>")
                .close("head")
                .open("body")
                .line();
        page.one("a", say(Phrase.SKIP), "class", "skip", "href", "#content").line();
        page.open("header").one("h1", say(Phrase.TITLE));
        page.one(
                "p",
                say(
                        Phrase.LEAD,
                        house,
                        time.format(archive.at()),
                        archive.profile().zone().getId()));
        page.one("p", say(Phrase.CARE), "class", "soft").close("header").line();
        sections();
        return page.close("body").close("html").line().toString();
    }

    private void sections() {
        Map<Phrase, Runnable> sections = new LinkedHashMap<>();
        Conversation talk = new Conversation(archive, words, time, page);
        sections.put(Phrase.YOU, this::you);
        sections.put(Phrase.KNOWN, this::known);
        if (!archive.guesses().isEmpty()) {
            sections.put(Phrase.GUESSES, this::guesses);
        }
        if (!archive.letter().wish().equals(Wish.NONE)) {
            sections.put(Phrase.WISHES, this::wishes);
        }
        if (archive.offer().isPresent()) {
            sections.put(Phrase.HANDOVER, this::handover);
        }
        sections.put(Phrase.RECEIPTS, this::receipts);
        sections.put(Phrase.TALK, talk::lines);
        sections.put(Phrase.LOOKS, talk::looks);
        told(sections, talk);
        sections.put(Phrase.FILES, this::files);
        page.open("nav", "aria-label", say(Phrase.CONTENTS)).open("ul");
        sections.keySet()
                .forEach(title ->
                        page.open("li").link("#" + id(title), say(title)).close("li"));
        page.close("ul").close("nav").line().open("main", "id", "content").line();
        sections.forEach((title, section) -> {
            page.open("section", "aria-labelledby", id(title))
                    .one("h2", say(title), "id", id(title))
                    .line();
            section.run();
            page.close("section").line();
        });
        page.close("main").line();
    }

    /** What was said beside the conversation, as far as there is any. */
    private void told(Map<Phrase, Runnable> sections, Conversation talk) {
        if (!archive.complaints().isEmpty()) {
            sections.put(Phrase.COMPLAINTS, talk::complaints);
        }
        if (!archive.evidence().isEmpty()) {
            sections.put(Phrase.EVIDENCE, talk::evidence);
        }
        if (!archive.requests().isEmpty()) {
            sections.put(Phrase.REQUESTS, talk::requests);
        }
    }

    private static String id(Phrase title) {
        return Words.word(title);
    }

    private void you() {
        Profile who = archive.profile();
        page.open("dl");
        who.name().ifPresent(name -> entry(Phrase.CALLED, name.reveal()));
        entry(Phrase.SPOKEN, who.lang().tag());
        entry(Phrase.ZONE, who.zone().getId());
        entry(Phrase.CONCIERGE, archive.letter().concierge());
        archive.addresses()
                .forEach(address -> entry(
                        Phrase.REACHED,
                        Phrase.of("OVER", address.channel().word(), lang) + ": "
                                + address.value().reveal()));
        entry(Phrase.NUMBER, archive.of().client().toString());
        page.close("dl").line();
    }

    private void entry(Phrase term, String text) {
        page.one("dt", say(term)).one("dd", text).line();
    }

    private void known() {
        for (Part part : archive.letter().parts()) {
            page.one("h3", words.purpose(part.purpose().purpose()));
            page.one("p", words.why(part.purpose().purpose()));
            page.one("p", standing(part), "class", "soft").line();
            if (part.unreadable()) {
                page.one("p", say(Phrase.SEALED)).line();
            } else if (part.tags().isEmpty()) {
                page.one("p", say(Phrase.NOTHING)).line();
            } else {
                facts(part);
            }
        }
    }

    private String standing(Part part) {
        Basis basis = part.purpose().basis();
        String status = Words.word(basis == Basis.CONSENT ? part.status() : basis);
        List<String> said = new ArrayList<>(List.of(Phrase.of("IS", status, lang)));
        part.since().ifPresent(at -> said.add(say(Phrase.SINCE) + " " + time.format(at)));
        part.until().ifPresent(at -> said.add(say(Phrase.UNTIL) + " " + time.format(at)));
        return String.join(" · ", said);
    }

    private void facts(Part part) {
        page.table(
                words.purpose(part.purpose().purpose()),
                List.of(say(Phrase.WHAT), say(Phrase.VALUE), say(Phrase.SINCE), say(Phrase.SOURCE)));
        for (Shown tag : part.tags()) {
            page.open("tr").one("th", words.kind(tag.kind()), "scope", "row");
            String value = tag.value().map(Personal::reveal).orElse("");
            page.one("td", words.value(tag.kind(), value));
            when(tag.since());
            page.open("td").text(Phrase.of("FROM", tag.source(), lang));
            evidence(tag.evidence());
            page.close("td").close("tr").line();
        }
        page.endTable();
    }

    private void evidence(long message) {
        if (message > 0) {
            page.text(" · ").link("#m" + message, say(Phrase.MESSAGE, message));
        }
    }

    private void when(Instant at) {
        page.open("td").one("time", time.format(at), "datetime", at.toString()).close("td");
    }

    private void guesses() {
        page.table(
                say(Phrase.GUESSES),
                List.of(
                        say(Phrase.WHAT),
                        say(Phrase.VALUE),
                        say(Phrase.PURPOSE),
                        say(Phrase.SOURCE),
                        say(Phrase.UNTIL)));
        for (TagProposal guess : archive.guesses()) {
            page.open("tr").one("th", words.kind(guess.kind()), "scope", "row");
            page.one("td", words.value(guess.kind(), guess.value().reveal()));
            page.one("td", words.purpose(guess.purpose()));
            page.open("td").text(say(Phrase.BY_ASSISTANT));
            evidence(guess.evidence());
            page.close("td");
            when(guess.expires());
            page.close("tr").line();
        }
        page.endTable();
    }

    private void wishes() {
        Wish wish = archive.letter().wish();
        page.open("ul");
        wish.pausedUntil().ifPresent(at -> page.one("li", say(Phrase.PAUSED, time.format(at))));
        wish.hours().ifPresent(hours -> page.one("li", say(Phrase.HOURS, hours.from(), hours.to())));
        wish.often()
                .ifPresent(often -> page.one(
                        "li", say(often.span() == Wish.Span.WEEK ? Phrase.WEEKLY : Phrase.MONTHLY, often.most())));
        if (!wish.channels().isEmpty()) {
            String channels = wish.channels().stream()
                    .map(channel -> Phrase.of("OVER", channel.word(), lang))
                    .sorted()
                    .collect(Collectors.joining(", "));
            page.one("li", say(Phrase.ONLY, channels));
        }
        page.close("ul").line();
    }

    private void handover() {
        archive.offer().ifPresent(offer -> {
            page.open("ul")
                    .one("li", say(Phrase.OFFERED, time.format(offer.offered()), time.format(offer.until())))
                    .one("li", say(chosen(offer)));
            offer.choice().stream()
                    .flatMap(choice -> choice.purposes().stream())
                    .map(words::purpose)
                    .sorted()
                    .forEach(title -> page.one("li", say(Phrase.ALONG, title)));
            page.close("ul").line();
        });
    }

    private static Phrase chosen(Offer offer) {
        return offer.choice()
                .map(choice -> choice.to().isEmpty()
                        ? Phrase.STAYED
                        : choice.words() ? Phrase.WITH_WORDS : Phrase.WITHOUT_WORDS)
                .orElse(Phrase.NOT_CHOSEN);
    }

    private void receipts() {
        page.table(
                say(Phrase.RECEIPTS),
                List.of(
                        say(Phrase.PURPOSE),
                        say(Phrase.STATUS),
                        say(Phrase.AT),
                        say(Phrase.HOW),
                        say(Phrase.RECEIPT),
                        say(Phrase.NOTICE)));
        for (Receipt receipt : archive.letter().receipts()) {
            ConsentEvent event = receipt.event();
            page.open("tr").one("th", words.purpose(event.purpose()), "scope", "row");
            page.one("td", Phrase.of("IS", Words.word(event.status()), lang));
            when(event.at());
            page.one("td", event.method());
            page.open("td")
                    .link(ArchiveFile.receipt(receipt.id()), receipt.id())
                    .close("td");
            page.open("td");
            if (archive.notices().containsKey(event.noticeHash())) {
                page.link(
                        ArchiveFile.notice(event.noticeHash()),
                        event.noticeHash().substring(0, 8));
            }
            page.close("td").close("tr").line();
        }
        page.endTable();
    }

    private void files() {
        page.open("dl");
        page.open("dt").link(ArchiveFile.DATA, ArchiveFile.DATA).close("dt").one("dd", say(Phrase.DATA_FILE));
        page.one("dt", "receipts/").one("dd", say(Phrase.RECEIPT_FILES));
        page.one("dt", "notices/").one("dd", say(Phrase.NOTICE_FILES));
        page.close("dl").line();
    }

    private String say(Phrase phrase, Object... of) {
        return phrase.in(lang, of);
    }
}
