package confidant.policy;

import confidant.model.DataClass;
import confidant.model.Purpose;
import confidant.policy.Jurisdiction.Duty;
import confidant.policy.Jurisdiction.Keep;
import confidant.policy.Jurisdiction.Request;
import confidant.policy.Jurisdiction.Response;
import confidant.policy.Jurisdiction.Review;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads {@code jurisdictions/*.yaml} against what the other files list. */
final class Jurisdictions {
    static final String FOLDER = "jurisdictions/";
    private static final Span ODD = new Span(1, Span.Unit.DAY);

    private final Map<Purpose, PurposeInfo> purposes;
    private final Map<DataClass, DataClassInfo> classes;
    private final Map<String, TagKind> kinds;

    private Jurisdictions(
            Map<Purpose, PurposeInfo> purposes, Map<DataClass, DataClassInfo> classes, Map<String, TagKind> kinds) {
        this.purposes = purposes;
        this.classes = classes;
        this.kinds = kinds;
    }

    /** By id, in the order of the file names. */
    static Map<String, Jurisdiction> read(
            Map<String, String> files,
            Map<Purpose, PurposeInfo> purposes,
            Map<DataClass, DataClassInfo> classes,
            Map<String, TagKind> kinds,
            List<PolicyProblem> problems) {
        Jurisdictions reader = new Jurisdictions(purposes, classes, kinds);
        Map<String, Jurisdiction> read = new LinkedHashMap<>();
        files.forEach((file, text) -> {
            if (file.startsWith(FOLDER)) {
                Sheet sheet = Sheet.read(file, text, problems);
                Jurisdiction one = reader.read(sheet);
                if (read.put(one.id(), one) != null) {
                    sheet.report("the jurisdiction `" + one.id() + "` is there twice", "give each its own id");
                }
            }
        });
        return read;
    }

    private Jurisdiction read(Sheet one) {
        one.allows(
                "id",
                "law",
                "reviewedBy",
                "reviewedOn",
                "title",
                "consentAge",
                "consentArticle",
                "optInAge",
                "sensitive",
                "responses",
                "keeps",
                "gpcBinding",
                "duties");
        return new Jurisdiction(
                one.text("id"),
                one.titles("title"),
                one.text("law"),
                one.number("consentAge"),
                one.text("consentArticle"),
                one.has("optInAge") ? Optional.of(one.number("optInAge")) : Optional.empty(),
                sensitive(one),
                responses(one),
                keeps(one),
                one.flag("gpcBinding"),
                duties(one),
                review(one));
    }

    // INVARIANT: what a law sets apart is never noted, so a listed kind must be one that serves no purpose.
    private List<String> sensitive(Sheet one) {
        List<String> words = one.words("sensitive");
        for (String word : words) {
            TagKind kind = kinds.get(word);
            if (kind == null || !kind.purposes().isEmpty()) {
                one.report(
                        "`" + word + "` is not a kind that is always refused",
                        "put it under a class without purposes in " + Facts.CLASSES);
            }
        }
        return words;
    }

    private static Map<Request, Response> responses(Sheet one) {
        Map<Request, Response> read = new EnumMap<>(Request.class);
        for (Sheet row : one.list("responses", "request")) {
            row.allows("request", "within", "extension", "article");
            Request request = row.as(
                    row.text("request"),
                    word -> Request.valueOf(word.toUpperCase(Locale.ROOT)),
                    "access, correction, erasure, portability, objection or breach",
                    Request.ACCESS);
            Optional<Span> extension = row.has("extension") ? Optional.of(span(row, "extension")) : Optional.empty();
            if (read.put(request, new Response(span(row, "within"), extension, row.text("article"))) != null) {
                row.report("the request is there twice", "remove one of the two");
            }
        }
        return read;
    }

    private List<Keep> keeps(Sheet one) {
        List<Keep> read = new ArrayList<>();
        for (Sheet row : one.list("keeps", "class")) {
            row.allows("class", "purpose", "keep", "article");
            DataClass what = row.as(row.text("class"), DataClass::new, "a class", DataClass.CONSENT);
            Purpose purpose = row.as(row.text("purpose"), Purpose::new, "a purpose", Purpose.LEGAL);
            if (!classes.containsKey(what) || !purposes.containsKey(purpose)) {
                row.report("class or purpose is not listed", "correct the word");
            }
            read.add(new Keep(what, purpose, span(row, "keep"), row.text("article")));
        }
        return read;
    }

    private static List<Duty> duties(Sheet one) {
        return one.list("duties", "article").stream()
                .map(row -> row.allows("article", "title"))
                .map(row -> new Duty(row.text("article"), row.titles("title")))
                .toList();
    }

    private static Optional<Review> review(Sheet one) {
        String by = one.textOrEmpty("reviewedBy");
        String on = one.textOrEmpty("reviewedOn");
        if (by.isBlank() != on.isBlank()) {
            one.report("`reviewedBy` and `reviewedOn` belong together", "fill in both, or neither");
        }
        return by.isBlank() || on.isBlank()
                ? Optional.empty()
                : Optional.of(new Review(
                        by, one.as(on, LocalDate::parse, "a day such as 2027-05-01 in quotes", LocalDate.EPOCH)));
    }

    private static Span span(Sheet one, String key) {
        return one.as(one.text(key), Span::parse, "a span such as 1 month, 15 working-days or 72 hours", ODD);
    }
}
