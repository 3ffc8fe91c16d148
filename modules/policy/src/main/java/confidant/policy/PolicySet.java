package confidant.policy;

import confidant.model.Actor;
import confidant.model.Purpose;
import confidant.policy.PurposeInfo.Basis;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One folder of policies, read, validated against its schema and frozen. Thread-safe. */
public final class PolicySet {
    private final String hash;
    private final Facts facts;
    private final Map<String, Rule> rules;
    private final Map<String, String> texts;
    private final Map<String, CedarText.Written> written = new LinkedHashMap<>();
    private final CedarRules cedar;

    private PolicySet(
            String hash,
            Map<String, String> texts,
            Facts facts,
            Map<String, Rule> rules,
            List<CedarText.Written> written) {
        this.hash = hash;
        this.texts = texts;
        this.facts = facts;
        this.rules = rules;
        written.forEach(one -> this.written.put(one.id(), one));
        this.cedar = new CedarRules(written, facts);
    }

    /**
     * Reads a folder. Blocks on files and takes about a second the first time: call it on a worker or at start.
     *
     * @throws PolicyInvalid with every problem found, if there is any
     */
    public static PolicySet read(Path folder) {
        List<PolicyProblem> problems = new ArrayList<>();
        Optional<PolicySet> read = read(folder, problems);
        return read.orElseThrow(() -> new PolicyInvalid(problems));
    }

    /** As {@link #read(Path)}; empty, and {@code problems} not, when the folder cannot be used. */
    static Optional<PolicySet> read(Path folder, List<PolicyProblem> problems) {
        PolicyFiles files = PolicyFiles.read(folder, problems);
        Map<String, String> texts = files.texts(problems);
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        Facts facts = Facts.read(texts, problems);
        List<CedarText.Written> written = new ArrayList<>();
        texts.forEach((file, text) -> {
            if (file.endsWith(".cedar")) {
                written.addAll(CedarText.parse(file, text, problems));
            }
        });
        Map<String, Rule> rules = new RuleCheck(facts, problems).rules(written);
        CedarText.schema(texts.getOrDefault(CedarText.SCHEMA, ""), problems)
                .ifPresent(schema -> CedarText.validate(schema, written, problems));
        return problems.isEmpty()
                ? Optional.of(new PolicySet(files.hash(), texts, facts, rules, written))
                : Optional.empty();
    }

    /** SHA-256 (hex, 64 characters) over names and bytes of the files that decide. */
    public String hash() {
        return hash;
    }

    /** All classes in the order of the file. */
    public Collection<DataClassInfo> classes() {
        return facts.classes().values();
    }

    Facts facts() {
        return facts;
    }

    Map<String, Rule> rules() {
        return rules;
    }

    CedarRules cedar() {
        return cedar;
    }

    Set<Purpose> purposeIds() {
        return facts.purposes().keySet();
    }

    /** The basis of a listed purpose; of any other the strictest. */
    Basis basis(Purpose purpose) {
        PurposeInfo info = facts.purposes().get(purpose);
        return info == null ? Basis.CONSENT : info.basis();
    }

    /** Whether nobody may ask a client for the purpose. */
    boolean marked(Purpose purpose) {
        PurposeInfo info = facts.purposes().get(purpose);
        return info != null && info.marked();
    }

    /** The text of every file that decides, by its name. */
    Map<String, String> texts() {
        return texts;
    }

    /** The Cedar rules as they are written, by their ids. */
    Map<String, CedarText.Written> written() {
        return written;
    }

    /** Whether the rule is a Cedar rule that names the role. */
    boolean speaksOf(String rule, Actor.Role role) {
        CedarText.Written one = written.get(rule);
        return one != null && one.source().contains("Role::\"" + role.word() + "\"");
    }

    String transform(String rule) {
        CedarText.Written one = written.get(rule);
        return one == null ? "" : one.note("transform");
    }
}
