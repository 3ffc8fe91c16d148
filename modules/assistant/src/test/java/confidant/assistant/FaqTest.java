package confidant.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import confidant.model.Lang;
import confidant.model.Personal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaqTest {
    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("faq.yaml"), text);
    }

    @Test
    void sample_isWhole_inThreeLanguages() {
        assertThat(Faq.sample().entries()).hasSizeGreaterThanOrEqualTo(15).allSatisfy(entry -> {
            assertThat(entry.questions()).hasSizeGreaterThanOrEqualTo(8);
            for (Lang lang : Lang.values()) {
                assertThat(entry.answer(lang)).isNotBlank();
            }
        });
    }

    @Test
    void ownFile_isRead_andAnswered() throws IOException {
        Path file = file("""
                faq:
                  - id: dogs
                    questions:
                      en: ["Are dogs welcome?", "May I bring my dog?"]
                      zh: [可以帶狗嗎, 寵物可以進來嗎]
                    answer:
                      en: Dogs are welcome.
                      zh-Hant: 歡迎帶狗。
                      zh-Hans: 欢迎带狗。
                  - id: wifi
                    questions:
                      en: ["Is there wifi?", "What is the wifi password?"]
                      zh: [有無線網路嗎, wifi 密碼是什麼]
                    answer:
                      en: The password is on the table.
                      zh-Hant: 密碼在桌上。
                      zh-Hans: 密码在桌上。
                """);
        OpenNlpAdvisor advisor = new OpenNlpAdvisor(Faq.read(file), Tables.TAIPEI);

        assertThat(advisor.answer(Personal.of("can I bring a dog?"), Lang.EN))
                .get()
                .satisfies(answer -> assertThat(answer.text()).startsWith("Dogs are welcome."));
        assertThat(advisor.answer(Personal.of("请问可以带狗吗"), Lang.ZH_HANS)).isPresent();
        assertThat(advisor.answer(Personal.of("what is the weather like"), Lang.EN))
                .isEmpty();
    }

    @Test
    void badFile_isRefused_withAllProblemsAtOnce() throws IOException {
        Path file = file("""
                faq:
                  - id: Bad Id
                    questions: {en: [], zh: [甲]}
                    answer: {en: x}
                    colour: red
                  - nonsense
                """);

        FaqProblem problem = catchThrowableOfType(FaqProblem.class, () -> Faq.read(file));

        assertThat(problem.problems()).hasSize(6);
        assertThat(problem).hasMessageContaining("entry 1").hasMessageContaining("entry 2");
    }

    @Test
    void brokenFile_isRefused_inOneSentence() throws IOException {
        Path broken = file("faq: [");
        Path absent = folder.resolve("absent.yaml");

        assertThatThrownBy(() -> Faq.read(broken))
                .isInstanceOf(FaqProblem.class)
                .hasMessageContaining("not valid YAML");
        assertThatThrownBy(() -> Faq.read(absent))
                .isInstanceOf(FaqProblem.class)
                .hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> Faq.read(file("hello")))
                .isInstanceOf(FaqProblem.class)
                .hasMessageContaining("`faq`");
        assertThatThrownBy(() -> Faq.read(file("a: !!java.net.URL [x]"))).isInstanceOf(FaqProblem.class);
    }
}
