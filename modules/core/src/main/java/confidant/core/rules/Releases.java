package confidant.core.rules;

import confidant.core.BadRequest;
import confidant.core.Conflict;
import confidant.core.House;
import confidant.core.NotFound;
import confidant.core.audit.Auditing;
import confidant.core.audit.Notes;
import confidant.core.port.RuleFolder;
import confidant.model.Actor;
import confidant.model.ClientId;
import confidant.model.ConsentStatus;
import confidant.model.DataClass;
import confidant.model.OfficerId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.policy.Act;
import confidant.policy.PolicyDiff;
import confidant.policy.PolicyDraft;
import confidant.policy.PolicyEngine;
import confidant.policy.PolicySet;
import confidant.policy.Question;
import confidant.policy.Verdict;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Puts other rules in force, and the ones before again. Every step stands in the ledger before it takes effect; every server
 * follows within seconds. Rules that are not in order, that move a purpose to another basis, or under which officers could not
 * go back, are not put in force.
 */
public final class Releases {
    // Stands for anybody: whether officers may look at records of consent does not depend on whose.
    private static final UUID NOBODY = new UUID(0, 0);

    private final House house;
    private final Notes notes;
    private final Auditing auditing;
    private final RuleFolder folder;
    private final ReleaseChain chain;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Optional<Release> head = Optional.empty();

    /** Where the rules come from that are to be put in force. */
    public enum Source {
        /** The folder on this server. */
        FOLDER,
        /** What was in force before. */
        BEFORE
    }

    /**
     * What putting rules in force would change.
     *
     * @param hash empty when they cannot be used at all
     * @param problems what speaks against it, one line each; nothing is released while there are any
     * @param diff from the rules in force; empty when they cannot be used at all
     */
    public record Proposal(Optional<String> hash, List<String> problems, Optional<PolicyDiff> diff) {}

    public Releases(House house, Notes notes, Auditing auditing, RuleFolder folder) {
        this.house = house;
        this.notes = notes;
        this.auditing = auditing;
        this.folder = folder;
        this.chain = new ReleaseChain(house.stores().house());
    }

    /** Is called, on any thread, after other rules came in force on this server. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** The release in force; one of the rules that the house began with where there was never another. */
    public Future<Release> inForce(OfficerId officer, String reason) {
        return auditing.ask(officer, reason).compose(asked -> current());
    }

    /** What would change; {@code NotFound} if nothing was in force before. Takes a few seconds. */
    public Future<Proposal> propose(OfficerId officer, String reason, Source source) {
        return auditing.ask(officer, reason)
                .compose(asked -> current())
                .compose(now -> draft(now, source))
                .compose(draft -> house.worker().run(() -> proposal(draft)));
    }

    /**
     * Puts the rules in force that the officer has read.
     *
     * @param hash of those; {@link Conflict} if the source has others by now
     * @return the release, in force on this server when the future succeeds
     */
    public Future<Release> release(OfficerId officer, Source source, String hash) {
        return current()
                .compose(now -> draft(now, source)
                        .compose(draft -> house.worker().run(() -> fit(draft, hash)))
                        .compose(fresh -> release(Actor.of(officer), now, fresh)));
    }

    private Future<Release> release(Actor officer, Release now, PolicySet fresh) {
        Release next = new Release(now.number() + 1, fresh.hash(), Optional.of(now.hash()), officer, house.now());
        String hashes = now.hash() + "/" + fresh.hash();
        String rule = audits(house.policy(), officer).rule();
        // The line comes first: what is in force without a line could not be explained afterwards.
        return chain.keep(fresh)
                .compose(kept -> notes.rules(officer, rule, "release/" + hashes))
                .compose(noted -> chain.add(next))
                .recover(failed -> notes.rules(officer, rule, failure(failed) + hashes)
                        .compose(noted -> Future.failedFuture(failed)))
                .compose(added -> put(added, fresh));
    }

    // Where the store gave no answer, the link may be there all the same; then every server follows it.
    private static String failure(Throwable failed) {
        return failed instanceof Conflict ? "release-lost/" : "release-unknown/";
    }

    /** Takes over what any server has released since; to be rung every few seconds. */
    public Future<Void> follow() {
        Optional<Release> known = head;
        // Looks at the known one too: of two that came in force at once, the later may have been put in its place
        // first.
        return chain.after(known.map(Release::number).orElse(0))
                .compose(found -> found.or(() -> known).map(this::take).orElseGet(Future::succeededFuture));
    }

    private Future<Void> take(Release release) {
        if (release.hash().equals(house.policy().hash())) {
            stands(release);
            return Future.succeededFuture();
        }
        return chain.packed(release.hash())
                .compose(bytes -> house.worker().run(() -> ReleaseChain.checked(release.hash(), bytes)))
                .compose(set -> put(release, set))
                .mapEmpty();
    }

    private Future<Release> current() {
        return follow().compose(done -> head.isPresent() ? Future.succeededFuture(head.get()) : begin());
    }

    private Future<Release> begin() {
        return chain.found(house.policy().policies(), house.now())
                .compose(first -> follow().map(done -> head.orElse(first)));
    }

    private Future<Release> put(Release release, PolicySet set) {
        return house.worker().run(() -> {
            house.policy().replace(set);
            stands(release);
            listeners.forEach(Runnable::run);
            return release;
        });
    }

    private synchronized void stands(Release release) {
        if (head.filter(before -> before.number() > release.number()).isEmpty()) {
            head = Optional.of(release);
        }
    }

    private Future<PolicyDraft> draft(Release now, Source source) {
        if (source == Source.FOLDER) {
            return house.worker().run(folder::read);
        }
        String before = now.before().orElseThrow(() -> new NotFound("set of rules before this one"));
        return chain.packed(before)
                .compose(bytes -> house.worker().run(() -> ReleaseChain.checked(before, bytes)))
                .map(set -> new PolicyDraft(Optional.of(set), List.of()));
    }

    private Proposal proposal(PolicyDraft draft) {
        PolicySet now = house.policy().policies();
        return new Proposal(
                draft.set().map(PolicySet::hash),
                problems(draft),
                draft.set().map(set -> PolicyDiff.between(now, set)));
    }

    private PolicySet fit(PolicyDraft draft, String hash) {
        List<String> problems = problems(draft);
        PolicySet set = draft.set()
                .filter(one -> one.hash().equals(hash))
                .orElseThrow(() -> new Conflict("the set of rules that you read"));
        if (!problems.isEmpty()) {
            throw new BadRequest("these rules are not in order: " + problems.get(0));
        }
        if (set.hash().equals(house.policy().hash())) {
            throw new BadRequest("these rules are in force already");
        }
        return set;
    }

    private List<String> problems(PolicyDraft draft) {
        List<String> problems = new ArrayList<>(draft.problems());
        draft.set().ifPresent(set -> {
            // Keys hang on the basis: those of a purpose that suddenly rests on consent would be destroyed unasked.
            set.rebased(house.policy().policies())
                    .forEach(purpose -> problems.add("the purpose `" + purpose
                            + "` moves to another basis (give it back its basis, and name a new purpose)"));
            if (!audits(new PolicyEngine(set), new Actor(Actor.Role.OFFICER, "any"))
                    .permitted()) {
                problems.add("officers may not audit consent under these rules and could not go back (permit it)");
            }
        });
        return problems;
    }

    /** What lets an officer at the rules: that they may audit what those decide on. */
    private Verdict audits(PolicyEngine policy, Actor officer) {
        return policy.decide(new Question(
                officer,
                Act.AUDIT,
                DataClass.CONSENT,
                Purpose.LEGAL,
                new PoolId(NOBODY),
                new ClientId(NOBODY),
                false,
                ConsentStatus.NONE,
                house.now()));
    }
}
