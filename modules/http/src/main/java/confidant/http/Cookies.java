package confidant.http;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import java.util.Optional;

/**
 * The cookies of sessions: out of reach of scripts, never sent from other sites, and bound to this very host where browsers
 * come over TLS. The store decides how long a session lives; the cookie only has to outlast it.
 */
record Cookies(boolean secure) {
    private static final long CHAT_SECONDS = 180L * 24 * 3600;

    /** The kinds of cookies, each for its own kind of session. */
    enum Jar {
        SESSION("confidant_session"),
        CHAT("confidant_chat"),
        PRIVACY("confidant_privacy"),
        /** Of a browser that has gone to the company and is to come back. */
        COMPANY("confidant_company");

        private final String name;

        Jar(String name) {
            this.name = name;
        }
    }

    String name(Jar jar) {
        return secure ? "__Host-" + jar.name : jar.name;
    }

    Cookie give(Jar jar, String token) {
        Cookie cookie = base(jar, token);
        // Staff and privacy sessions end with the browser; a client finds their chat again next week.
        return jar == Jar.CHAT ? cookie.setMaxAge(CHAT_SECONDS) : cookie;
    }

    Cookie take(Jar jar) {
        return base(jar, "").setMaxAge(0);
    }

    private Cookie base(Jar jar, String value) {
        return Cookie.cookie(name(jar), value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(secure)
                .setSameSite(CookieSameSite.STRICT);
    }

    /** The token of a request's cookie, read from the header so that it works for WebSockets too. */
    Optional<String> token(String header, Jar jar) {
        String name = name(jar) + "=";
        for (String part : header.split(";")) {
            String cookie = part.strip();
            if (cookie.startsWith(name) && cookie.length() > name.length() && cookie.length() < 512) {
                return Optional.of(cookie.substring(name.length()));
            }
        }
        return Optional.empty();
    }
}
