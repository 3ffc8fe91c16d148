package confidant.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import confidant.model.Channel;
import confidant.model.Lang;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PartiesTest {
    private static final String STATED = """
            controller: {name: "House Ltd.", contact: "a@house.example", officer: "dpo@house.example", country: "TW"}
            processors:
              - name: "Example Cloud"
                does: {en: runs the servers, zh-Hant: 營運伺服器, zh-Hans: 运营服务器}
                country: "JP"
                contract: "agreement of 2026-03-01"
                safeguard: "adequacy decision"
              - name: "Local Racks"
                does: {en: keeps backups, zh-Hant: 保管備份, zh-Hans: 保管备份}
                country: "TW"
                contract: "agreement of 2026-04-01"
                safeguard: ""
            platforms:
              - {channel: line, name: "LY Corporation", country: "JP", safeguard: "adequacy decision"}
            """;

    @TempDir
    Path folder;

    @Test
    void nothing_is_stated_until_the_house_does() throws IOException {
        assertThat(new PolicyEngine(PolicySet.read(House.policies())).parties()).isEqualTo(Parties.UNSTATED);

        House.copy(folder);
        Files.delete(folder.resolve("parties.yaml"));
        assertThat(new PolicyEngine(PolicySet.read(folder)).parties()).isEqualTo(Parties.UNSTATED);
        assertThat(Parties.UNSTATED.abroad("JP")).isFalse();
    }

    @Test
    void what_is_stated_is_read_and_counts_for_the_fingerprint() throws IOException {
        House.copy(folder);
        String before = PolicySet.read(folder).hash();
        Files.writeString(folder.resolve("parties.yaml"), STATED);

        Parties parties = new PolicyEngine(PolicySet.read(folder)).parties();

        assertThat(PolicySet.read(folder).hash()).isNotEqualTo(before);
        assertThat(parties.controller())
                .contains(new Parties.Controller("House Ltd.", "a@house.example", "dpo@house.example", "TW"));
        assertThat(parties.processors())
                .extracting(
                        Parties.Processor::name, one -> one.does().get(Lang.EN), one -> parties.abroad(one.country()))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Example Cloud", "runs the servers", true),
                        org.assertj.core.groups.Tuple.tuple("Local Racks", "keeps backups", false));
        assertThat(parties.platforms())
                .containsExactly(new Parties.Platform(Channel.LINE, "LY Corporation", "JP", "adequacy decision"));
    }

    @Test
    void each_channel_has_its_platform() throws IOException {
        House.copy(folder);
        String own = "  - {channel: webchat, name: \"House Ltd.\", country: \"TW\", safeguard: \"\"}\n";
        Files.writeString(folder.resolve("parties.yaml"), STATED + own);

        assertThat(new PolicyEngine(PolicySet.read(folder)).parties().platforms())
                .extracting(Parties.Platform::channel)
                .containsExactly(Channel.LINE, Channel.WEBCHAT);
    }

    @Test
    void what_is_wrong_is_reported_in_words() throws IOException {
        House.copy(folder);
        String twice = "  - {channel: line, name: \"Another\", country: \"KR\", safeguard: \"\"}\n";
        Files.writeString(
                folder.resolve("parties.yaml"),
                (STATED + twice)
                        .replace("country: \"TW\"\n    contract", "country: \"Taiwan\"\n    contract")
                        .replace("contract: \"agreement of 2026-03-01\"", "contrct: \"\"")
                        .replace("officer: \"dpo@house.example\", ", ""));

        assertThat(problems())
                .containsExactlyInAnyOrder(
                        "`officer` is missing or is not a text in quotes, which may be empty",
                        "`contrct` is not a known key",
                        "`contract` is missing or is not a text in quotes",
                        "`Taiwan` is not a country of two letters such as TW (ISO 3166-1), in quotes",
                        "the channel is there twice",
                        "`Another` is in KR, which is not the controller's country, and has no safeguard");
    }

    private List<String> problems() {
        return catchThrowableOfType(PolicyInvalid.class, () -> PolicySet.read(folder)).problems().stream()
                .map(PolicyProblem::sentence)
                .toList();
    }
}
