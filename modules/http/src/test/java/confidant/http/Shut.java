package confidant.http;

import confidant.core.port.Company;
import confidant.core.session.CompanyRefused;
import confidant.core.session.CompanyRefused.Why;
import confidant.model.Personal;
import io.vertx.core.Future;
import java.net.URI;

/** A company that anybody may go to and nobody comes back from. */
final class Shut implements Company {
    @Override
    public String name() {
        return "Linden Group";
    }

    @Override
    public Future<URI> address(String state, String nonce, String verifier) {
        return Future.succeededFuture(URI.create("https://login.example/"));
    }

    @Override
    public Future<Recognised> recognise(Personal<String> code, String verifier, String nonce) {
        return Future.failedFuture(new CompanyRefused(Why.CODE));
    }
}
