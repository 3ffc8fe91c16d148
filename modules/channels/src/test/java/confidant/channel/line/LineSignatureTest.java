package confidant.channel.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class LineSignatureTest {

    @Test
    void published_values_are_judged_as_published() {
        var vectors = new JsonObject(Shared.text("specs/signatures/vectors.json")).getJsonArray("line");

        assertThat(vectors).hasSizeGreaterThanOrEqualTo(2);
        for (int i = 0; i < vectors.size(); i++) {
            var vector = vectors.getJsonObject(i);
            var body = vector.getString("body").getBytes(StandardCharsets.UTF_8);
            assertThat(LineSignature.fits(
                            Secret.of(vector.getString("secret")), body, vector.getString("x-line-signature")))
                    .as("vector %d", i)
                    .isEqualTo(vector.getBoolean("valid", true));
        }
    }

    @Test
    void signature_fits_only_in_its_one_spelling() {
        var secret = Secret.of("SECRET");
        var body = "{}".getBytes(StandardCharsets.UTF_8);
        var right = "3q8QXTAGaey18yL8FWTqdVlbMr6hcuNvM4tefa0o9nA=";

        assertThat(LineSignature.fits(secret, body, right)).isTrue();
        assertThat(right.substring(0, 43)).satisfies(s -> refused(secret, body, s));
        assertThat(right + " ").satisfies(s -> refused(secret, body, s));
        assertThat(right.replace('A', 'B')).satisfies(s -> refused(secret, body, s));
        assertThat("").satisfies(s -> refused(secret, body, s));
    }

    private static void refused(Secret secret, byte[] body, String shown) {
        assertThat(LineSignature.fits(secret, body, shown)).as(shown).isFalse();
    }
}
