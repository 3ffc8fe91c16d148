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
    private final PolicyFiles files;
    private final String hash;
    private final Facts facts;
    private final Map<String, Rule> rules;
    private final Map<String, String> texts;
    private final Map<String, CedarText.Written> written = new LinkedHashMap<>();
    private final CedarRules cedar;
    private final DecisionTable table;

    private PolicySet(
            PolicyFiles files,
            Map<String, String> texts,
            Facts facts,
            Map<String, Rule> rules,
            List<CedarText.Written> written) {
        this.files = files;
        this.hash = files.hash();
        this.texts = texts;
        this.facts = facts;
        this.rules = rules;
        written.forEach(one -> this.written.put(one.id(), one));
        this.cedar = new CedarRules(written, facts);
        this.table = new DecisionTable(this);
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
        return read(PolicyFiles.read(folder, problems), problems);
    }

    /**
     * A set that {@link #pack} packed. Whoever asked for a certain one compares the {@link #hash}.
     *
     * @throws PolicyInvalid if this version of the program cannot use it
     * @throws IllegalArgumentException if the bytes are no packed set
     */
    public static PolicySet unpack(byte[] packed) {
        List<PolicyProblem> problems = new ArrayList<>();
        return read(PolicyFiles.unpack(packed), problems).orElseThrow(() -> new PolicyInvalid(problems));
    }

    /** The files that decide in one piece, some ten thousand bytes. */
    public byte[] pack() {
        return files.pack();
    }

    private static Optional<PolicySet> read(PolicyFiles files, List<PolicyProblem> problems) {
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
        return problems.isEmpty() ? Optional.of(new PolicySet(files, texts, facts, rules, written)) : Optional.empty();
    }

    /** SHA-256 (hex, 64 characters) over names and bytes of the files that decide. */
    public String hash() {
        return hash;
    }

    /** All classes in the order of the file. */
    public Collection<DataClassInfo> classes() {
        return facts.classes().values();
    }

    /** The counts that managers may be told; no question where there is no {@code figures.yaml}. */
    public Figures figures() {
        return facts.figures();
    }

    /** How glass may be broken; for no reason at all where there is no {@code glass.yaml}. */
    public Glass glass() {
        return facts.glass();
    }

    Facts facts() {
        return facts;
    }

    Map<String, Rule> rules() {
        return rules;
    }

    /** The decisions of this set, each computed once however many ask. */
    DecisionTable table() {
        return table;
    }

    CedarRules cedar() {
        return cedar;
    }

    Set<Purpose> purposeIds() {
        return facts.purposes().keySet();
    }

    /** The purposes that both sets list on different bases. */
    public List<Purpose> rebased(PolicySet other) {
        return purposeIds().stream()
                .filter(other.purposeIds()::contains)
                .filter(purpose -> basis(purpose) != other.basis(purpose))
                .toList();
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
