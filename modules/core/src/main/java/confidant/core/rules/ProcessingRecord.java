package confidant.core.rules;

import confidant.core.House;
import confidant.model.Channel;
import confidant.model.DataClass;
import confidant.model.OfficerId;
import confidant.policy.Act;
import confidant.policy.DataClassInfo;
import confidant.policy.Grant;
import confidant.policy.PolicyEngine;
import confidant.policy.PurposeInfo;
import confidant.vault.RootKey;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The record of processing activities (GDPR Art. 30), made anew at each question from the rules in force and from what the
 * program is: nobody writes it, so it cannot say otherwise than the house does.
 */
public final class ProcessingRecord {
    private static final String WORDS = "message.text";

    private final House house;
    private final Releases releases;
    private final List<Channel> channels;
    private final int witnesses;

    /**
     * @param channels over which the house writes beside its own web chat
     * @param witnesses how many cosign the ledger
     */
    public ProcessingRecord(House house, Releases releases, Collection<Channel> channels, int witnesses) {
        this.house = house;
        this.releases = releases;
        this.channels = channels.stream().sorted().toList();
        this.witnesses = witnesses;
    }

    /**
     * What is done for one purpose.
     *
     * @param channels messaging apps that what is said for this purpose goes over; empty where nothing is said for it
     */
    public record Activity(PurposeInfo purpose, List<Kept> classes, List<Grant> grants, List<Channel> channels) {}

    /**
     * @param fields the sealed values, as {@code table.field}, that the class can lie in
     * @param swept whether a rule lets the house take it away by itself when its time is over
     */
    public record Kept(DataClassInfo info, List<String> fields, boolean swept) {}

    /**
     * How it is kept safe.
     *
     * @param root {@code file} or {@code transit}
     * @param erasureFinal whether what was destroyed there cannot come back
     * @param lingers how long backups of the root's keeper are kept
     */
    public record Safety(String root, boolean erasureFinal, Duration lingers, int witnesses) {}

    /**
     * @param rules those the record speaks of, which are frozen with it
     * @param since when they came in force; empty in the moment in which others do
     */
    public record Processing(
            PolicyEngine rules, Optional<Instant> since, Instant at, List<Activity> activities, Safety safety) {
        /** The fingerprint of the rules. */
        public String hash() {
            return rules.hash();
        }
    }

    /** The record as it stands now; the question becomes an entry. {@code BadRequest} without a reason. */
    public Future<Processing> record(OfficerId officer, String reason) {
        return releases.inForce(officer, reason)
                .compose(release -> house.worker().run(() -> of(release)));
    }

    private Processing of(Release release) {
        // One set from the first line to the last, whatever comes in force meanwhile.
        PolicyEngine rules = new PolicyEngine(house.policy().policies());
        RootKey root = house.vault().root();
        return new Processing(
                rules,
                Optional.of(release.at()).filter(at -> release.hash().equals(rules.hash())),
                house.now(),
                rules.purposes().stream().map(info -> activity(rules, info)).toList(),
                new Safety(root.kind(), root.erasureFinal(), root.lingers(), witnesses));
    }

    private Activity activity(PolicyEngine rules, PurposeInfo info) {
        List<Grant> grants = rules.grants(info.purpose());
        // What lies in messages comes and goes over a channel; a tag that is noted does not.
        List<DataClass> words = rules.fields().getOrDefault(WORDS, List.of());
        boolean spoken = grants.stream()
                .filter(grant -> words.contains(grant.what()))
                .anyMatch(grant -> grant.act() == Act.SEND || grant.act() == Act.RECEIVE);
        return new Activity(
                info,
                rules.classes().stream()
                        .filter(one -> one.purposes().contains(info.purpose()))
                        .map(one -> new Kept(one, fields(rules, one.id()), swept(grants, one.id())))
                        .toList(),
                grants,
                spoken ? channels : List.of());
    }

    private static boolean swept(List<Grant> grants, DataClass what) {
        return grants.stream()
                .anyMatch(grant -> grant.act() == Act.EXPIRE && grant.what().equals(what));
    }

    private static List<String> fields(PolicyEngine rules, DataClass what) {
        return rules.fields().entrySet().stream()
                .filter(field -> field.getValue().contains(what))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
