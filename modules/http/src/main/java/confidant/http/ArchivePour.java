package confidant.http;

import confidant.core.Answer;
import confidant.core.NotFound;
import confidant.core.attachment.Download;
import confidant.core.attachment.FileLine;
import confidant.core.attachment.Files;
import confidant.core.privacy.Archives.Archive;
import confidant.http.archive.ArchiveFile;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Optional;

/** Writes an archive to whoever takes it away: the papers first, then picture by picture and part by part. */
final class ArchivePour implements Reply.Pour {
    private final Vertx vertx;
    private final Files files;
    private final Archive archive;
    private final ArchiveFile zip;

    ArchivePour(Vertx vertx, Files files, Archive archive, ArchiveFile zip) {
        this.vertx = vertx;
        this.files = files;
        this.archive = archive;
        this.zip = zip;
    }

    @Override
    public Future<Void> into(HttpServerResponse response) {
        List<FileLine> all = archive.lines().stream()
                .flatMap(line -> line.file().stream())
                .filter(file -> file.about().isPresent())
                .toList();
        Future<Void> written = response.write(Buffer.buffer(zip.taken()));
        for (FileLine file : all) {
            written = written.compose(done -> found(file))
                    .compose(found -> found.isEmpty() ? Future.succeededFuture() : file(response, file, found.get()));
        }
        return written.compose(done -> made(response, zip::end));
    }

    /** Empty where it was taken away since the page was made. */
    private Future<Optional<Download>> found(FileLine file) {
        return files.open(archive.of(), file.id())
                .map((Answer<Download> answer) -> answer.match(Optional::of, refused -> Optional.<Download>empty()))
                .recover(failure -> failure instanceof NotFound
                        ? Future.succeededFuture(Optional.empty())
                        : Future.failedFuture(failure));
    }

    private Future<Void> file(HttpServerResponse response, FileLine file, Download download) {
        return made(response, () -> zip.begin(file))
                .compose(begun -> download.parts().into(part -> made(response, () -> zip.write(part))));
    }

    private Future<Void> made(HttpServerResponse response, Runnable work) {
        return vertx.executeBlocking(() -> {
                    work.run();
                    return zip.taken();
                })
                .compose(bytes -> bytes.length == 0 ? Future.succeededFuture() : response.write(Buffer.buffer(bytes)));
    }
}
