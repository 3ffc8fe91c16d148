package confidant.http.archive;

import confidant.core.attachment.FileAbout;
import confidant.core.attachment.FileLine;
import confidant.core.contact.Evidence.Said;
import confidant.core.conversation.Conversations.Line;
import confidant.core.privacy.Archives.Archive;
import confidant.core.privacy.Complaints.Own;
import confidant.core.privacy.PrivacyDesk.Look;
import confidant.core.request.Move;
import confidant.core.request.RequestStep;
import confidant.core.request.Requests.Clocked;
import confidant.http.api.FileAnswers;
import confidant.http.api.Words;
import confidant.model.Author;
import confidant.model.Lang;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.store.LibraryStore.Piece;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The part of the page that tells what was said, to whom, and who read it. */
final class Conversation {
    private final Archive archive;
    private final Words words;
    private final Lang lang;
    private final DateTimeFormatter time;
    private final Html page;

    Conversation(Archive archive, Words words, DateTimeFormatter time, Html page) {
        this.archive = archive;
        this.words = words;
        this.lang = words.lang();
        this.time = time;
        this.page = page;
    }

    void lines() {
        page.open("ol", "class", "talk").line();
        archive.lines().forEach(this::line);
        page.close("ol").line();
    }

    private void line(Line line) {
        page.open("li", "id", "m" + line.seq()).open("div", "class", "soft").text(line.seq() + " · ");
        page.one("strong", who(line.author())).text(" · ");
        when(line.at());
        page.text(" · " + Phrase.of("OVER", line.channel().word(), lang));
        String state = Words.word(line.state());
        String went = Phrase.of("WENT", state, lang);
        if (!went.equals(state)) {
            page.text(" · " + went);
        }
        page.close("div").one("p", line.text().map(Personal::reveal).orElseGet(() -> say(Phrase.CLOSED_TEXT)));
        Optional.ofNullable(archive.pieces().get(line.ref())).ifPresent(this::piece);
        line.file().ifPresent(this::file);
        page.close("li").line();
    }

    private void file(FileLine file) {
        if (file.about().isEmpty()) {
            page.one("p", say(Phrase.FILE_GONE));
            return;
        }
        FileAbout about = file.about().get();
        String at = ArchiveFile.address(file);
        String name = about.name().reveal();
        page.open("p").one("a", name, "href", at).close("p");
        if (FileAnswers.isPicture(about.type())) {
            page.open("p").open("img", "src", at, "alt", name).close("p");
        }
    }

    private void piece(Piece piece) {
        if (piece.url().startsWith("https://") || piece.url().startsWith("http://")) {
            page.open("p")
                    .one("a", piece.title(), "href", piece.url(), "rel", "noreferrer noopener")
                    .close("p");
        }
    }

    private String who(Author author) {
        return author == Author.CONCIERGE ? archive.letter().concierge() : Phrase.of("BY", Words.word(author), lang);
    }

    void looks() {
        List<Look> looks = archive.letter().looks();
        page.one("p", say(Phrase.LOOKS_TEXT, looks.size())).line();
        if (looks.isEmpty()) {
            return;
        }
        page.table(
                say(Phrase.LOOKS),
                List.of(say(Phrase.AT), say(Phrase.WHO), say(Phrase.PURPOSE), say(Phrase.RULE), say(Phrase.COUNT)));
        for (Look look : looks) {
            page.open("tr").open("td");
            when(look.at());
            page.close("td").one("td", looker(look.who()));
            page.one("td", look.purpose().isEmpty() ? "" : words.purpose(new Purpose(look.purpose())));
            page.one("td", words.rule(look.rule()))
                    .one("td", String.valueOf(look.count()))
                    .close("tr")
                    .line();
        }
        page.endTable();
    }

    private String looker(String role) {
        Map<String, String> names = Map.of(
                "concierge", archive.letter().concierge(),
                "assistant", say(Phrase.BY_ASSISTANT),
                "scheduler", say(Phrase.BY_HOUSE),
                "officer", say(Phrase.BY_OFFICER));
        return names.getOrDefault(role, role);
    }

    void complaints() {
        page.open("ul");
        for (Own complaint : archive.complaints()) {
            page.open("li");
            when(complaint.at());
            page.text(" · " + say(complaint.open() ? Phrase.OPEN : Phrase.SEEN_TO));
            page.one("p", complaint.text().reveal()).close("li").line();
        }
        page.close("ul").line();
    }

    void evidence() {
        page.one("p", say(Phrase.EVIDENCE_TEXT)).open("ul");
        for (Said said : archive.evidence()) {
            String purpose = words.policy()
                    .purpose(new Purpose(said.purpose()))
                    .map(info -> words.purpose(info.purpose()))
                    .orElse(said.purpose());
            page.open("li").text(purpose + " · " + said.agreed());
            page.one("p", said.words().reveal()).close("li").line();
        }
        page.close("ul").line();
    }

    void requests() {
        for (Clocked one : archive.requests()) {
            page.one("h3", say(Phrase.valueOf("RIGHT_" + one.request().kind())));
            one.due().filter(due -> one.request().open()).ifPresent(due -> {
                page.open("p").text(say(Phrase.DUE) + " ");
                when(due);
                page.close("p");
            });
            page.open("ol");
            for (RequestStep step : one.request().steps()) {
                page.open("li");
                when(step.at());
                page.text(" · " + say(Phrase.valueOf("STEP_" + step.move())) + " (" + detail(step) + ")");
                if (!step.words().reveal().isEmpty()) {
                    page.one("p", step.words().reveal());
                }
                page.close("li").line();
            }
            page.close("ol").line();
        }
    }

    private String detail(RequestStep step) {
        return step.move() == Move.LAW
                ? words.law(step.detail())
                : say(Phrase.valueOf("WORD_" + step.detail().replace('-', '_').toUpperCase(Locale.ROOT)));
    }

    private void when(Instant at) {
        page.one("time", time.format(at), "datetime", at.toString());
    }

    private String say(Phrase phrase, Object... of) {
        return phrase.in(lang, of);
    }
}
