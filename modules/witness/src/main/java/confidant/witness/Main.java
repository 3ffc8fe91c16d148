package confidant.witness;

import confidant.ledger.Cosigner;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/** Starts a witness and keeps it until it is stopped. */
public final class Main {
    private Main() {}

    public static void main(String[] words) throws InterruptedException {
        Options options;
        try {
            options = Options.read(words);
        } catch (IllegalArgumentException unfit) {
            System.err.println(unfit.getMessage());
            System.err.print(Options.USAGE);
            System.exit(2);
            return;
        }
        try (Keeping keeping = Keeping.take(options.data());
                Server server = start(keeping, options)) {
            System.out.println("listening at http://" + options.listen().getHostString() + ":" + server.port());
            System.out.flush();
            new CountDownLatch(1).await();
        } catch (IOException broken) {
            System.err.println("the witness cannot work: " + broken.getMessage());
            System.exit(1);
        }
    }

    private static Server start(Keeping keeping, Options options) throws IOException {
        Cosigner cosigner = keeping.cosigner(options.name());
        System.out.println("witness key: " + cosigner.witness().vkey());
        return Server.start(new Witness(cosigner, options.logs(), keeping.seen(), Clock.systemUTC()), options.listen());
    }
}
