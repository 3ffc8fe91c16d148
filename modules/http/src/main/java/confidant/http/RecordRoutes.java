package confidant.http;

import confidant.core.BadRequest;
import confidant.core.rules.ProcessingRecord;
import confidant.http.api.Json;
import confidant.http.api.RecordAnswers;
import confidant.http.api.Words;
import confidant.http.export.RecordLinked;
import confidant.http.export.RecordPage;
import confidant.model.Lang;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The record of processing: to read at the console, and to take away. */
final class RecordRoutes {
    private final ProcessingRecord records;
    private final String houseName;

    RecordRoutes(ProcessingRecord records, String houseName) {
        this.records = records;
        this.houseName = houseName;
    }

    Map<String, Act> acts() {
        return Map.of("auditRecord", this::read, "exportRecord", this::take);
    }

    private Future<RecordAnswers.Record> record(Call call, Words words) {
        return records.record(call.officer(), call.query("reason").orElse(""))
                .map(processing -> RecordAnswers.Record.from(processing, houseName, words));
    }

    private Future<Reply> read(Call call) {
        return record(call, call.words()).map(Reply::ok);
    }

    private Future<Reply> take(Call call) {
        Words words = call.query("lang").map(Lang::closest).map(call::words).orElseGet(call::words);
        String form = call.query("form").orElse("");
        if (!form.equals("html") && !form.equals("jsonld")) {
            return Future.failedFuture(new BadRequest("a record is `html` or `jsonld`"));
        }
        return record(call, words)
                .map(record -> form.equals("html")
                        ? Reply.file(
                                "text/html; charset=utf-8",
                                "confidant-record.html",
                                new RecordPage(record, words.lang()).html().getBytes(StandardCharsets.UTF_8))
                        : Reply.file(
                                "application/ld+json",
                                "confidant-record.jsonld",
                                Json.write(RecordLinked.document(record))));
    }
}
