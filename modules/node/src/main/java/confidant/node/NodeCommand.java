package confidant.node;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of the node's process. */
final class NodeCommand {
    private static final int SMALL_HEAP = 384;

    private static final List<String> EXPORTS = List.of(
            "java.base/jdk.internal.misc",
            "java.base/java.lang.ref",
            "java.management.rmi/com.sun.jmx.remote.internal.rmi",
            "java.rmi/sun.rmi.registry",
            "java.rmi/sun.rmi.server",
            "java.sql/java.sql",
            "jdk.unsupported/sun.misc");

    private static final List<String> OPENS = List.of(
            "java.base/java.lang.module",
            "java.base/jdk.internal.loader",
            "java.base/jdk.internal.ref",
            "java.base/jdk.internal.reflect",
            "java.base/jdk.internal.math",
            "java.base/jdk.internal.module",
            "java.base/jdk.internal.util.jar",
            "java.base/sun.nio.ch",
            "java.base/java.io",
            "java.base/java.nio",
            "java.base/java.lang",
            "java.base/java.lang.reflect",
            "java.base/java.util",
            "java.base/java.util.concurrent",
            "java.base/java.util.concurrent.atomic",
            "jdk.management/com.sun.management.internal");

    private NodeCommand() {}

    static List<String> of(Settings settings, JavaRuntime java, NodeLib lib, DataFolder folder) {
        List<String> command = new ArrayList<>();
        command.add(java.executable().toString());
        command.addAll(machine(settings, java, folder));
        EXPORTS.forEach(name -> command.add("--add-exports=" + name + "=ALL-UNNAMED"));
        OPENS.forEach(name -> command.add("--add-opens=" + name + "=ALL-UNNAMED"));
        command.addAll(properties(folder));
        if (settings.throwAway()) {
            command.add("-Dcassandra.test.flush_local_schema_changes=false");
        }
        command.addAll(List.of("-cp", lib.classPath(java), "confidant.node.child.NodeMain"));
        return command;
    }

    private static List<String> machine(Settings settings, JavaRuntime java, DataFolder folder) {
        List<String> flags = new ArrayList<>();
        flags.add(settings.heapMegabytes() < SMALL_HEAP ? "-Xms64m" : "-Xms128m");
        flags.add("-Xmx" + settings.heapMegabytes() + "m");
        flags.addAll(List.of("-Xss512k", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
        flags.add("-XX:ErrorFile=" + folder.logs().resolve("crash-%p.log"));
        if (settings.throwAway()) {
            // Compiles and verifies less, which is most of the processor time of a short life.
            flags.addAll(List.of(
                    "-XX:TieredStopAtLevel=1", "-XX:+UnlockDiagnosticVMOptions", "-XX:-BytecodeVerificationRemote"));
        }
        if (java.needsSecurityManagerAllowed()) {
            flags.add("-Djava.security.manager=allow");
        }
        if (java.needsStandIn()) {
            flags.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED"));
        }
        return flags;
    }

    /** No JMX property is set, so no JMX port is opened. */
    private static List<String> properties(DataFolder folder) {
        Path path = folder.path();
        return List.of(
                "-Djdk.attach.allowAttachSelf=true",
                "-Djava.net.preferIPv4Stack=true",
                "-Djava.io.tmpdir=" + path.resolve("tmp"),
                "-Dio.netty.tryReflectionSetAccessible=true",
                "-Dconfidant.node.lock=" + folder.nodeLock(),
                "-Dcassandra.config=" + path.resolve("cassandra.yaml").toUri(),
                "-Dcassandra.storagedir=" + path,
                "-Dcassandra.logdir=" + folder.logs(),
                "-Dlogback.configurationFile=" + path.resolve("logback.xml"),
                "-Dcassandra-foreground=yes",
                // There is nobody to wait for.
                "-Dcassandra.ring_delay_ms=0",
                "-Dcassandra.skip_wait_for_gossip_to_settle=0",
                "-Dcassandra.shutdown_announce_in_ms=0",
                "-Dcassandra.consistent.rangemovement=false");
    }
}
