package confidant.http;

import confidant.core.Answer;
import confidant.core.Desk;
import confidant.core.contact.Contacts;
import confidant.http.api.Asked;
import confidant.http.api.ImportAnswers;
import confidant.http.problem.Trouble;
import confidant.model.ImportId;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.store.HouseStore.Concierge;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Contacts that a concierge takes over, who came that way, and what was said of their consents. */
final class ImportRoutes {
    private final Contacts contacts;
    private final Function<String, Optional<Concierge>> accounts;

    ImportRoutes(Contacts contacts, Function<String, Optional<Concierge>> accounts) {
        this.contacts = contacts;
        this.accounts = accounts;
    }

    Map<String, Act> acts() {
        return Map.of(
                "tryImport", this::attempt,
                "startImport", this::start,
                "listImports", this::all,
                "getImport", this::progress,
                "listNewcomers", this::newcomers,
                "auditEvidence", this::evidence);
    }

    private Future<Reply> attempt(Call call) {
        return file(call)
                .compose(file -> contacts.imports().attempt(call.desk(), file, own(call.desk())))
                .map(ImportRoutes::permitted)
                .map(trial -> Reply.ok(ImportAnswers.Trial.from(trial)));
    }

    private Future<Reply> start(Call call) {
        return file(call)
                .compose(file -> contacts.imports().start(call.desk(), file, own(call.desk())))
                .map(ImportRoutes::permitted)
                .map(begun -> Reply.json(202, ImportAnswers.Import.from(begun)));
    }

    private static <T> T permitted(Answer<T> answer) {
        return Trouble.unlessRefused(answer, Optional.of(Purpose.SERVICE));
    }

    // Some megabytes of text: not on the loop.
    private static Future<Personal<String>> file(Call call) {
        return call.context()
                .vertx()
                .executeBlocking(() -> call.body(Asked.ContactFile.class).file());
    }

    private Predicate<String> own(Desk desk) {
        return account -> accounts.apply(account)
                .filter(concierge -> concierge.pool().equals(desk.pool()))
                .isPresent();
    }

    private Future<Reply> all(Call call) {
        return contacts.imports().all(call.desk()).map(all -> Reply.ok(ImportAnswers.Imports.from(all)));
    }

    private Future<Reply> progress(Call call) {
        ImportId id = call.id("importId", ImportId::parse, "import");
        return contacts.imports().progress(call.desk(), id).map(one -> Reply.ok(ImportAnswers.Import.from(one)));
    }

    private Future<Reply> newcomers(Call call) {
        return contacts.newcomers()
                .page(call.desk(), call.query("cursor").orElse(""), call.limit(50))
                .map(page -> Reply.ok(ImportAnswers.Newcomers.from(page)));
    }

    private Future<Reply> evidence(Call call) {
        return contacts.evidence()
                .of(call.officer(), call.query("reason").orElse(""), call.path("pseudonym"))
                .map(all -> Reply.ok(ImportAnswers.Evidence.from(all)));
    }
}
