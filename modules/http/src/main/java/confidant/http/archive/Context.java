package confidant.http.archive;

import confidant.policy.PurposeInfo.Basis;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the names in the files mean. It travels inside each of them, so that they can be read without any network. Names of the
 * W3C Data Privacy Vocabulary (DPV) 2.3, of Dublin Core and of schema.org; what none of them has is the house's own.
 */
public final class Context {
    private static final String OWN = "urn:confidant:terms:";

    private Context() {}

    /** For whole archives, single receipts and what officers take away alike. */
    public static Map<String, Object> terms() {
        Map<String, Object> terms = new LinkedHashMap<>();
        terms.put("@version", 1.1);
        terms.put("dpv", "https://w3id.org/dpv#");
        terms.put("pd", "https://w3id.org/dpv/pd#");
        terms.put("dct", "http://purl.org/dc/terms/");
        terms.put("schema", "https://schema.org/");
        terms.put("xsd", "http://www.w3.org/2001/XMLSchema#");
        terms.put("own", Map.of("@id", OWN, "@prefix", true));
        terms.put("id", "@id");
        terms.put("type", "@type");
        consent(terms);
        known(terms);
        talk(terms);
        return terms;
    }

    /** An address of DPV by the prefix that the context gives it. */
    public static String compact(String iri) {
        return iri.replaceFirst("^https://w3id\\.org/dpv/pd#", "pd:").replaceFirst("^https://w3id\\.org/dpv#", "dpv:");
    }

    /** What DPV calls a legal basis. */
    public static String basis(Basis basis) {
        return switch (basis) {
            case CONTRACT -> "dpv:Contract";
            case LEGAL_DUTY -> "dpv:LegalObligation";
            case CONSENT -> "dpv:Consent";
        };
    }

    private static void consent(Map<String, Object> terms) {
        terms.put("conformsTo", reference("dct:conformsTo"));
        terms.put("identifier", "dct:identifier");
        terms.put("title", "dct:title");
        terms.put("description", "dct:description");
        terms.put("language", "dct:language");
        terms.put("created", time("dct:created"));
        terms.put("validUntil", time("dct:valid"));
        terms.put("dataSubject", reference("dpv:hasDataSubject"));
        terms.put("dataController", reference("dpv:hasDataController"));
        terms.put("name", "dpv:hasName");
        terms.put("process", reference("dpv:hasProcess"));
        terms.put("purpose", reference("dpv:hasPurpose"));
        terms.put("legalBasis", reference("dpv:hasLegalBasis"));
        terms.put("necessity", reference("dpv:hasNecessity"));
        terms.put("personalData", references("dpv:hasPersonalData"));
        terms.put("storageCondition", reference("dpv:hasStorageCondition"));
        terms.put("duration", typed("dpv:hasDuration", "xsd:duration"));
        terms.put("control", reference("dpv:hasConsentControl"));
        terms.put("consentStatus", reference("dpv:hasConsentStatus"));
        terms.put("events", references("dpv:hasStatus"));
        terms.put("indicatedBy", reference("dpv:isIndicatedBy"));
        terms.put("indicatedAt", time("dpv:isIndicatedAtTime"));
        terms.put("indicationMethod", "dpv:hasIndicationMethod");
        terms.put("notice", reference("dpv:hasNotice"));
        terms.put("file", "own:file");
        terms.put("sha256", "own:sha256");
        terms.put("reason", "own:reason");
        terms.put("receipts", references("own:receipts"));
    }

    private static void known(Map<String, Object> terms) {
        terms.put("callName", "schema:name");
        terms.put("timeZone", "own:timeZone");
        terms.put("concierge", "own:concierge");
        terms.put("addresses", references("schema:contactPoint"));
        terms.put("channel", "own:channel");
        terms.put("account", "own:account");
        terms.put("purposes", references("own:purposes"));
        terms.put("status", "own:status");
        terms.put("unreadable", typed("own:unreadable", "xsd:boolean"));
        terms.put("since", time("own:since"));
        terms.put("facts", references("own:facts"));
        terms.put("kind", "own:kind");
        terms.put("dataClass", reference("own:dataClass"));
        terms.put("value", "schema:value");
        terms.put("source", "own:source");
        terms.put("evidence", integer("own:evidenceSequence"));
        terms.put("guesses", references("own:guesses"));
        terms.put("confidence", typed("own:confidence", "xsd:double"));
        terms.put("wishes", reference("own:wishes"));
        terms.put("handover", reference("own:handover"));
        terms.put("purposesAlong", Map.of("@id", "own:purposesAlong", "@container", "@set"));
        terms.put("wordsAlong", typed("own:wordsAlong", "xsd:boolean"));
        terms.put("pausedUntil", time("own:pausedUntil"));
        terms.put("hoursFrom", "own:hoursFrom");
        terms.put("hoursTo", "own:hoursTo");
        terms.put("atMost", integer("own:atMost"));
        terms.put("per", "own:per");
        terms.put("channels", Map.of("@id", "own:channels", "@container", "@set"));
    }

    private static void talk(Map<String, Object> terms) {
        terms.put("attachment", reference("schema:messageAttachment"));
        terms.put("encodingFormat", "schema:encodingFormat");
        terms.put("contentSize", integer("own:contentSize"));
        terms.put("contentUrl", "schema:contentUrl");
        terms.put("messages", references("schema:hasPart"));
        terms.put("sequence", integer("schema:position"));
        terms.put("sender", "schema:sender");
        terms.put("sentAt", time("schema:dateSent"));
        terms.put("text", "schema:text");
        terms.put("delivery", "own:delivery");
        terms.put("purposeAsked", "own:purposeAsked");
        terms.put("shared", reference("schema:sharedContent"));
        terms.put("link", reference("schema:url"));
        terms.put("looks", references("own:looks"));
        terms.put("at", time("own:at"));
        terms.put("who", "own:who");
        terms.put("purposeId", "own:purpose");
        terms.put("rule", "own:rule");
        terms.put("precision", "own:precision");
        terms.put("count", integer("own:count"));
        terms.put("complaints", references("own:complaints"));
        terms.put("importedEvidence", references("own:importedEvidence"));
        terms.put("agreed", "own:agreed");
        terms.put("requests", references("own:requests"));
        terms.put("right", "own:right");
        terms.put("due", time("own:due"));
        terms.put("steps", Map.of("@id", "own:steps", "@container", "@list"));
        terms.put("move", "own:move");
        terms.put("detail", "own:detail");
        terms.put("open", typed("own:open", "xsd:boolean"));
    }

    private static Map<String, Object> typed(String id, String type) {
        return Map.of("@id", id, "@type", type);
    }

    private static Map<String, Object> time(String id) {
        return typed(id, "xsd:dateTime");
    }

    private static Map<String, Object> integer(String id) {
        return typed(id, "xsd:integer");
    }

    private static Map<String, Object> reference(String id) {
        return typed(id, "@id");
    }

    private static Map<String, Object> references(String id) {
        return Map.of("@id", id, "@type", "@id", "@container", "@set");
    }
}
