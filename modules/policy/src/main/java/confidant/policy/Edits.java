package confidant.policy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What differs between the files of two sets, whether a decision shows it or not: each rule's notes and text, and each value
 * of the YAML files under its own name, so that no key can be forgotten here.
 */
final class Edits {
    private static final Pattern NOTE = Pattern.compile("@\\w+\\s*\\(\\s*\"(\\\\.|[^\"\\\\])*\"\\s*\\)");

    private final PolicySet before;
    private final PolicySet after;
    private final List<Edit> found = new ArrayList<>();

    private Edits(PolicySet before, PolicySet after) {
        this.before = before;
        this.after = after;
    }

    /** In the order of the files, rules first. */
    static List<Edit> between(PolicySet before, PolicySet after) {
        Edits edits = new Edits(before, after);
        edits.rules();
        Set<String> files = new TreeSet<>(before.texts().keySet());
        files.addAll(after.texts().keySet());
        files.forEach(edits::file);
        return edits.found;
    }

    private void rules() {
        Set<String> ids = new LinkedHashSet<>(before.written().keySet());
        ids.addAll(after.written().keySet());
        for (String id : ids) {
            CedarText.Written old = before.written().get(id);
            CedarText.Written fresh = after.written().get(id);
            if (fresh == null) {
                found.add(Edit.gone(Objects.requireNonNull(old).file(), id));
            } else if (old == null) {
                found.add(Edit.fresh(fresh.file(), id, ""));
            } else {
                rule(id, old, fresh);
            }
        }
    }

    private void rule(String id, CedarText.Written old, CedarText.Written fresh) {
        values(fresh.file(), id, new TreeMap<>(old.annotations()), new TreeMap<>(fresh.annotations()));
        if (!body(old).equals(body(fresh))) {
            found.add(Edit.text(fresh.file(), id));
        }
    }

    /** What Cedar reads of a rule, one blank between words. */
    private static String body(CedarText.Written rule) {
        String bare = NOTE.matcher(rule.source()).replaceAll(" ");
        return bare.replaceAll("\\s+", " ").trim();
    }

    private void file(String name) {
        String old = before.texts().get(name);
        String fresh = after.texts().get(name);
        if (old == null || fresh == null) {
            found.add(old == null ? Edit.fresh(name, name, "") : Edit.gone(name, name));
            return;
        }
        if (old.equals(fresh)) {
            return;
        }
        int told = found.size();
        if (name.endsWith(".yaml")) {
            values(name, "", Sheet.tree(old), Sheet.tree(fresh));
        } else if (name.equals(CedarText.SCHEMA)) {
            found.add(Edit.text(name, name));
        }
        if (told == found.size() && found.stream().noneMatch(one -> one.file().equals(name))) {
            found.add(Edit.layout(name));
        }
    }

    private void values(String file, String path, Map<String, Object> old, Map<String, Object> fresh) {
        Set<String> keys = new LinkedHashSet<>(old.keySet());
        keys.addAll(fresh.keySet());
        for (String key : keys) {
            value(file, path.isEmpty() ? key : path + "." + key, old.get(key), fresh.get(key));
        }
    }

    @SuppressWarnings("unchecked") // a tree of Sheet holds nothing but texts and trees
    private void value(String file, String name, @Nullable Object old, @Nullable Object fresh) {
        if (fresh == null) {
            found.add(Edit.gone(file, name));
        } else if (old == null) {
            found.add(Edit.fresh(file, name, fresh instanceof String text ? text : ""));
        } else if (old instanceof Map<?, ?> was && fresh instanceof Map<?, ?> is) {
            values(file, name, (Map<String, Object>) was, (Map<String, Object>) is);
        } else if (!old.equals(fresh)) {
            found.add(Edit.changed(file, name, line(old), line(fresh)));
        }
    }

    private static String line(Object value) {
        return value instanceof String text ? text : "...";
    }
}
