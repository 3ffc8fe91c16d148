package confidant.http.export;

import confidant.core.audit.Auditing.Entry;
import confidant.http.api.Json;
import confidant.http.api.Words;
import confidant.http.archive.Context;
import confidant.http.archive.Node;
import confidant.model.LedgerEvent;
import confidant.model.Purpose;
import confidant.policy.DataClassInfo;
import confidant.policy.PurposeInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Entries as one JSON-LD document that is written from its head to its end. */
record EntryLinked(Words words) implements EntryForm {

    @Override
    public String type() {
        return "application/ld+json";
    }

    @Override
    public String ending() {
        return ".jsonld";
    }

    @Override
    public String head() {
        Map<String, Object> terms = Context.terms();
        terms.put("entries", Map.of("@id", "own:entries", "@type", "@id", "@container", "@set"));
        terms.put("index", Map.of("@id", "own:index", "@type", "xsd:integer"));
        terms.put("event", "own:event");
        terms.put("actor", "own:actor");
        terms.put("role", "own:role");
        terms.put("pseudonym", "own:pseudonym");
        terms.put("policyHash", "own:policyHash");
        terms.put("classes", Map.of("@id", "own:classes", "@container", "@set"));
        terms.put("note", "own:note");
        terms.put("complete", Map.of("@id", "own:complete", "@type", "xsd:boolean"));
        terms.put("below", Map.of("@id", "own:below", "@type", "xsd:integer"));
        return "{\"@context\":" + json(terms) + ",\"type\":\"own:Entries\",\"entries\":[";
    }

    @Override
    public String slice(List<Entry> entries, boolean first) {
        return (first || entries.isEmpty() ? "" : ",")
                + entries.stream().map(this::node).map(EntryLinked::json).collect(Collectors.joining(","));
    }

    private Map<String, Object> node(Entry entry) {
        LedgerEvent event = entry.event();
        Optional<PurposeInfo> purpose = Optional.of(event.purpose())
                .filter(id -> !id.isEmpty())
                .flatMap(id -> words.policy().purpose(new Purpose(id)));
        return Node.of("own:Entry")
                .put("index", entry.index())
                .put("at", event.at().toString())
                .put("event", event.event())
                .put("actor", event.actor().id())
                .put("role", event.actor().role().word())
                .put("pseudonym", event.subject())
                .put("purposeId", event.purpose())
                .put("purpose", purpose.map(info -> Context.compact(info.dpv())))
                .put("legalBasis", purpose.map(info -> Context.basis(info.basis())))
                .put("rule", event.rule())
                .put("title", event.rule().isEmpty() ? "" : words.rule(event.rule()))
                .put("policyHash", event.policyHash())
                .put("classes", event.classes())
                .put(
                        "personalData",
                        event.classes().stream().map(this::dpv).distinct().toList())
                .put("precision", Words.word(event.precision()))
                .put("count", event.count())
                .put("note", event.note())
                .done();
    }

    private String dpv(String id) {
        return words.policy().classes().stream()
                .filter(info -> info.id().id().equals(id))
                .map(DataClassInfo::dpv)
                .map(Context::compact)
                .findFirst()
                .orElse("dpv:PersonalData");
    }

    @Override
    public String end(long entries, String next) {
        return "],\"count\":" + entries + ",\"complete\":" + next.isEmpty()
                + (next.isEmpty() ? "" : ",\"below\":" + next) + "}\n";
    }

    private static String json(Object value) {
        return new String(Json.write(value), StandardCharsets.UTF_8);
    }
}
