package confidant.http;

import confidant.core.BadRequest;
import confidant.core.audit.Auditing;
import confidant.core.audit.EntryWalk;
import confidant.http.export.EntryForm;
import confidant.model.Lang;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.util.Map;

/** Files that officers take away: behind a passkey used just now, and noted before the first byte. */
final class ExportRoutes {
    private final Auditing auditing;

    ExportRoutes(Auditing auditing) {
        this.auditing = auditing;
    }

    Map<String, Act> acts() {
        return Map.of("exportEntries", this::entries);
    }

    private Future<Reply> entries(Call call) {
        String word = call.query("form").orElse("");
        var words = call.query("lang").map(Lang::closest).map(call::words).orElseGet(call::words);
        EntryForm form = switch (word) {
            case "csv" -> EntryForm.csv(words);
            case "jsonld" -> EntryForm.jsonLd(words);
            default -> throw new BadRequest("a file is `csv` or `jsonld`");
        };
        return auditing.walk(
                        call.officer(),
                        call.query("reason").orElse(""),
                        word,
                        OfficerRoutes.filter(call),
                        call.query("cursor").orElse(""))
                .map(walk -> Reply.file(
                        form.type(),
                        "confidant-entries" + form.ending(),
                        response -> response.write(form.head()).compose(begun -> pour(walk, form, response))));
    }

    private static Future<Void> pour(EntryWalk walk, EntryForm form, HttpServerResponse response) {
        if (walk.over()) {
            return response.write(form.end(walk.taken(), walk.next()));
        }
        boolean first = walk.taken() == 0;
        return walk.slice()
                .map(entries -> form.slice(entries, first))
                .compose(text -> text.isEmpty() ? breath() : response.write(text))
                .compose(written -> pour(walk, form, response));
    }

    // Slices without a fitting entry must not pile up on the stack where the store answers at once.
    private static Future<Void> breath() {
        return Future.future(done -> {
            Context context = Vertx.currentContext();
            if (context == null) {
                done.complete();
            } else {
                context.runOnContext(turn -> done.complete());
            }
        });
    }
}
