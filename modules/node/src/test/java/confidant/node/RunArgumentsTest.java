package confidant.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunArgumentsTest {
    @Test
    void arguments_allGiven_areTaken() {
        RunArguments arguments = RunArguments.parse(
                "--data", "d", "--lib", "l", "--port", "9042", "--port-file", "p", "--heap", "256", "--throw-away");

        assertThat(arguments.portFile()).contains(Path.of("p"));
        assertThat(arguments.settings().dataDirectory()).isEqualTo(Path.of("d"));
        assertThat(arguments.settings().libDirectory()).isEqualTo(Path.of("l"));
        assertThat(arguments.settings().nativePort()).isEqualTo(9042);
        assertThat(arguments.settings().heapMegabytes()).isEqualTo(256);
        assertThat(arguments.settings().throwAway()).isTrue();
    }

    @Test
    void arguments_fewest_keepDataSafe() {
        Settings settings = RunArguments.parse("--data", "d", "--lib", "l").settings();

        assertThat(settings.throwAway()).isFalse();
        assertThat(settings.nativePort()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--data", "--data d --port x", "--data d --port 70000", "--data d --wrong 1"})
    void arguments_wrong_areRefusedInWords(String line) {
        assertThatThrownBy(() -> RunArguments.parse((line + " --lib l").strip().split(" ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("Exception");
    }

    @Test
    void contactPoint_text_readsBack() {
        ContactPoint contact = new ContactPoint("127.0.0.1", 9042);

        assertThat(ContactPoint.parse(contact.toString())).isEqualTo(contact);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "host", ":9042", "host:", "host:0", "host:65536", "host:x"})
    void contactPoint_wrongText_isRefused(String text) {
        assertThatThrownBy(() -> ContactPoint.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
