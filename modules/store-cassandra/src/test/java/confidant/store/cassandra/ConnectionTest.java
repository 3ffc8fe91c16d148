package confidant.store.cassandra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.Version;
import confidant.model.HouseId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConnectionTest {

    @ParameterizedTest
    @CsvSource({
        "3.11.17, false",
        "4.0.12, false",
        "4.1.0, true",
        "4.1.10, true",
        "5.0-beta1, true",
        "5.0.9, true",
        "5.1-alpha1, true",
        "6.0-alpha2, false"
    })
    void version_is_known_from_4_1_to_5(String version, boolean known) {
        assertThat(Connection.known(Version.parse(version))).isEqualTo(known);
    }

    @Test
    void keys_in_the_keyspace_of_the_data_are_refused() {
        Settings good = Settings.local("127.0.0.1", 9042, new HouseId("house"));
        assertThatThrownBy(() -> new Settings(
                        good.contactPoints(),
                        good.datacenter(),
                        "same",
                        "same",
                        1,
                        Optional.empty(),
                        Duration.ofSeconds(1),
                        good.house()))
                .hasMessage("keys need a keyspace apart from the data's");
    }

    @Test
    void keyspace_that_is_no_plain_name_is_refused() {
        Settings good = Settings.local("127.0.0.1", 9042, new HouseId("house"));
        assertThatThrownBy(() -> new Settings(
                        good.contactPoints(),
                        good.datacenter(),
                        "a; DROP",
                        good.keysKeyspace(),
                        1,
                        Optional.empty(),
                        Duration.ofSeconds(1),
                        good.house()))
                .hasMessageContaining("a keyspace is");
    }

    @Test
    void credentials_do_not_show() {
        assertThat(new Settings.Credentials("someone", "hidden")).hasToString("(credentials)");
    }

    @Test
    void statements_are_cut_at_semicolons_that_end_a_line() {
        assertThat(SchemaFiles.statements("-- a;\nCREATE x (\n a int\n) WITH comment = 'a; b';\n\nCREATE y;\n"))
                .isEqualTo(List.of("CREATE x (\n a int\n) WITH comment = 'a; b'", "CREATE y"));
    }
}
