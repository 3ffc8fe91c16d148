package confidant.k8s.check;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Renders an overlay as {@code kubectl apply -k} would. */
final class Rendering {
    private Rendering() {}

    /** The folder {@code k8s} of the project, looked for from the working directory upwards. */
    static Path folder() {
        Path here = Path.of("").toAbsolutePath();
        while (here != null && !Files.isRegularFile(here.resolve("k8s/base/kustomization.yaml"))) {
            here = here.getParent();
        }
        if (here == null) {
            throw new IllegalStateException("the folder `k8s` is not above the working directory");
        }
        return here.resolve("k8s");
    }

    /** Aborts the test where there is no kubectl; fails it there in CI. */
    static List<Manifest> of(Path overlay) throws IOException, InterruptedException {
        Path errors = Files.createTempFile("kubectl", ".err");
        Process process;
        try {
            process = new ProcessBuilder("kubectl", "kustomize", overlay.toString())
                    .redirectError(errors.toFile())
                    .start();
        } catch (IOException e) {
            Files.delete(errors);
            return missing();
        }
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        String said = Files.readString(errors);
        Files.delete(errors);
        return code == 0 ? read(text) : fail("kubectl kustomize ended with " + code + ": " + said);
    }

    @SuppressWarnings("unchecked")
    static List<Manifest> read(String text) {
        List<Manifest> manifests = new ArrayList<>();
        for (Object tree : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text)) {
            manifests.add(new Manifest((Map<String, Object>) tree));
        }
        return manifests;
    }

    private static List<Manifest> missing() {
        String words = "kubectl is not on the path: install it (Debian: `kubernetes-client`) to check k8s/";
        return "true".equals(System.getenv("CI")) ? fail(words) : abort(words);
    }
}
