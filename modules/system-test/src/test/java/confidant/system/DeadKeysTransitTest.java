package confidant.system;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.erasure.Certificate;
import confidant.core.port.Worker;
import confidant.fake.transit.FakeTransit;
import confidant.store.Stores;
import confidant.store.memory.MemoryStores;
import confidant.transit.TransitRootKey;
import confidant.transit.TransitSettings;
import confidant.vault.RootKey;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;

/** In memory, with the root in a key service: the certificate's date is that of the service's last backup. */
final class DeadKeysTransitTest extends DeadKeys {
    private static final String TOKEN = "token-of-the-house";

    private final MemoryStores stores = new MemoryStores(clock);
    private final FakeTransit transit = FakeTransit.start(TOKEN);
    private final FakeTransit restored = FakeTransit.start(TOKEN);

    @AfterEach
    void close() {
        transit.close();
        restored.close();
    }

    @Override
    Keeper keeper() {
        return new Keeper() {
            @Override
            public RootKey open() {
                return at(transit);
            }

            @Override
            public Supplier<RootKey> copy() {
                FakeTransit.Backup backup = transit.backup();
                return () -> {
                    restored.restore(backup);
                    return at(restored);
                };
            }
        };
    }

    private static RootKey at(FakeTransit service) {
        return TransitRootKey.open(TransitSettings.at(service.address(), "house"), () -> TOKEN);
    }

    @Override
    void check(Certificate last) {
        assertThat(last.provable()).isTrue();
        assertThat(last.root()).isEqualTo("transit");
        assertThat(last.promised()).isEqualTo(clock.instant().plus(Duration.ofDays(30)));
    }

    @Override
    Stores stores() {
        return stores;
    }

    @Override
    Worker worker() {
        return here();
    }
}
