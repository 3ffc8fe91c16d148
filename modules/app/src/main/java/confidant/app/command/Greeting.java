package confidant.app.command;

import confidant.app.Links;
import confidant.app.Running;
import confidant.app.config.Config;
import confidant.store.HouseStore.Concierge;
import confidant.store.HouseStore.Manager;
import confidant.store.HouseStore.Officer;
import java.io.PrintWriter;
import java.nio.file.Path;

/** What {@code run} says when the house is open. The only place where sign-in links are shown; they are never logged. */
final class Greeting {
    private final Running running;
    private final Config config;
    private final PrintWriter out;

    Greeting(Running running, Config config, PrintWriter out) {
        this.running = running;
        this.config = config;
        this.out = out;
    }

    void print(Path configuration, Path log) {
        Links links = running.links();
        out.println();
        out.println(config.house().name() + " is open");
        line("welcome page", links.welcome());
        for (Concierge concierge : running.concierges()) {
            line("chat with " + concierge.handle(), links.chat(concierge));
        }
        for (Config.Line account : config.line()) {
            line("LINE webhook (" + account.key() + ")", links.line(account.key()));
        }
        running.sampleClient().ifPresent(client -> line("a client's privacy page", links.privacy(client)));
        out.println();
        out.println("sign in (each link works once, for 12 hours)");
        for (Concierge concierge : running.concierges()) {
            line("desk of " + concierge.handle(), links.signIn(concierge));
        }
        for (Officer officer : running.officers()) {
            line("console of " + officer.displayName(), links.signIn(officer));
        }
        for (Manager manager : running.managers()) {
            line("figures of " + manager.displayName(), links.signIn(manager));
        }
        out.println();
        line("configuration", configuration.toString());
        line("data", config.data().toString());
        line("log", log.toString());
        out.println();
        out.println("stop with Ctrl-C");
        out.flush();
    }

    private void line(String what, String where) {
        out.println("  " + String.format("%-24s", what) + " " + where);
    }
}
