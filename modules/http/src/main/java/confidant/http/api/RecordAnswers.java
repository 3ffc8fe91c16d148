package confidant.http.api;

import confidant.core.rules.ProcessingRecord.Activity;
import confidant.core.rules.ProcessingRecord.Kept;
import confidant.core.rules.ProcessingRecord.Processing;
import confidant.model.Actor;
import confidant.model.Channel;
import confidant.policy.Act;
import confidant.policy.Grant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The record of processing in one language. What the house has not told the program is named as not stated, with what helps. */
public final class RecordAnswers {
    private RecordAnswers() {}

    public record Held(String dataClass, String title, String dpv, long keepDays, boolean swept, List<String> fields) {
        static Held from(Kept kept, Words words) {
            return new Held(
                    kept.info().id().id(),
                    words.dataClass(kept.info().id()),
                    kept.info().dpv(),
                    kept.info().keep().toDays(),
                    kept.swept(),
                    kept.fields());
        }
    }

    /** What one role may do, by one act. */
    public record Deed(
            String role, String roleTitle, String act, String actTitle, boolean anyPool, List<Seen> classes) {}

    public record Seen(String dataClass, String title, String precision, String rule, String ruleTitle) {
        static Seen from(Grant grant, Words words) {
            return new Seen(
                    grant.what().id(),
                    words.dataClass(grant.what()),
                    Words.word(grant.precision()),
                    grant.rule(),
                    words.rule(grant.rule()));
        }
    }

    public record Purpose(
            String purpose,
            String title,
            String why,
            String basis,
            String basisTitle,
            String dpv,
            @Nullable Long lastsDays,
            String subjects,
            List<Held> classes,
            List<Deed> deeds,
            List<String> channels) {
        static Purpose from(Activity activity, Words words) {
            var info = activity.purpose();
            long lasts = info.lasts().toDays();
            return new Purpose(
                    info.purpose().id(),
                    words.purpose(info.purpose()),
                    words.why(info.purpose()),
                    Words.word(info.basis()),
                    RecordPhrase.of(info.basis(), words.lang()),
                    info.dpv(),
                    lasts > 0 ? lasts : null,
                    RecordPhrase.SUBJECTS.in(words.lang()),
                    activity.classes().stream()
                            .map(kept -> Held.from(kept, words))
                            .toList(),
                    doings(activity.grants(), words),
                    activity.channels().stream().map(Channel::word).toList());
        }
    }

    private record Doing(Actor.Role role, Act act, boolean anyPool) {}

    private static List<Deed> doings(List<Grant> grants, Words words) {
        Map<Doing, List<Seen>> deeds = new LinkedHashMap<>();
        // By role, then act: who reads it looks for what one may do.
        for (Actor.Role role : Actor.Role.values()) {
            for (Act act : Act.values()) {
                grants.stream()
                        .filter(grant -> grant.role() == role && grant.act() == act)
                        .forEach(grant -> deeds.computeIfAbsent(
                                        new Doing(role, act, grant.anyPool()), absent -> new ArrayList<>())
                                .add(Seen.from(grant, words)));
            }
        }
        return deeds.entrySet().stream()
                .map(deed -> new Deed(
                        deed.getKey().role().word(),
                        RecordPhrase.of(deed.getKey().role(), words.lang()),
                        Words.word(deed.getKey().act()),
                        RecordPhrase.of(deed.getKey().act(), words.lang()),
                        deed.getKey().anyPool(),
                        deed.getValue()))
                .toList();
    }

    /** Something that holds for all purposes. */
    public record Point(String id, String title, String text) {
        static Point of(String id, RecordPhrase title, RecordPhrase text, Words words, Object... values) {
            return new Point(id, title.in(words.lang()), text.in(words.lang(), values));
        }
    }

    public record Record(
            String house,
            String hash,
            @Nullable Instant since,
            Instant at,
            List<Purpose> purposes,
            List<RecordParties.Party> parties,
            List<Point> measures,
            List<Point> notStated) {
        /** @param house its name */
        public static Record from(Processing processing, String house, Words words) {
            Words frozen = new Words(processing.rules(), words.lang());
            return new Record(
                    house,
                    processing.hash(),
                    processing.since().orElse(null),
                    processing.at(),
                    processing.activities().stream()
                            .map(activity -> Purpose.from(activity, frozen))
                            .toList(),
                    RecordParties.of(processing, frozen),
                    safety(processing, frozen),
                    RecordParties.missing(processing, frozen));
        }
    }

    private static List<Point> safety(Processing processing, Words words) {
        var safety = processing.safety();
        Point root = safety.erasureFinal()
                ? Point.of(
                        "root",
                        RecordPhrase.ROOT,
                        RecordPhrase.ROOT_FINAL,
                        words,
                        safety.root(),
                        safety.lingers().toDays())
                : Point.of("root", RecordPhrase.ROOT, RecordPhrase.ROOT_OPEN, words, safety.root());
        Point witness = safety.witnesses() > 0
                ? Point.of("witness", RecordPhrase.WITNESS, RecordPhrase.WITNESSED, words, safety.witnesses())
                : Point.of("witness", RecordPhrase.WITNESS, RecordPhrase.NO_WITNESS, words);
        return List.of(
                Point.of(
                        "sealing",
                        RecordPhrase.SEALING,
                        RecordPhrase.SEALING_TEXT,
                        words,
                        processing.rules().fields().size()),
                root,
                Point.of("gate", RecordPhrase.GATE, RecordPhrase.GATE_TEXT, words),
                Point.of("ledger", RecordPhrase.LEDGER, RecordPhrase.LEDGER_TEXT, words),
                witness,
                Point.of("sign-in", RecordPhrase.SIGN_IN, RecordPhrase.SIGN_IN_TEXT, words));
    }
}
