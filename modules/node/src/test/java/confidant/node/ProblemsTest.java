package confidant.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemsTest {
    private static final Path AT = Path.of("/srv/house");

    static Stream<NodeProblem> every() {
        return Stream.of(
                Problems.folderInUse(AT),
                Problems.earlierNodeStays(AT, " (process 1, port 2)"),
                Problems.folderUnusable(AT, new IOException("read-only")),
                Problems.otherVersion(AT, "4.1.10", "5.0.9"),
                Problems.throwAwayOnUsed(AT),
                Problems.interrupted(),
                Problems.portOccupied(9042),
                Problems.noFreePort(),
                Problems.diskNearlyFull(AT, 3, 512),
                Problems.diskFull(AT),
                Problems.diskFault(AT, "not a directory"),
                Problems.libMissing(AT),
                Problems.javaMissing(AT),
                Problems.javaUnsuitable(AT, "11"),
                Problems.memory(256),
                Problems.died(3, "the reason", AT),
                Problems.died(3, "", AT),
                Problems.tooSlow(180, AT));
    }

    @ParameterizedTest
    @MethodSource("every")
    void problem_message_isOneLowerCaseSentence(NodeProblem problem) {
        assertThat(problem.getMessage()).matches("[a-z`][^\\n]*[^.\\s]").doesNotContain("Exception");
    }

    @ParameterizedTest
    @MethodSource("every")
    void problem_remedy_saysWhatToDo(NodeProblem problem) {
        assertThat(problem.remedy()).matches("[a-z][^\\n]*[^.\\s]").isNotEqualTo(problem.getMessage());
    }
}
