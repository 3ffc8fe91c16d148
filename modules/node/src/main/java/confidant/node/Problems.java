package confidant.node;

import java.io.IOException;
import java.nio.file.Path;

/** The words of every problem the node can have, in one place so that they can be read and tested together. */
final class Problems {
    private Problems() {}

    static NodeProblem folderInUse(Path folder) {
        return new NodeProblem(
                "the data folder `" + folder + "` is in use by another running start",
                "stop the other one, or choose another folder with `--data`");
    }

    static NodeProblem earlierNodeStays(Path folder, String who) {
        return new NodeProblem(
                "an earlier node" + who + " still works in the data folder `" + folder + "`",
                "wait until it has ended, or end that process, and start again");
    }

    static NodeProblem folderUnusable(Path folder, IOException reason) {
        return new NodeProblem(
                "the data folder `" + folder + "` cannot be written: " + reason.getMessage(),
                "make it writable for this user, or choose another folder with `--data`");
    }

    static NodeProblem otherVersion(Path folder, String written, String ours) {
        return new NodeProblem(
                "the data folder `" + folder + "` was written by Cassandra " + written + ", this is Cassandra " + ours,
                "start it with the release that wrote it, or choose another folder with `--data`");
    }

    static NodeProblem throwAwayOnUsed(Path folder) {
        return new NodeProblem(
                "the data folder `" + folder + "` has been used before, which a throw-away node refuses",
                "start it without `--throw-away`, or choose an empty folder with `--data`");
    }

    static NodeProblem interrupted() {
        return new NodeProblem("the start of the node was interrupted", "start again");
    }

    static NodeProblem portOccupied(int port) {
        return new NodeProblem(
                "port " + port + " on 127.0.0.1 is occupied by another program",
                "end that program, or choose another port for the node");
    }

    static NodeProblem noFreePort() {
        return new NodeProblem(
                "no free port was found on 127.0.0.1",
                "end programs that hold many ports, or name a port for the node");
    }

    static NodeProblem diskNearlyFull(Path folder, long freeMegabytes, long neededMegabytes) {
        return new NodeProblem(
                "the disk of `" + folder + "` is nearly full: " + freeMegabytes + " MB are free, the node needs "
                        + neededMegabytes + " MB",
                "free some space, or choose a folder on another disk with `--data`");
    }

    static NodeProblem diskFull(Path folder) {
        return new NodeProblem(
                "the node ended because the disk of `" + folder + "` is full",
                "free some space and start again; what was acknowledged is kept");
    }

    static NodeProblem diskFault(Path folder, String reason) {
        return new NodeProblem(
                "the node ended because it could not use its files in `" + folder + "`: " + reason,
                "look after the disk and the rights of the folder, and start again");
    }

    static NodeProblem libMissing(Path lib) {
        return new NodeProblem(
                "the node's jars are not in `" + lib + "`",
                "build them with `mvn -pl modules/node-lib process-classes`, or install the distribution again");
    }

    static NodeProblem javaMissing(Path java) {
        return new NodeProblem(
                "`" + java + "` cannot be run as a java executable", "name the java of a JDK 17 or later");
    }

    static NodeProblem javaUnsuitable(Path java, String version) {
        return new NodeProblem(
                "`" + java + "` is Java " + version + ", which cannot run the node", "use a JDK 17 or later");
    }

    static NodeProblem memory(int heapMegabytes) {
        return new NodeProblem(
                "the node ran out of memory with a heap of " + heapMegabytes + " MB",
                "give the node a larger heap, or free some of the machine's memory");
    }

    static NodeProblem died(int exit, String reason, Path log) {
        String why = reason.isEmpty() ? "" : ": " + reason;
        return new NodeProblem(
                "the node ended by itself with code " + exit + why, "read `" + log + "`, then start again");
    }

    static NodeProblem tooSlow(long seconds, Path log) {
        return new NodeProblem(
                "the node did not answer within " + seconds + " seconds",
                "start again when the machine is less busy; its log is `" + log + "`");
    }
}
