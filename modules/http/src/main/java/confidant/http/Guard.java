package confidant.http;

import confidant.core.session.Sessions;
import confidant.core.session.StepUp;
import confidant.core.session.Who;
import confidant.http.Cookies.Jar;
import confidant.http.problem.Kind;
import confidant.http.problem.Trouble;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.openapi.contract.Operation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The one place where roles are enforced: an operation runs only under a session of the kind that its {@code x-role} names,
 * and one that changes something only with that session's token beside the cookie. What the contract marks
 * {@code x-step-up} asks for a passkey that was used within the last minutes.
 */
final class Guard implements Handler<RoutingContext> {
    static final String CSRF = "X-Confidant-Csrf";

    /** A page says with it that nobody has touched it lately; such a request does not keep a session alive. */
    static final String UNATTENDED = "X-Confidant-Unattended";

    private final Contract contract;
    private final Sessions sessions;
    private final Cookies cookies;
    private final Clock clock;

    Guard(Contract contract, Sessions sessions, Cookies cookies, Clock clock) {
        this.contract = contract;
        this.sessions = sessions;
        this.cookies = cookies;
        this.clock = clock;
    }

    @Override
    public void handle(RoutingContext context) {
        Operation operation = Gate.operation(context);
        String role = contract.role(operation);
        if (crossSite(context)) {
            context.fail(new Trouble(Kind.TOKEN, "requests from other sites are not taken"));
            return;
        }
        if (role.equals("public")) {
            context.next();
            return;
        }
        boolean privacy = operation.getTags().contains("privacy");
        find(context, role, privacy)
                .map(who -> who.orElseThrow(() -> new Trouble(Kind.SIGNED_OUT, "no session of this kind")))
                .onSuccess(who -> {
                    if (changes(context) && !sameToken(context, who)) {
                        context.fail(new Trouble(Kind.TOKEN, "send the session's token in `" + CSRF + "`"));
                    } else if (contract.stepUp(operation) && !who.fresh(clock.instant())) {
                        context.fail(new StepUp());
                    } else {
                        Call.admit(context, who);
                        context.next();
                    }
                })
                .onFailure(context::fail);
    }

    private Future<Optional<Who>> find(RoutingContext context, String role, boolean privacy) {
        return switch (role) {
            case "client" ->
                privacy
                        ? session(context, Jar.PRIVACY, List.of("privacy"))
                        : session(context, Jar.CHAT, List.of("chat"));
            case "signed-in" -> session(context, Jar.SESSION, List.of("concierge", "officer", "manager"));
            default -> session(context, Jar.SESSION, List.of(role));
        };
    }

    private Future<Optional<Who>> session(RoutingContext context, Jar jar, List<String> kinds) {
        Optional<String> token = token(context, jar);
        return token.isEmpty()
                ? Future.succeededFuture(Optional.empty())
                : first(token.get(), kinds, !context.request().headers().contains(UNATTENDED));
    }

    private Future<Optional<Who>> first(String token, List<String> kinds, boolean attended) {
        Future<Optional<Who>> found =
                attended ? sessions.attend(token, kinds.get(0)) : sessions.find(token, kinds.get(0));
        return found.compose(who -> who.isPresent() || kinds.size() == 1
                ? Future.succeededFuture(who)
                : first(token, kinds.subList(1, kinds.size()), attended));
    }

    Optional<String> token(RoutingContext context, Jar jar) {
        String header = context.request().getHeader(HttpHeaders.COOKIE);
        return header == null ? Optional.empty() : cookies.token(header, jar);
    }

    private static boolean changes(RoutingContext context) {
        HttpMethod method = context.request().method();
        return method != HttpMethod.GET && method != HttpMethod.HEAD;
    }

    /** Browsers say where a request comes from; a second fence behind SameSite and the token. */
    private static boolean crossSite(RoutingContext context) {
        return changes(context) && "cross-site".equals(context.request().getHeader("Sec-Fetch-Site"));
    }

    private static boolean sameToken(RoutingContext context, Who who) {
        String sent = context.request().getHeader(CSRF);
        return sent != null
                && !who.csrf().isEmpty()
                && MessageDigest.isEqual(
                        sent.getBytes(StandardCharsets.UTF_8), who.csrf().getBytes(StandardCharsets.UTF_8));
    }
}
