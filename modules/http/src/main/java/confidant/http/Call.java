package confidant.http;

import confidant.core.BadRequest;
import confidant.core.Desk;
import confidant.core.Guest;
import confidant.core.NotFound;
import confidant.core.session.Who;
import confidant.http.api.Json;
import confidant.http.api.Words;
import confidant.http.problem.Kind;
import confidant.http.problem.Trouble;
import confidant.model.ClientId;
import confidant.model.ManagerId;
import confidant.model.OfficerId;
import confidant.model.Purpose;
import confidant.policy.PolicyEngine;
import io.vertx.ext.web.LanguageHeader;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.Function;

/** One request that fits the contract and comes from somebody whose role may make it. */
final class Call {
    private static final String WHO = "confidant.who";
    private final RoutingContext context;
    private final Words words;

    Call(RoutingContext context, PolicyEngine policy) {
        this.context = context;
        this.words = words(context, policy);
    }

    /** Notes who asks; the guard alone does that. */
    static void admit(RoutingContext context, Who who) {
        context.put(WHO, who);
    }

    /** Titles in the first of our languages that the request names. */
    static Words words(RoutingContext context, PolicyEngine policy) {
        String first = context.acceptableLanguages().stream()
                .findFirst()
                .map(LanguageHeader::value)
                .orElse("en");
        return new Words(policy, confidant.model.Lang.closest(first));
    }

    Words words() {
        return words;
    }

    Words words(confidant.model.Lang lang) {
        return new Words(words.policy(), lang);
    }

    /** Whether the browser asks not to be marketed to (`Sec-GPC: 1`). */
    boolean signalled() {
        return "1".equals(context.request().getHeader("Sec-GPC"));
    }

    Desk desk() {
        return who().desk().orElseThrow(Call::signedOut);
    }

    OfficerId officer() {
        return who().officer().orElseThrow(Call::signedOut);
    }

    ManagerId manager() {
        return who().manager().orElseThrow(Call::signedOut);
    }

    Guest guest() {
        return who().guest().orElseThrow(Call::signedOut);
    }

    Who who() {
        return Optional.<Who>ofNullable(context.get(WHO)).orElseThrow(Call::signedOut);
    }

    private static Trouble signedOut() {
        return new Trouble(Kind.SIGNED_OUT, "no session of this kind");
    }

    <T> T body(Class<T> type) {
        return Json.read(context.body().buffer().getBytes(), type);
    }

    ClientId client() {
        return id("clientId", ClientId::parse, "client");
    }

    /** An id of the path; one that is not of the form of ids is answered like one that does not exist. */
    <T> T id(String name, Function<String, T> parse, String what) {
        return known(context.pathParam(name), parse, what);
    }

    static <T> T known(String text, Function<String, T> parse, String what) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw new NotFound(what);
        }
    }

    String path(String name) {
        return context.pathParam(name);
    }

    Optional<String> query(String name) {
        return Optional.ofNullable(context.queryParams().get(name));
    }

    int limit(int usual) {
        return (int) number("limit", usual);
    }

    long number(String name, long usual) {
        try {
            return query(name).map(Long::parseLong).orElse(usual);
        } catch (NumberFormatException e) {
            throw new BadRequest("`" + name + "` is not a whole number that fits");
        }
    }

    /** A purpose by its id, which must be one of the policy in force. */
    Purpose purpose(String id) {
        Purpose purpose = new Purpose(id);
        if (words.policy().purpose(purpose).isEmpty()) {
            throw new BadRequest("there is no purpose of this name");
        }
        return purpose;
    }

    RoutingContext context() {
        return context;
    }
}
