package confidant.app;

import confidant.app.config.Config;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;

/** Where the house is reached, known before anything listens because links carry it. */
record Address(String host, int port, URI base, boolean secure) {

    /** @throws StartProblem if the port is taken */
    static Address of(Config.Http http) {
        int port = free(http);
        URI base = http.baseUrl().orElseGet(() -> URI.create("http://localhost:" + port));
        return new Address(http.host(), port, base, http.secureCookies().orElse("https".equals(base.getScheme())));
    }

    private static int free(Config.Http http) {
        // Asked first, because a start that ends at a taken port after half a minute is a nuisance.
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(http.host()), http.port()));
            return socket.getLocalPort();
        } catch (IOException taken) {
            throw taken(http.port());
        }
    }

    static StartProblem taken(int port) {
        return new StartProblem(
                "port " + port + " is taken by another program",
                "stop it, or choose another with `--port` or `http.port`; `--port 0` takes any free one");
    }
}
