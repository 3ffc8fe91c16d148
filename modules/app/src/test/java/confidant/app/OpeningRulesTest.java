package confidant.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import confidant.app.config.Home;
import confidant.policy.PolicySet;
import confidant.store.HouseStore;
import confidant.store.memory.MemoryStores;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which rules a server opens with: a restart changes none. */
class OpeningRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");

    private final HouseStore store = new MemoryStores(Clock.systemUTC()).house();

    @TempDir
    Path folder;

    private String begun;

    @BeforeEach
    void copy() throws IOException {
        Path from = Home.policies();
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path at = folder.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(at);
                } else {
                    Files.copy(file, at);
                }
            }
        }
        begun = PolicySet.read(folder).hash();
    }

    private String open() {
        return Rules.read(folder).inForce(store, NOW).hash();
    }

    @Test
    void houseWithoutAnyRelease_beginsWithItsFolder_andKeepsThoseRules() throws IOException {
        assertThat(open()).isEqualTo(begun);

        edit("windows.yaml", "from: \"21:00\"", "from: \"22:00\"");
        assertThat(PolicySet.read(folder).hash()).isNotEqualTo(begun);
        assertThat(open()).isEqualTo(begun);
        edit("windows.yaml", "blocked:", "blokced:");
        assertThat(open()).isEqualTo(begun);
    }

    @Test
    void laterRelease_isWhatAServerOpensWith() throws IOException {
        open();
        edit("windows.yaml", "from: \"21:00\"", "from: \"22:00\"");
        PolicySet fresh = PolicySet.read(folder);
        released(fresh, fresh.pack());
        edit("windows.yaml", "from: \"22:00\"", "from: \"21:00\"");

        assertThat(open()).isEqualTo(fresh.hash());
    }

    @Test
    void releasedRulesThatWereChangedInTheStore_keepTheHouseClosed() throws IOException {
        open();
        byte[] other = PolicySet.read(folder).pack();
        edit("windows.yaml", "from: \"21:00\"", "from: \"22:00\"");
        released(PolicySet.read(folder), other);
        edit("windows.yaml", "from: \"22:00\"", "from: \"23:00\"");

        assertThatThrownBy(this::open)
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("were changed in the store");
    }

    @Test
    void brokenFolder_keepsANewHouseClosed() throws IOException {
        edit("windows.yaml", "blocked:", "blokced:");

        assertThatThrownBy(this::open).isInstanceOf(StartProblem.class).hasMessageContaining("`blokced`");
    }

    /** As another server would have left it. */
    private void released(PolicySet set, byte[] packed) {
        String link = String.join(" ", set.hash(), begun, "officer", "somebody", NOW.toString());
        store.putOnce("rules-set-" + set.hash(), packed);
        store.putOnce("rules-release-2", link.getBytes(StandardCharsets.UTF_8));
    }

    private void edit(String file, String old, String fresh) throws IOException {
        Path at = folder.resolve(file);
        String text = Files.readString(at);
        assertThat(text).contains(old);
        Files.writeString(at, text.replace(old, fresh));
    }
}
