package confidant.k8s.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Looks for secrets that were written into a configuration instead of being referred to. */
final class Secrets {
    private static final Pattern NAME = Pattern.compile(".*(secret|token|password|key)$");
    private static final Pattern REFERENCE = Pattern.compile("(secret://|file:|/|\\$\\{).*");

    private Secrets() {}

    /** The keys whose value is a secret in plain sight. */
    static List<String> written(Manifest configuration) {
        List<String> found = new ArrayList<>();
        configuration.walk((key, value) -> {
            boolean secret = NAME.matcher(key.toLowerCase(Locale.ROOT)).matches();
            boolean plain = !(value instanceof Map) && !(value instanceof List);
            if (secret && plain && !REFERENCE.matcher(String.valueOf(value)).matches()) {
                found.add(key);
            }
        });
        return found;
    }
}
