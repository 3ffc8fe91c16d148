package confidant.http;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.http.Cookies.Jar;
import org.junit.jupiter.api.Test;

class CookiesTest {
    @Test
    void cookie_isBoundToTheHost_overTls() {
        String cookie = new Cookies(true).give(Jar.SESSION, "token").encode();

        assertThat(cookie)
                .startsWith("__Host-confidant_session=token")
                .contains("Path=/", "Secure", "HTTPOnly", "SameSite=Strict")
                .doesNotContain("Domain");
    }

    @Test
    void cookie_isOutOfReachOfScripts_withoutTls() {
        String cookie = new Cookies(false).give(Jar.CHAT, "token").encode();

        assertThat(cookie)
                .startsWith("confidant_chat=token")
                .contains("HTTPOnly", "SameSite=Strict", "Max-Age")
                .doesNotContain("Secure");
    }

    @Test
    void token_isFound_amongOthersOnly() {
        Cookies cookies = new Cookies(false);

        assertThat(cookies.token("a=b; confidant_chat=one; confidant_session=two", Jar.SESSION))
                .contains("two");
        assertThat(cookies.token("xconfidant_session=two; confidant_session=", Jar.SESSION))
                .isEmpty();
        assertThat(new Cookies(true).token("confidant_session=two", Jar.SESSION))
                .isEmpty();
    }
}
