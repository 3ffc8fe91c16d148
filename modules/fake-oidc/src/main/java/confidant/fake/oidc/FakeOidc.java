package confidant.fake.oidc;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A stand-in for a provider of OpenID Connect. It keeps what is published: discovery, the authorization code flow, PKCE with
 * S256 and nothing else, the client's secret by HTTP Basic, codes that work once, ID tokens with real signatures. At its page a
 * person chooses who they are.
 */
public final class FakeOidc implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final String client;
    private final String secret;
    private final IdTokens tokens;
    private final Grants grants = new Grants();
    private final Map<String, Person> people = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Map<String, Boolean> redirects = new ConcurrentHashMap<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private volatile Consumer<ObjectNode> twist = claims -> {};
    private volatile Signing signing = Signing.RS256;
    private volatile boolean away;
    private volatile boolean tokensAway;

    private record Person(String subject, List<String> groups) {}

    private FakeOidc(HttpServer server, String client, String secret) {
        this.server = server;
        this.client = client;
        this.secret = secret;
        this.tokens = new IdTokens(secret);
    }

    /** On any free port of this machine. */
    public static FakeOidc start(String client, String secret) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            FakeOidc fake = new FakeOidc(server, client, secret);
            server.createContext("/", fake::answer);
            server.start();
            return fake;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI issuer() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** An address that browsers may be sent back to. */
    public void register(URI redirect) {
        redirects.put(redirect.toString(), true);
    }

    /** Somebody who may choose themselves at the page; another call of the same name changes them. */
    public void person(String name, String subject, String... groups) {
        people.put(name, new Person(subject, List.of(groups)));
    }

    /** Changes the claims of the next ID token, and of no other; where none are left there is no token. */
    public void twist(Consumer<ObjectNode> change) {
        this.twist = change;
    }

    public void signing(Signing how) {
        this.signing = how;
    }

    /** While {@code true} every answer is 503. */
    public void away(boolean away) {
        this.away = away;
    }

    /** While {@code true} codes are given but no tokens. */
    public void tokensAway(boolean away) {
        this.tokensAway = away;
    }

    /** Method and path of every call so far. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /**
     * What a browser is sent back to when this person chooses themselves.
     *
     * @throws IllegalArgumentException with the fault of a request that the provider refuses
     */
    public URI signsInAs(String name, URI address) {
        return back(name, form(address.getRawQuery()));
    }

    private URI back(String name, Map<String, String> request) {
        fault(request).ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
        String redirect = request.getOrDefault("redirect_uri", "");
        String code = grants.give(new Grants.Grant(
                name, redirect, request.getOrDefault("nonce", ""), request.getOrDefault("code_challenge", "")));
        String state = URLEncoder.encode(request.getOrDefault("state", ""), StandardCharsets.UTF_8);
        return URI.create(redirect + "?code=" + code + "&state=" + state);
    }

    private Optional<String> fault(Map<String, String> request) {
        if (!client.equals(request.get("client_id"))) {
            return Optional.of("unknown client");
        }
        if (!redirects.containsKey(request.getOrDefault("redirect_uri", ""))) {
            return Optional.of("unregistered redirect address");
        }
        if (!"code".equals(request.get("response_type"))
                || !List.of(request.getOrDefault("scope", "").split(" ")).contains("openid")) {
            return Optional.of("not the code flow of OpenID Connect");
        }
        if (!"S256".equals(request.get("code_challenge_method"))
                || request.getOrDefault("code_challenge", "").length() != 43) {
            return Optional.of("no challenge by S256");
        }
        return request.containsKey("state") && request.containsKey("nonce")
                ? Optional.empty()
                : Optional.of("no state or no nonce");
    }

    private void answer(HttpExchange exchange) throws IOException {
        URI address = exchange.getRequestURI();
        asked.add(exchange.getRequestMethod() + " " + address.getPath());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (away) {
            send(exchange, 503, "text/plain", "away");
            return;
        }
        Map<String, String> query = form(address.getRawQuery());
        switch (exchange.getRequestMethod() + " " + address.getPath()) {
            case "GET /.well-known/openid-configuration" -> json(exchange, 200, described());
            case "GET /jwks" -> json(exchange, 200, tokens.published());
            case "GET /authorize" -> page(exchange, query, address.getRawQuery());
            case "GET /choose" -> {
                String name = query.getOrDefault("who", "");
                exchange.getResponseHeaders().set("Location", back(name, query).toString());
                exchange.sendResponseHeaders(302, -1);
                exchange.close();
            }
            case "POST /token" -> token(exchange, form(body));
            default -> send(exchange, 404, "text/plain", "nothing here");
        }
    }

    private ObjectNode described() {
        String base = issuer().toString();
        ObjectNode told = JSON.createObjectNode()
                .put("issuer", base)
                .put("authorization_endpoint", base + "/authorize")
                .put("token_endpoint", base + "/token")
                .put("jwks_uri", base + "/jwks");
        told.putArray("response_types_supported").add("code");
        told.putArray("subject_types_supported").add("public");
        told.putArray("id_token_signing_alg_values_supported").add("RS256").add("ES256");
        told.putArray("token_endpoint_auth_methods_supported").add("client_secret_basic");
        told.putArray("code_challenge_methods_supported").add("S256");
        return told;
    }

    private void page(HttpExchange exchange, Map<String, String> request, String query) throws IOException {
        Optional<String> fault = fault(request);
        if (fault.isPresent()) {
            send(exchange, 400, "text/plain", fault.get());
            return;
        }
        StringBuilder page = new StringBuilder("<!doctype html><html lang=\"en\"><title>Who are you?</title>"
                + "<link rel=\"icon\" href=\"data:,\"><h1>Who are you?</h1>");
        people.keySet()
                .forEach(name -> page.append("<p><a href=\"/choose?")
                        .append(query.replace("&", "&amp;"))
                        .append("&amp;who=")
                        .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                        .append("\">")
                        .append(name)
                        .append("</a></p>"));
        send(exchange, 200, "text/html; charset=utf-8", page.toString());
    }

    private void token(HttpExchange exchange, Map<String, String> form) throws IOException {
        if (tokensAway) {
            send(exchange, 503, "text/plain", "away");
            return;
        }
        if (!known(exchange.getRequestHeaders().getFirst("Authorization"))) {
            json(exchange, 401, JSON.createObjectNode().put("error", "invalid_client"));
            return;
        }
        Optional<Grants.Grant> grant = grants.take(form);
        if (!"authorization_code".equals(form.get("grant_type")) || grant.isEmpty()) {
            json(exchange, 400, JSON.createObjectNode().put("error", "invalid_grant"));
            return;
        }
        ObjectNode claims = claims(grant.get());
        ObjectNode answer = JSON.createObjectNode()
                .put("access_token", "unused")
                .put("token_type", "Bearer")
                .put("expires_in", 300);
        json(exchange, 200, claims.isEmpty() ? answer : answer.put("id_token", tokens.sign(claims, signing)));
    }

    /** By HTTP Basic, name and secret each form-encoded before, as RFC 6749 2.3.1 has it. */
    private boolean known(@Nullable String header) {
        String login = URLEncoder.encode(client, StandardCharsets.UTF_8)
                + ":"
                + URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return ("Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8))).equals(header);
    }

    private ObjectNode claims(Grants.Grant grant) {
        Person person = people.getOrDefault(grant.person(), new Person("", List.of()));
        long now = Instant.now().getEpochSecond();
        ObjectNode claims = JSON.createObjectNode()
                .put("iss", issuer().toString())
                .put("sub", person.subject())
                .put("aud", client)
                .put("iat", now)
                .put("exp", now + 300)
                .put("nonce", grant.nonce());
        person.groups().forEach(claims.putArray("groups")::add);
        Consumer<ObjectNode> change = twist;
        twist = unchanged -> {};
        change.accept(claims);
        return claims;
    }

    private static Map<String, String> form(@Nullable String text) {
        Map<String, String> form = new LinkedHashMap<>();
        for (String pair : text == null ? new String[0] : text.split("&")) {
            String[] parts = pair.split("=", 2);
            form.put(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
        }
        return form;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void json(HttpExchange exchange, int status, ObjectNode body) throws IOException {
        send(exchange, status, "application/json", body.toString());
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] out = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, out.length);
        try (OutputStream to = exchange.getResponseBody()) {
            to.write(out);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
