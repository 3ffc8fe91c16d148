package confidant.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A java executable and its feature version (17, 25).
 *
 * @param feature never below 17
 */
record JavaRuntime(Path executable, int feature) {
    private static final int OLDEST = 17;
    private static final int SECURITY_MANAGER_REFUSED_UNLESS_ASKED = 18;
    private static final int SECURITY_MANAGER_GONE = 24;
    private static final Pattern SPECIFICATION = Pattern.compile("java\\.specification\\.version = (\\S+)");

    /** The executable that runs this. */
    static Path running() {
        String name = System.getProperty("os.name").startsWith("Windows") ? "java.exe" : "java";
        return Path.of(System.getProperty("java.home"), "bin", name);
    }

    /** Asks the executable for its version. */
    static JavaRuntime of(Path executable) {
        if (executable.equals(running())) {
            return new JavaRuntime(executable, Runtime.version().feature());
        }
        return new JavaRuntime(executable, feature(executable, specification(executable)));
    }

    boolean needsStandIn() {
        return feature >= SECURITY_MANAGER_GONE;
    }

    boolean needsSecurityManagerAllowed() {
        return feature >= SECURITY_MANAGER_REFUSED_UNLESS_ASKED && !needsStandIn();
    }

    static int feature(Path executable, String specification) {
        try {
            int feature = Integer.parseInt(specification);
            if (feature >= OLDEST) {
                return feature;
            }
        } catch (NumberFormatException oldScheme) {
            // 1.8 and before.
        }
        throw Problems.javaUnsuitable(executable, specification);
    }

    private static String specification(Path executable) {
        try {
            Process asked = new ProcessBuilder(executable.toString(), "-XshowSettings:properties", "-version")
                    .redirectErrorStream(true)
                    .start();
            asked.getOutputStream().close();
            String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher matcher = SPECIFICATION.matcher(answer);
            if (matcher.find()) {
                return matcher.group(1);
            }
        } catch (IOException notRunnable) {
            // Told below in our own words.
        }
        throw Problems.javaMissing(executable);
    }
}
