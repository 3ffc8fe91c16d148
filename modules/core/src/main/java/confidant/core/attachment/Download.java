package confidant.core.attachment;

import io.vertx.core.Future;
import java.util.function.Function;

/** A file that may be read now, part by part. */
public record Download(FileAbout about, Parts parts) {

    /** Hands out one part after the other, each when the one before was taken; fails where one is missing or forged. */
    @FunctionalInterface
    public interface Parts {
        Future<Void> into(Function<byte[], Future<Void>> sink);
    }
}
