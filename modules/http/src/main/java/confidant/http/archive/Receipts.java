package confidant.http.archive;

import confidant.core.privacy.Archives.Archive;
import confidant.core.privacy.PrivacyDesk.Receipt;
import confidant.http.api.Words;
import confidant.model.ConsentEvent;
import confidant.model.ConsentEvent.Expressed;
import confidant.model.ConsentStatus;
import confidant.model.Purpose;
import confidant.policy.DataClassInfo;
import confidant.policy.PurposeInfo;
import confidant.policy.PurposeInfo.Basis;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Receipts of consent after ISO/IEC TS 27560:2023, in the terms that W3C DPV 2.3 gives its fields. */
final class Receipts {
    private static final String SCHEMA = "https://w3id.org/dpv/schema/dpv-27560#receipt";

    private final Archive archive;
    private final String house;
    private final Words words;

    Receipts(Archive archive, String house, Words words) {
        this.archive = archive;
        this.house = house;
        this.words = words;
    }

    /** One receipt as a file of its own. */
    Map<String, Object> document(Receipt receipt) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@context", Context.terms());
        document.putAll(node(receipt));
        return document;
    }

    List<Map<String, Object>> all() {
        return archive.letter().receipts().stream().map(this::node).toList();
    }

    Map<String, Object> node(Receipt receipt) {
        ConsentEvent event = receipt.event();
        return Node.of("dpv:ConsentReceipt")
                .put("id", "urn:uuid:" + id(receipt))
                .put("conformsTo", SCHEMA)
                .put("identifier", receipt.id())
                .put("created", archive.at().toString())
                .put("dataSubject", subject())
                .put(
                        "dataController",
                        Node.of("dpv:DataController").put("name", house).done())
                .put("process", words.policy().purpose(event.purpose()).map(this::process))
                .put("events", List.of(event(event)))
                .done();
    }

    private Map<String, Object> subject() {
        String client = archive.of().client().toString();
        return Node.of("dpv:DataSubject").put("identifier", client).done();
    }

    // The same receipt has the same id in every archive.
    private UUID id(Receipt receipt) {
        String name = archive.of().client() + "/" + receipt.id();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, Object> process(PurposeInfo info) {
        List<DataClassInfo> classes = words.policy().classes().stream()
                .filter(one -> one.purposes().contains(info.purpose()))
                .toList();
        return Node.of("dpv:Process")
                .put("title", words.purpose(info.purpose()))
                .put("description", words.why(info.purpose()))
                .put("purpose", Context.compact(info.dpv()))
                .put("legalBasis", Context.basis(info.basis()))
                .put("necessity", info.basis() == Basis.CONSENT ? "dpv:Optional" : "dpv:Required")
                .put(
                        "personalData",
                        classes.stream()
                                .map(one -> Context.compact(one.dpv()))
                                .distinct()
                                .toList())
                .put("storageCondition", kept(classes))
                .put("control", info.basis() == Basis.CONSENT ? "dpv:WithdrawConsent" : "")
                .done();
    }

    private static Optional<Map<String, Object>> kept(List<DataClassInfo> classes) {
        return classes.stream()
                .map(DataClassInfo::keep)
                .max(Duration::compareTo)
                .map(longest -> Node.of("dpv:StorageDuration")
                        .put("duration", "P" + longest.toDays() + "D")
                        .done());
    }

    private Map<String, Object> event(ConsentEvent event) {
        return Node.of(status(event.status()))
                .put("consentStatus", status(event.status()))
                .put("indicatedAt", event.at().toString())
                .put("validUntil", event.until())
                .put("indicatedBy", by(event.by()))
                .put("indicationMethod", event.method())
                .put("reason", event.reason())
                .put("notice", notice(event.noticeHash()))
                .done();
    }

    private Optional<Map<String, Object>> notice(String hash) {
        return Optional.ofNullable(archive.notices().get(hash))
                .map(text -> Node.of("dpv:ConsentNotice")
                        .put("sha256", hash)
                        .put("file", ArchiveFile.notice(hash))
                        .put("language", language(text))
                        .done());
    }

    // The third line of every notice says it, see `PrivacyDesk.Notice`.
    private static String language(String text) {
        return text.lines()
                .filter(line -> line.startsWith("language: "))
                .findFirst()
                .map(line -> line.substring("language: ".length()))
                .orElse("");
    }

    private static Map<String, Object> by(Expressed who) {
        String type = switch (who) {
            case CLIENT -> "dpv:DataSubject";
            case GUARDIAN -> "dpv:GuardianOfDataSubject";
            case CONCIERGE, ASSISTANT, OFFICER, SCHEDULER, HOUSE -> "dpv:DataController";
        };
        return Node.of(type).put("title", Words.word(who)).done();
    }

    static String status(ConsentStatus status) {
        return switch (status) {
            case NONE, UNKNOWN -> "dpv:ConsentUnknown";
            // Said aloud and not confirmed yet: to DPV that is still a question.
            case REQUESTED, PENDING -> "dpv:ConsentRequested";
            case GIVEN -> "dpv:ConsentGiven";
            case RENEWED -> "dpv:RenewedConsentGiven";
            case REFUSED -> "dpv:ConsentRefused";
            case DEFERRED -> "dpv:ConsentRequestDeferred";
            case WITHDRAWN -> "dpv:ConsentWithdrawn";
            case EXPIRED -> "dpv:ConsentExpired";
            case REVOKED -> "dpv:ConsentRevoked";
            case INVALIDATED -> "dpv:ConsentInvalidated";
        };
    }

    static String purpose(Words words, Purpose purpose) {
        return words.policy()
                .purpose(purpose)
                .map(info -> Context.compact(info.dpv()))
                .orElse("");
    }
}
