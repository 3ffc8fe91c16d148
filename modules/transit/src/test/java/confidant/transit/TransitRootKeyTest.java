package confidant.transit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import confidant.fake.transit.FakeTransit;
import confidant.vault.RootKey;
import confidant.vault.RootUnavailable;
import confidant.vault.VaultRefused;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TransitRootKeyTest {
    private static final byte[] KEY = "a key of thirty-two bytes, or so".getBytes(StandardCharsets.UTF_8);
    private static final byte[] BOUND = {7, 8, 9};
    private static final Instant NOW = Instant.parse("2026-11-25T03:00:00Z");
    private static final String TOKEN = "s.token-of-the-house";

    private final AtomicReference<String> token = new AtomicReference<>(TOKEN);
    private FakeTransit fake;
    private TransitRootKey root;

    @BeforeEach
    void open() {
        fake = FakeTransit.start(TOKEN);
        root = TransitRootKey.open(TransitSettings.at(fake.address(), "harbour"), token::get);
    }

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void unwrap_returns_what_was_wrapped_and_names_its_epoch() {
        byte[] wrapped = root.wrap(KEY, BOUND);

        assertThat(RootKey.epochOf(wrapped)).isEqualTo(1);
        assertThat(root.epoch()).isEqualTo(1);
        assertThat(root.unwrap(wrapped, BOUND)).isEqualTo(KEY);
        assertThat(root.kind()).isEqualTo("transit");
        assertThat(root.erasureFinal()).isTrue();
    }

    @Test
    void unwrap_refuses_other_bound_bytes_every_changed_byte_and_another_epoch() {
        byte[] wrapped = root.wrap(KEY, BOUND);
        root.newEpoch();

        assertThatThrownBy(() -> root.unwrap(wrapped, KEY)).isInstanceOf(VaultRefused.class);
        for (int i = 0; i < wrapped.length; i++) {
            byte[] changed = wrapped.clone();
            changed[i] ^= 2;
            assertThatThrownBy(() -> root.unwrap(changed, BOUND))
                    .as("byte %d", i)
                    .isInstanceOf(VaultRefused.class);
        }
        byte[] moved = wrapped.clone();
        moved[4] = 2;
        assertThatThrownBy(() -> root.unwrap(moved, BOUND)).isInstanceOf(VaultRefused.class);
    }

    @Test
    void epoch_unwraps_until_it_is_destroyed() {
        byte[] first = root.wrap(KEY, BOUND);
        assertThat(root.newEpoch()).isEqualTo(2);
        byte[] second = root.wrap(KEY, BOUND);
        assertThat(RootKey.epochOf(second)).isEqualTo(2);
        assertThat(root.unwrap(first, BOUND)).isEqualTo(KEY);
        assertThatThrownBy(() -> root.destroyEpoch(2, NOW)).isInstanceOf(VaultRefused.class);
        assertThat(root.unwrap(first, BOUND)).isEqualTo(KEY);

        RootKey.Destroyed destroyed = root.destroyEpoch(1, NOW);

        assertThat(destroyed).isEqualTo(new RootKey.Destroyed(1, NOW.plus(Duration.ofDays(30)), true));
        assertThat(root.destroyEpoch(1, NOW)).isEqualTo(destroyed);
        assertThatThrownBy(() -> root.unwrap(first, BOUND))
                .isInstanceOf(VaultRefused.class)
                .hasMessageContaining("destroyed");
        assertThat(root.unwrap(second, BOUND)).isEqualTo(KEY);
        assertThat(root.newEpoch()).isEqualTo(3);
        assertThat(root.unwrap(root.wrap(KEY, BOUND), BOUND)).isEqualTo(KEY);
        assertThat(root.destroyEpoch(2, NOW).epoch()).isEqualTo(2);
        assertThatThrownBy(() -> root.unwrap(second, BOUND)).isInstanceOf(VaultRefused.class);
    }

    @Test
    void destroyed_epoch_is_trimmed_not_only_forbidden() {
        byte[] first = root.wrap(KEY, BOUND);
        root.newEpoch();
        root.destroyEpoch(1, NOW);

        assertThat(fake.asked())
                .containsSubsequence("POST /v1/transit/keys/harbour/config", "POST /v1/transit/keys/harbour/trim");
        // Whoever lowers the least version again finds nothing there: the engine itself refuses to.
        assertThatThrownBy(() -> root.unwrap(first, BOUND)).isInstanceOf(VaultRefused.class);
    }

    @Test
    void two_houses_share_a_service_but_no_key() {
        TransitRootKey other = TransitRootKey.open(TransitSettings.at(fake.address(), "lighthouse"), token::get);
        byte[] wrapped = root.wrap(KEY, BOUND);

        assertThatThrownBy(() -> other.unwrap(wrapped, BOUND)).isInstanceOf(VaultRefused.class);
    }

    @Test
    void second_opening_finds_the_key_of_the_first() {
        byte[] wrapped = root.wrap(KEY, BOUND);
        root.newEpoch();

        TransitRootKey again = TransitRootKey.open(TransitSettings.at(fake.address(), "harbour"), token::get);

        assertThat(again.epoch()).isEqualTo(2);
        assertThat(again.unwrap(wrapped, BOUND)).isEqualTo(KEY);
    }

    @Test
    void renewed_token_is_taken_up_and_a_wrong_one_told_without_showing_it() {
        token.set("s.another-token");
        Throwable refused = catchThrowable(() -> root.wrap(KEY, BOUND));

        assertThat(refused)
                .isInstanceOf(RootUnavailable.class)
                .hasMessageContaining("token")
                .hasNoCause();
        assertThat(refused.getMessage()).doesNotContain("another-token");
        token.set(TOKEN);
        assertThat(root.unwrap(root.wrap(KEY, BOUND), BOUND)).isEqualTo(KEY);
    }

    @Test
    void busy_service_is_asked_again() {
        fake.failNext(2, 503);
        assertThat(root.epoch()).isEqualTo(1);
        fake.failNext(1, 429);
        assertThat(root.unwrap(root.wrap(KEY, BOUND), BOUND)).isEqualTo(KEY);
    }

    @Test
    void service_that_stays_away_is_told_as_unavailable_never_as_refused() {
        fake.failNext(3, 503);
        assertThatThrownBy(() -> root.epoch())
                .isInstanceOf(RootUnavailable.class)
                .hasMessageContaining("sealed");
        fake.failNext(3, 500);
        assertThatThrownBy(() -> root.wrap(KEY, BOUND)).isInstanceOf(RootUnavailable.class);

        TransitSettings nowhere = TransitSettings.at(URI.create("http://127.0.0.1:1"), "harbour");
        assertThatThrownBy(() -> TransitRootKey.open(nowhere, token::get)).isInstanceOf(RootUnavailable.class);
        TransitSettings unmounted = new TransitSettings(
                fake.address(),
                "elsewhere",
                "harbour",
                java.util.Optional.of("team"),
                Duration.ofDays(1),
                Duration.ofSeconds(5));
        assertThatThrownBy(() -> TransitRootKey.open(unmounted, token::get)).isInstanceOf(RootUnavailable.class);
    }

    @Test
    void key_that_could_leave_the_service_or_binds_nothing_is_refused() {
        fake.make("loose", "aes256-gcm96", true);
        fake.make("signing", "ed25519", false);

        for (String name : new String[] {"loose", "signing"}) {
            TransitSettings settings = TransitSettings.at(fake.address(), name);
            assertThatThrownBy(() -> TransitRootKey.open(settings, token::get))
                    .as(name)
                    .isInstanceOf(VaultRefused.class);
        }
    }

    @Test
    void texts_show_neither_keys_nor_tokens() {
        Throwable refused = catchThrowable(() -> root.unwrap(root.wrap(KEY, BOUND), KEY));

        assertThat(refused.getMessage())
                .doesNotContain(TOKEN)
                .doesNotContain(Base64.getEncoder().encodeToString(KEY));
        assertThat(root.toString()).isEqualTo("(root key)");
    }
}
