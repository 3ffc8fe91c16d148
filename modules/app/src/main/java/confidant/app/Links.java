package confidant.app;

import confidant.core.Desk;
import confidant.core.Guest;
import confidant.core.session.Sessions;
import confidant.store.HouseStore.Concierge;
import confidant.store.HouseStore.Manager;
import confidant.store.HouseStore.Officer;
import java.net.URI;
import java.time.Duration;

/** Links that let people in, made on demand. Whoever has one is in, so they are shown once and never logged. */
public final class Links {
    private static final Duration GOOD = Duration.ofHours(12);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String base;
    private final Sessions sessions;

    Links(URI base, Sessions sessions) {
        this.base = base.toString().replaceAll("/$", "");
        this.sessions = sessions;
    }

    public String welcome() {
        return base + "/";
    }

    /** The page where clients write to a concierge. */
    public String chat(Concierge concierge) {
        return base + "/chat/" + concierge.handle();
    }

    /** The webhook URL for a LINE account. */
    public String line(String account) {
        return base + "/hooks/line/" + account;
    }

    /** Signs the concierge in, once. Blocks. */
    public String signIn(Concierge concierge) {
        return signInBy(code(concierge));
    }

    /** Signs the officer in, once. Blocks. */
    public String signIn(Officer officer) {
        return signInBy(Waiting.on(sessions.code(officer.id(), GOOD), PATIENCE, "making a sign-in link"));
    }

    /** Signs the manager in, once. Blocks. */
    public String signIn(Manager manager) {
        return signInBy(Waiting.on(sessions.code(manager.id(), GOOD), PATIENCE, "making a sign-in link"));
    }

    /** The code alone, for tests that talk to the API. Blocks. */
    public String code(Concierge concierge) {
        Desk desk = new Desk(concierge.id(), concierge.pool());
        return Waiting.on(sessions.code(desk, GOOD), PATIENCE, "making a sign-in link");
    }

    /** The client's privacy page. Blocks. */
    public String privacy(Guest client) {
        return base + "/privacy#t="
                + Waiting.on(sessions.privacyToken(client, GOOD), PATIENCE, "making a privacy link");
    }

    private String signInBy(String code) {
        return base + "/signin#code=" + code;
    }
}
