package confidant.http.api;

import confidant.core.audit.Auditing;
import confidant.core.consent.Holds;
import confidant.core.consent.OfficerSteps;
import confidant.model.ConsentEvent;
import confidant.model.ConsentStatus;
import confidant.model.LedgerEvent;
import confidant.model.Purpose;
import confidant.policy.PurposeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The officer's evidence: pseudonyms, states, entries; never content, but for what was said to the officer. */
public final class AuditAnswers {
    private AuditAnswers() {}

    public record PurposeStatus(String purpose, String title, String status) {}

    public record Client(String pseudonym, Instant since, List<PurposeStatus> consents) {
        static Client from(Auditing.Pseudonym row, Words words) {
            return new Client(
                    row.pseudonym(),
                    row.since(),
                    row.consents().entrySet().stream()
                            .map(c -> new PurposeStatus(
                                    c.getKey(), words.purpose(new Purpose(c.getKey())), status(c.getValue())))
                            .sorted((a, b) -> a.purpose().compareTo(b.purpose()))
                            .toList());
        }

        private static String status(String status) {
            return status.toLowerCase(Locale.ROOT);
        }
    }

    public record Clients(List<Client> clients, @Nullable String next) {
        public static Clients from(Auditing.Pseudonyms page, Words words) {
            return new Clients(
                    page.rows().stream().map(row -> Client.from(row, words)).toList(), DeskAnswers.cursor(page.next()));
        }
    }

    public record ConsentStep(
            String purpose,
            String title,
            @Nullable String basis,
            String status,
            Instant at,
            @Nullable Instant until,
            String by,
            String method,
            @Nullable String reason,
            String noticeSha256) {
        public static ConsentStep from(ConsentEvent event, Words words) {
            return new ConsentStep(
                    event.purpose().id(),
                    words.purpose(event.purpose()),
                    words.policy()
                            .purpose(event.purpose())
                            .map(PurposeInfo::basis)
                            .map(Words::word)
                            .orElse(null),
                    Words.word((ConsentStatus) event.status()),
                    event.at(),
                    event.until().orElse(null),
                    Words.word(event.by()),
                    event.method(),
                    event.reason().isEmpty() ? null : event.reason(),
                    event.noticeHash());
        }
    }

    public record Consents(String pseudonym, List<ConsentStep> events) {
        public static Consents from(String pseudonym, List<ConsentEvent> events, Words words) {
            return new Consents(
                    pseudonym,
                    events.stream()
                            .sorted((a, b) -> a.at().compareTo(b.at()))
                            .map(event -> ConsentStep.from(event, words))
                            .toList());
        }
    }

    public record Entry(
            long index,
            Instant at,
            String event,
            String actor,
            String role,
            @Nullable String pseudonym,
            @Nullable String purpose,
            String rule,
            @Nullable String ruleTitle,
            String policyHash,
            List<String> classes,
            String precision,
            int count,
            @Nullable String note) {
        static Entry from(Auditing.Entry entry, Words words) {
            LedgerEvent event = entry.event();
            return new Entry(
                    entry.index(),
                    event.at(),
                    event.event(),
                    event.actor().id(),
                    event.actor().role().word(),
                    some(event.subject()),
                    some(event.purpose()),
                    event.rule(),
                    event.rule().isEmpty() ? null : words.rule(event.rule()),
                    event.policyHash(),
                    event.classes(),
                    Words.word(event.precision()),
                    event.count(),
                    some(event.note()));
        }

        private static @Nullable String some(String text) {
            return text.isEmpty() ? null : text;
        }
    }

    public record Entries(List<Entry> entries, @Nullable String next) {
        public static Entries from(Auditing.Entries page, Words words) {
            return new Entries(
                    page.entries().stream()
                            .map(entry -> Entry.from(entry, words))
                            .toList(),
                    DeskAnswers.cursor(page.next()));
        }
    }

    public record Complaint(String id, String pseudonym, Instant at, String text) {}

    /** @param total all that are open, also those past the limit */
    public record Complaints(List<Complaint> complaints, int total) {
        public static Complaints from(List<confidant.core.privacy.Complaints.Complaint> open, int limit) {
            return new Complaints(
                    open.stream()
                            .limit(limit)
                            .map(one -> new Complaint(
                                    one.id(),
                                    one.pseudonym(),
                                    one.at(),
                                    one.text().reveal()))
                            .toList(),
                    open.size());
        }
    }

    /** @param lifted absent while it lies */
    public record Hold(
            String pseudonym,
            String purpose,
            String title,
            boolean held,
            Instant at,
            String officer,
            String reason,
            @Nullable String lifted) {
        public static Hold from(OfficerSteps.Laid laid, Words words) {
            Holds.Hold hold = laid.hold();
            return new Hold(
                    laid.pseudonym(),
                    hold.purpose().id(),
                    words.purpose(hold.purpose()),
                    hold.held(),
                    hold.at(),
                    hold.officer(),
                    hold.reason(),
                    hold.lifted().isEmpty() ? null : hold.lifted());
        }
    }

    public record Holdable(String id, String title) {}

    /** @param total all of them, also those past the limit; {@code purposes} are those a hold may be placed on */
    public record AllHolds(List<Hold> holds, int total, List<Holdable> purposes) {
        public static AllHolds from(List<OfficerSteps.Laid> all, int limit, Words words) {
            return new AllHolds(
                    all.stream().limit(limit).map(one -> Hold.from(one, words)).toList(),
                    all.size(),
                    words.policy().purposes().stream()
                            .map(info -> new Holdable(info.purpose().id(), words.purpose(info.purpose())))
                            .toList());
        }
    }

    /** {@code origin} and {@code rootHash} are the first and third lines of the signed note. */
    public record Checkpoint(String origin, long size, String rootHash, String note, String verifierKey) {
        public static Checkpoint from(Auditing.Checkpoint checkpoint) {
            List<String> lines = checkpoint.note().lines().toList();
            return new Checkpoint(
                    lines.isEmpty() ? "" : lines.get(0),
                    checkpoint.size(),
                    lines.size() > 2 ? lines.get(2) : "",
                    checkpoint.note(),
                    checkpoint.verifierKey());
        }
    }
}
