package confidant.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeCommandTest {
    private static final Path JAVA = Path.of("/opt/jdk/bin/java");
    private static final NodeLib LIB = new NodeLib(Path.of("/opt/lib"), "5.0.9");

    @TempDir
    private Path temporary;

    @Test
    void classPath_beforeJdk24_isOursThenCassandra() {
        assertThat(classPath(17)).containsExactly("/opt/lib/first/*", "/opt/lib/*");
    }

    @Test
    void classPath_fromJdk24_hasTheStandInBeforeCassandra() {
        assertThat(classPath(24)).containsExactly("/opt/lib/first/*", "/opt/lib/jdk24/*", "/opt/lib/*");
    }

    @Test
    void command_betweenJdk18And23_allowsTheSecurityManager() {
        assertThat(command(17, false)).doesNotContain("-Djava.security.manager=allow");
        assertThat(command(21, false)).contains("-Djava.security.manager=allow");
        assertThat(command(24, false)).doesNotContain("-Djava.security.manager=allow");
    }

    @Test
    void command_opensNoJmxPort() {
        assertThat(command(17, false)).noneMatch(argument -> argument.matches("-D.*jmx.*"));
    }

    @Test
    void command_skipsSchemaFlushes_onlyForThrowAwayNodes() {
        String unsafe = "-Dcassandra.test.flush_local_schema_changes=false";

        assertThat(command(17, true)).contains(unsafe);
        assertThat(command(17, false)).doesNotContain(unsafe);
    }

    @Test
    void java_olderThan17_isRefused() {
        assertThat(JavaRuntime.feature(JAVA, "17")).isEqualTo(17);
        for (String old : new String[] {"1.8", "11"}) {
            assertThatThrownBy(() -> JavaRuntime.feature(JAVA, old))
                    .isInstanceOf(NodeProblem.class)
                    .hasMessageContaining("is Java " + old);
        }
    }

    @Test
    void java_thatIsNotThere_isRefused() {
        assertThatThrownBy(() -> JavaRuntime.of(temporary.resolve("java")))
                .isInstanceOf(NodeProblem.class)
                .hasMessageContaining("cannot be run");
    }

    @Test
    void lib_withoutJars_isRefused() {
        assertThatThrownBy(() -> NodeLib.in(temporary))
                .isInstanceOf(NodeProblem.class)
                .hasMessageContaining("jars are not in");
    }

    @Test
    void lib_asBuilt_isFoundAndApartFromOurClassPath() {
        assertThat(NodeLib.find().cassandraVersion()).startsWith("5.0.");
        assertThatThrownBy(() -> Class.forName("org.apache.cassandra.service.CassandraDaemon"))
                .isInstanceOf(ClassNotFoundException.class);
    }

    private static List<String> classPath(int feature) {
        return List.of(LIB.classPath(new JavaRuntime(JAVA, feature)).split(File.pathSeparator));
    }

    private List<String> command(int feature, boolean throwAway) {
        Settings settings = Settings.of(temporary, LIB.folder()).withThrowAway(throwAway);
        return NodeCommand.of(settings, new JavaRuntime(JAVA, feature), LIB, DataFolder.make(temporary));
    }
}
