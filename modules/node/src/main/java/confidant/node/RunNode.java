package confidant.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Runs one local node for scripts and tests: starts it, tells its address, and stays until the standard input ends or
 * the process is asked to end (SIGTERM, Ctrl-C); then stops the node. Ends with 0 after that, with 1 when the node has a
 * problem, with 2 when the arguments are wrong.
 */
public final class RunNode {
    private RunNode() {}

    /** See {@link RunArguments#USAGE}. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    private static int run(String[] args) {
        try {
            return stayWith(RunArguments.parse(args));
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.err.println(RunArguments.USAGE);
            return 2;
        } catch (NodeProblem problem) {
            print(problem);
            return 1;
        } catch (IOException unwritable) {
            System.err.println("the port file cannot be written: " + unwritable.getMessage());
            return 1;
        }
    }

    private static int stayWith(RunArguments arguments) throws IOException {
        Settings settings = arguments.settings().withProgress(System.out::println);
        try (LocalNode node = LocalNode.start(settings)) {
            Runtime.getRuntime().addShutdownHook(new Thread(node::stop, "node-stop"));
            node.onDeath(problem -> {
                print(problem);
                System.exit(1);
            });
            if (arguments.portFile().isPresent()) {
                tell(arguments.portFile().get(), node.contactPoint());
            }
            while (System.in.read() >= 0) {
                // Whatever is typed is not for us; only the end matters.
            }
            return 0;
        }
    }

    /** Whoever reads the file sees either nothing or the whole address. */
    private static void tell(Path portFile, ContactPoint contact) throws IOException {
        Path folder = portFile.toAbsolutePath().getParent();
        Path draft = Files.createTempFile(folder, "port", ".tmp");
        Files.writeString(draft, contact + "\n");
        Files.move(draft, portFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void print(NodeProblem problem) {
        System.err.println(problem.getMessage());
        System.err.println("  " + problem.remedy());
    }
}
