package confidant.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class NodeFilesTest {
    private static final NodePorts PORTS = new NodePorts(9042, 7000, 7001);

    private final Path folder = Path.of("/srv/it's here");

    @Test
    void yaml_everyPlace_isFilled() {
        assertThat(NodeFiles.yaml(folder, PORTS, 512)).doesNotContain("${");
    }

    @Test
    void yaml_acknowledgedWrites_areOnTheDisk() {
        assertThat(NodeFiles.yaml(folder, PORTS, 512).lines())
                .contains("commitlog_sync: batch", "disk_failure_policy: die", "commit_failure_policy: die");
    }

    @Test
    void yaml_everyAddress_isLoopback() {
        assertThat(NodeFiles.yaml(folder, PORTS, 512).lines().filter(line -> line.matches(".*(_address|seeds):.*")))
                .containsExactly(
                        "      - seeds: 127.0.0.1:7000", "listen_address: 127.0.0.1", "rpc_address: 127.0.0.1");
    }

    @Test
    void yaml_ports_areTheChosenOnes() {
        assertThat(NodeFiles.yaml(folder, PORTS, 512).lines())
                .contains("native_transport_port: 9042", "storage_port: 7000", "ssl_storage_port: 7001");
    }

    @Test
    void yaml_folderWithQuote_isEscaped() {
        assertThat(NodeFiles.yaml(folder, PORTS, 512).lines())
                .contains("commitlog_directory: '" + folder.toString().replace("'", "''") + "/commitlog'");
    }

    @Test
    void yaml_memtables_followTheHeap() {
        assertThat(NodeFiles.yaml(folder, PORTS, 512)).contains("memtable_heap_space: 96MiB");
        assertThat(NodeFiles.yaml(folder, PORTS, 256)).contains("memtable_heap_space: 48MiB");
    }

    @Test
    void yaml_userDefinedFunctions_areOff() {
        assertThat(NodeFiles.yaml(folder, PORTS, 512).lines()).contains("user_defined_functions_enabled: false");
    }

    @Test
    void logback_folderWithMarkup_isEscaped() {
        assertThat(NodeFiles.logback(Path.of("/srv/a&b")))
                .contains("<file>/srv/a&amp;b/logs/node.log</file>")
                .doesNotContain("${");
    }
}
