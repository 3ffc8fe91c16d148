package confidant.http;

import confidant.core.Answer;
import confidant.core.BadRequest;
import confidant.core.Rooms;
import confidant.core.attachment.Download;
import confidant.core.attachment.FileAbout;
import confidant.core.attachment.Upload;
import confidant.http.api.ChatAnswers;
import confidant.http.api.DeskAnswers;
import confidant.http.api.FileAnswers;
import confidant.http.api.FileAnswers.KeptFile;
import confidant.http.api.PrivacyAnswers;
import confidant.http.problem.Trouble;
import confidant.model.AttachmentId;
import confidant.model.Personal;
import confidant.model.Purpose;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Pictures and files: sent as they are, shown as what no browser runs. */
final class FileRoutes {
    private static final int LONGEST_WORDS = 1_000;
    private static final int LONGEST_NAME = 255;

    private final Rooms rooms;

    FileRoutes(Rooms rooms) {
        this.rooms = rooms;
    }

    Map<String, Act> acts() {
        return Map.of(
                "sendChatFile", this::say,
                "getChatFile", call -> own(call),
                "listOwnFiles", this::list,
                "getOwnFile", call -> own(call),
                "removeOwnFile", this::remove,
                "listKeptFiles", this::kept,
                "sendFile", this::send,
                "getFile", this::open,
                "keepFile", this::keep);
    }

    private Future<Reply> say(Call call) {
        return rooms.reception()
                .say(call.guest(), call.query("clientMessageId").orElse(""), words(call), upload(call))
                .map(admitted -> Reply.ok(ChatAnswers.ChatAck.from(admitted)));
    }

    private Future<Reply> own(Call call) {
        return rooms.files().open(call.guest(), id(call)).map(answer -> download(answer, Optional.empty()));
    }

    private Future<Reply> list(Call call) {
        return rooms.files().all(call.guest()).map(files -> Reply.ok(FileAnswers.Files.from(files)));
    }

    private Future<Reply> remove(Call call) {
        AttachmentId id = id(call);
        return rooms.files()
                .remove(call.guest(), id)
                .map(answer -> Trouble.unlessRefused(answer, Optional.empty()))
                .map(removed -> Reply.ok(new PrivacyAnswers.Removed(id.toString())));
    }

    private Future<Reply> kept(Call call) {
        Purpose purpose = call.purpose(call.query("purpose").orElse(""));
        return rooms.files()
                .kept(call.desk(), call.client(), purpose)
                .map(files -> Reply.ok(FileAnswers.Files.from(files)));
    }

    private Future<Reply> send(Call call) {
        return rooms.fileTalk()
                .send(call.desk(), call.client(), call.query("idempotencyKey").orElse(""), words(call), upload(call))
                .map(answer -> Trouble.unlessRefused(answer, Optional.of(Purpose.SERVICE)))
                .map(accepted -> Reply.json(202, DeskAnswers.Accepted.from(accepted)));
    }

    private Future<Reply> open(Call call) {
        Optional<Purpose> purpose = call.query("purpose").map(call::purpose);
        return rooms.files()
                .open(call.desk(), call.client(), id(call), purpose)
                .map(answer -> download(answer, purpose));
    }

    private Future<Reply> keep(Call call) {
        KeptFile asked = call.body(KeptFile.class);
        Purpose purpose = call.purpose(asked.purpose());
        return rooms.files()
                .keep(call.desk(), call.client(), id(call), purpose, asked.keep())
                .map(answer -> Trouble.unlessRefused(answer, Optional.of(purpose)))
                .map(done -> Reply.ok(asked));
    }

    private static Reply download(Answer<Download> answer, Optional<Purpose> purpose) {
        Download file = Trouble.unlessRefused(answer, purpose);
        FileAbout about = file.about();
        boolean picture = FileAnswers.isPicture(about.type());
        return Reply.download(
                picture ? about.type() : "application/octet-stream",
                about.name().reveal(),
                picture,
                response -> file.parts().into(part -> response.write(Buffer.buffer(part))));
    }

    private static AttachmentId id(Call call) {
        return call.id("attachmentId", AttachmentId::parse, "file");
    }

    private static Upload upload(Call call) {
        Buffer body = call.context().body().buffer();
        if (body == null || body.length() == 0) {
            throw new BadRequest("there is no file in the request");
        }
        String name = header(call, "X-File-Name");
        if (name.length() > LONGEST_NAME) {
            throw new BadRequest("the name of a file has up to 255 characters");
        }
        return new Upload(Personal.of(name), body.getBytes());
    }

    private static Personal<String> words(Call call) {
        String words = header(call, "X-File-Words");
        if (words.length() > LONGEST_WORDS) {
            throw new BadRequest("the words beside a file have up to 1,000 characters");
        }
        return Personal.of(words);
    }

    /** A header cannot hold all letters, so they come percent-encoded. */
    private static String header(Call call, String name) {
        String sent = call.context().request().getHeader(name);
        try {
            return sent == null ? "" : URLDecoder.decode(sent.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("`" + name + "` is not percent-encoded");
        }
    }
}
