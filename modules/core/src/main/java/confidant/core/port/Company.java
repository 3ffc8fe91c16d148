package confidant.core.port;

import confidant.core.session.CompanyAway;
import confidant.core.session.CompanyRefused;
import confidant.model.Personal;
import io.vertx.core.Future;
import java.net.URI;
import java.util.List;

/** The sign-in of the company that staff belong to. */
public interface Company {

    /** What staff know it by. */
    String name();

    /**
     * Where a browser goes so that the company recognises whoever sits at it; {@link CompanyAway} if nobody can say now.
     *
     * @param state comes back beside the company's code
     * @param nonce comes back inside what the company signs
     * @param verifier without it the company's code is worth nothing; not part of the address
     */
    Future<URI> address(String state, String nonce, String verifier);

    /**
     * Exchanges a code for what the company signed about somebody, and verifies that. Fails with {@link CompanyRefused} if anything is
     * amiss, and with {@link CompanyAway} if the company did not answer.
     */
    Future<Recognised> recognise(Personal<String> code, String verifier, String nonce);

    /**
     * Whom the company recognised.
     *
     * @param account names them for good and nobody else, at whatever company
     * @param groups as the company writes them
     */
    record Recognised(Personal<String> account, List<String> groups) {
        public Recognised {
            groups = List.copyOf(groups);
        }
    }
}
