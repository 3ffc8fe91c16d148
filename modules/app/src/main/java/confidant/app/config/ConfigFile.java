package confidant.app.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The file on disk. Blocks on reading. */
public final class ConfigFile {
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    private ConfigFile() {}

    /** As {@link #read(Path, Optional, Function)} with the process's environment. */
    public static Config read(Path file, Optional<Path> data) {
        return read(file, data, name -> Optional.ofNullable(System.getenv(name)));
    }

    /**
     * @param data wins over what the file says
     * @throws ConfigInvalid with every problem of the file
     */
    public static Config read(Path file, Optional<Path> data, Function<String, Optional<String>> environment) {
        List<ConfigProblem> problems = new ArrayList<>();
        JsonNode tree = tree(file, problems);
        Path folder = file.toAbsolutePath().resolveSibling("").normalize();
        Config config = new ConfigReader(folder, data, environment, problems).read(tree);
        if (!problems.isEmpty()) {
            throw new ConfigInvalid(file, problems);
        }
        return config;
    }

    private static JsonNode tree(Path file, List<ConfigProblem> problems) {
        try {
            return YAML.readTree(Files.readString(file, StandardCharsets.UTF_8));
        } catch (JsonProcessingException wrong) {
            var at = wrong.getLocation();
            String line = at == null ? "" : " in line " + at.getLineNr();
            problems.add(
                    new ConfigProblem("", "the file is not YAML" + line, "mind indentation, colons and double keys"));
        } catch (IOException unreadable) {
            problems.add(new ConfigProblem(
                    "", "the file cannot be read", "check that it exists, its rights and that it is UTF-8"));
        }
        return MissingNode.getInstance();
    }
}
