package confidant.http.api;

import confidant.core.attachment.FileAbout;
import confidant.core.attachment.FileLine;
import confidant.model.Purpose;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is told about pictures and files. */
public final class FileAnswers {
    /** What browsers show without running anything. */
    private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png", "image/gif", "image/webp");

    private FileAnswers() {}

    /** Whether a browser may show a file of this type in its place. */
    public static boolean isPicture(String type) {
        return PICTURES.contains(type);
    }

    public record File(
            String id,
            String state,
            @Nullable String name,
            @Nullable String type,
            @Nullable Long size,
            boolean picture,
            List<String> kept) {

        static File from(FileLine line) {
            FileAbout about = line.about().orElse(null);
            return new File(
                    line.id().toString(),
                    Words.word(line.state()),
                    about == null ? null : about.name().reveal(),
                    about == null ? null : about.type(),
                    about == null ? null : about.size(),
                    about != null && isPicture(about.type()),
                    line.kept().stream().map(Purpose::id).sorted().toList());
        }
    }

    public record Files(List<File> files) {
        public static Files from(List<FileLine> lines) {
            return new Files(lines.stream().map(File::from).toList());
        }
    }

    public record KeptFile(String purpose, boolean keep) {}
}
