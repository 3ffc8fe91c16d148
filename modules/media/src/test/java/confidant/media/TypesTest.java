package confidant.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TypesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><script>alert(1)</script>",
                "  \n\t<html><body>",
                "\u00EF\u00BB\u00BF<html>",
                "\u00FF\u00FE<\0h\0t\0m\0l\0>\0",
                "\u00FE\u00FF\0<\0s\0v\0g\0>",
                "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>",
                "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'http://nowhere.invalid/'>]><a>&b;</a>",
                "<script>",
                "#!/bin/sh\nrm",
                "MZ\u0090\0",
                "From: a\nMIME-Version: 1.0\nContent-Type: text/html\n\n<html>",
                "\1\2\3\4",
                "",
            })
    void whatMightRun_andWhatIsUnknown_isKeptWithoutAType(String letters) {
        byte[] bytes = Pictures.bytes(letters);

        assertThat(Pictures.clean("page.html", bytes).type()).isEqualTo("application/octet-stream");
        assertThat(Pictures.clean("page.html", bytes).bytes()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({
        "%PDF-1.7, application/pdf, file.pdf",
        "a plain line, text/plain, text.txt",
        "....ftypmp42, video/mp4, video.mp4",
        "....ftypisom, video/mp4, video.mp4",
        "....ftypqt  ...., video/quicktime, video.mov",
        "....ftypM4A , audio/mp4, sound.m4a",
        "....ftypheic, image/heic, picture.heic",
    })
    void type_isWhatTheBytesShow_andNamesWhatHasNoName(String letters, String type, String name) {
        byte[] bytes = Pictures.joined(
                Pictures.bytes(letters.replace("....", "\0\0\0\u0018") + (letters.startsWith("....") ? "  " : "")),
                letters.startsWith("....") ? new byte[16] : new byte[0]);

        assertThat(Pictures.clean("", bytes).type()).isEqualTo(type);
        assertThat(Pictures.clean("", bytes).name().reveal()).isEqualTo(name);
        assertThat(Pictures.clean("lie.html", bytes).type()).isEqualTo(type);
    }

    @Test
    void scriptWithoutSigns_isPlainText_whichIsNotRun() {
        assertThat(Pictures.clean("a.js", Pictures.bytes("alert(1)")).type()).isEqualTo("text/plain");
    }

    @Test
    void words_inTheLanguagesOfTheHouse_areText() {
        assertThat(Pictures.clean("願望.txt", "紫藤樹下的第三張長椅".getBytes(StandardCharsets.UTF_8))
                        .type())
                .isEqualTo("text/plain");
    }

    @Test
    void picturesWithoutAName_areNamedByTheirType() {
        assertThat(Pictures.clean(Pictures.written("jpg")).name().reveal()).isEqualTo("picture.jpg");
        assertThat(Pictures.clean(Pictures.written("png")).name().reveal()).isEqualTo("picture.png");
        assertThat(Pictures.clean(Pictures.written("gif")).name().reveal()).isEqualTo("picture.gif");
        assertThat(Pictures.clean(new byte[] {1, 2, 3}).name().reveal()).isEqualTo("file.bin");
    }
}
