package confidant.http.export;

import confidant.http.api.RecordAnswers.Deed;
import confidant.http.api.RecordAnswers.Held;
import confidant.http.api.RecordAnswers.Point;
import confidant.http.api.RecordAnswers.Purpose;
import confidant.http.api.RecordAnswers.Record;
import confidant.http.api.RecordParties.Party;
import confidant.http.archive.Context;
import confidant.http.archive.Node;
import confidant.policy.PurposeInfo.Basis;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The record of processing as one JSON-LD document with the names of W3C DPV. */
public final class RecordLinked {
    private RecordLinked() {}

    public static Map<String, Object> document(Record record) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@context", terms());
        document.putAll(Node.of("dpv:ROPA")
                .put("conformsTo", "https://w3id.org/dpv/2.3")
                .put("created", record.at().toString())
                .put("dataController", controller(record))
                .put(
                        "processors",
                        record.parties().stream()
                                .filter(party -> party.part().equals("processor"))
                                .map(party -> party(party, "dpv:DataProcessor"))
                                .toList())
                .put(
                        "recipients",
                        record.parties().stream()
                                .filter(party -> party.part().equals("platform"))
                                .map(party -> party(party, "dpv:ThirdParty"))
                                .toList())
                .put("policyHash", record.hash())
                .put("since", Optional.ofNullable(record.since()))
                .put(
                        "processes",
                        record.purposes().stream().map(RecordLinked::process).toList())
                .put(
                        "measures",
                        record.measures().stream()
                                .map(point -> point(point, "dpv:TechnicalOrganisationalMeasure"))
                                .toList())
                .put(
                        "notStated",
                        record.notStated().stream()
                                .map(point -> point(point, "own:NotStated"))
                                .toList())
                .done());
        return document;
    }

    private static Map<String, Object> terms() {
        Map<String, Object> terms = Context.terms();
        terms.put("policyHash", "own:policyHash");
        terms.put("processes", set("dpv:hasProcess"));
        terms.put("measures", set("dpv:hasTechnicalOrganisationalMeasure"));
        terms.put("notStated", set("own:notStated"));
        terms.put("recipients", set("dpv:hasRecipient"));
        terms.put("processors", set("dpv:hasDataProcessor"));
        terms.put("country", "dpv:hasCountry");
        terms.put("contact", "dpv:hasContact");
        terms.put("contract", "own:contract");
        terms.put("safeguard", "own:safeguard");
        terms.put("abroad", Map.of("@id", "own:abroad", "@type", "xsd:boolean"));
        terms.put("grants", set("own:grants"));
        terms.put("role", "own:role");
        terms.put("act", "own:act");
        terms.put("anyPool", Map.of("@id", "own:anyPool", "@type", "xsd:boolean"));
        terms.put("swept", Map.of("@id", "own:swept", "@type", "xsd:boolean"));
        terms.put("classId", "own:class");
        terms.put("seen", set("own:seen"));
        terms.put("fields", Map.of("@id", "own:fields", "@container", "@set"));
        return terms;
    }

    private static Map<String, Object> set(String id) {
        return Map.of("@id", id, "@type", "@id", "@container", "@set");
    }

    private static Map<String, Object> process(Purpose purpose) {
        return Node.of("dpv:Process")
                .put("purposeId", purpose.purpose())
                .put("title", purpose.title())
                .put("description", purpose.why())
                .put("purpose", Context.compact(purpose.dpv()))
                .put("legalBasis", Context.basis(basis(purpose.basis())))
                .put(
                        "dataSubject",
                        Node.of("dpv:Customer").put("title", purpose.subjects()).done())
                .put(
                        "personalData",
                        purpose.classes().stream().map(RecordLinked::held).toList())
                .put(
                        "recipients",
                        purpose.channels().stream()
                                .map(channel -> Node.of("dpv:Recipient")
                                        .put("title", channel)
                                        .done())
                                .toList())
                .put("grants", purpose.deeds().stream().map(RecordLinked::grant).toList())
                .done();
    }

    private static Basis basis(String word) {
        return Basis.valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    private static Map<String, Object> held(Held held) {
        return Node.of(Context.compact(held.dpv()))
                .put("classId", held.dataClass())
                .put("title", held.title())
                .put(
                        "storageCondition",
                        Node.of("dpv:StorageDuration")
                                .put("duration", "P" + held.keepDays() + "D")
                                .done())
                .put("swept", held.swept())
                .put("fields", held.fields())
                .done();
    }

    private static Map<String, Object> grant(Deed deed) {
        return Node.of("own:Grant")
                .put("role", deed.role())
                .put("act", deed.act())
                .put("anyPool", deed.anyPool())
                .put(
                        "seen",
                        deed.classes().stream()
                                .map(seen -> Node.of("own:Seen")
                                        .put("classId", seen.dataClass())
                                        .put("precision", seen.precision())
                                        .put("rule", seen.rule())
                                        .done())
                                .toList())
                .done();
    }

    // Where nothing is stated, the name of the house is what is known.
    private static Map<String, Object> controller(Record record) {
        return record.parties().stream()
                .filter(party -> party.part().equals("controller"))
                .findFirst()
                .map(party -> party(party, "dpv:DataController"))
                .orElseGet(() -> Node.of("dpv:DataController")
                        .put("name", record.house())
                        .done());
    }

    private static Map<String, Object> party(Party party, String type) {
        return Node.of(type)
                .put("name", party.name())
                .put("description", Optional.ofNullable(party.does()))
                .put("contact", Optional.ofNullable(party.contact()))
                .put("country", party.country())
                .put("contract", Optional.ofNullable(party.contract()))
                .put("abroad", party.abroad())
                .put("safeguard", Optional.ofNullable(party.safeguard()))
                .done();
    }

    private static Map<String, Object> point(Point point, String type) {
        return Node.of(type)
                .put("title", point.title())
                .put("description", point.text())
                .done();
    }
}
