package confidant.app.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Files that a person can hold in mind: 400 lines are refused, 250 are looked at; methods of more than 40 are refused. */
class SizeTest {
    private static final int FILE_LOOK = 250;
    private static final int FILE_REFUSE = 400;
    private static final int METHOD_REFUSE = 40;
    // One constructor call after the other, in the order of need: cut into steps it would say less.
    private static final Set<String> READ_WHOLE = Set.of("Wiring.java <init>");

    @Test
    void files_staySmall() throws IOException {
        List<String> refused = new ArrayList<>();
        for (Path file : sources()) {
            int lines = lines(file);
            if (lines > FILE_REFUSE) {
                refused.add(file + " has " + lines + " lines; cut it by subject");
            } else if (lines > FILE_LOOK) {
                System.out.println("look at " + file + ": " + lines + " lines");
            }
        }
        assertThat(refused).isEmpty();
    }

    @Test
    void methods_staySmall() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var files = compiler.getStandardFileManager(null, null, null);
        JavacTask task = (JavacTask) compiler.getTask(
                null, files, ignored -> {}, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources()));
        List<String> refused = new ArrayList<>();
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        for (CompilationUnitTree unit : task.parse()) {
            new Methods(unit, positions, refused).scan(unit, null);
        }
        assertThat(refused).isEmpty();
    }

    /** From its name to its closing brace. */
    private static final class Methods extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> refused;

        Methods(CompilationUnitTree unit, SourcePositions positions, List<String> refused) {
            this.unit = unit;
            this.positions = positions;
            this.refused = refused;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            if (method.getBody() != null) {
                LineMap map = unit.getLineMap();
                long first = map.getLineNumber(positions.getStartPosition(unit, method.getBody()));
                long last = map.getLineNumber(positions.getEndPosition(unit, method.getBody()));
                if (last - first + 1 > METHOD_REFUSE && !READ_WHOLE.contains(name(method))) {
                    refused.add(unit.getSourceFile().getName() + ": `" + method.getName() + "` has "
                            + (last - first + 1) + " lines; name its steps");
                }
            }
            return super.visitMethod(method, nothing);
        }

        private String name(MethodTree method) {
            Path file = Path.of(unit.getSourceFile().getName()).getFileName();
            return file + " " + method.getName();
        }
    }

    // From the package line on, as the house measures.
    private static int lines(Path file) throws IOException {
        List<String> all = Files.readAllLines(file);
        int begin = 0;
        while (begin < all.size() && !all.get(begin).startsWith("package ")) {
            begin++;
        }
        return all.size() - begin;
    }

    private static List<Path> sources() throws IOException {
        Path modules = Path.of("").toAbsolutePath().getParent();
        List<Path> sources = new ArrayList<>();
        try (Stream<Path> all = Files.list(modules)) {
            for (Path module : all.toList()) {
                Path main = module.resolve("src/main/java");
                if (Files.isDirectory(main)) {
                    try (Stream<Path> files = Files.walk(main)) {
                        files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
                    }
                }
            }
        }
        assertThat(sources).hasSizeGreaterThan(300);
        return sources;
    }
}
