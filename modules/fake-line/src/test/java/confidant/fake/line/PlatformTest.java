package confidant.fake.line;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

final class PlatformTest {
    private static final String USER = LineEvents.userId(1);
    private static final String KEY = "123e4567-e89b-12d3-a456-426614174000";

    private final Platform platform = new Platform();

    @Test
    void push_under_a_taken_key_is_a_conflict_and_delivers_nothing() {
        var first = platform.push(body("to", USER, "hello"), KEY, "request-1");
        var second = platform.push(body("to", USER, "hello"), KEY, "request-2");

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.headers()).containsEntry("x-line-accepted-request-id", "request-1");
        assertThat(second.body().path("sentMessages")).isEqualTo(first.body().path("sentMessages"));
        assertThat(platform.delivered()).hasSize(1);
    }

    @Test
    void push_without_a_key_is_delivered_each_time() {
        platform.push(body("to", USER, "hello"), "", "request-1");
        platform.push(body("to", USER, "hello"), "", "request-2");

        assertThat(platform.delivered()).hasSize(2);
    }

    @Test
    void reply_token_serves_once_and_not_after_it_expired() {
        var used = platform.issueReplyToken(USER);
        var old = platform.issueReplyToken(USER);

        assertThat(platform.reply(body("replyToken", used, "hello")).status()).isEqualTo(200);
        assertThat(platform.reply(body("replyToken", used, "hello")).status()).isEqualTo(400);
        platform.expireReplyTokens();
        assertThat(platform.reply(body("replyToken", old, "hello")).status()).isEqualTo(400);
        assertThat(platform.delivered()).hasSize(1);
    }

    @Test
    void bodies_out_of_contract_are_refused_and_use_nothing_up() {
        var token = platform.issueReplyToken(USER);
        var wordless = body("replyToken", token, "x");
        ((ObjectNode) wordless.path("messages").get(0)).remove("text");

        assertThat(platform.push(MissingNode.getInstance(), "", "r").status()).isEqualTo(400);
        assertThat(platform.push(body("receiver", USER, "x"), "", "r").status()).isEqualTo(400);
        assertThat(platform.push(body("to", USER), "", "r").status()).isEqualTo(400);
        assertThat(platform.push(body("to", USER, "1", "2", "3", "4", "5", "6"), "", "r")
                        .status())
                .isEqualTo(400);
        assertThat(platform.push(body("to", USER, ""), "", "r").status()).isEqualTo(400);
        assertThat(platform.push(body("to", USER, "x".repeat(5_001)), "", "r").status())
                .isEqualTo(400);
        assertThat(platform.push(body("to", USER, "x"), "not-a-uuid", "r").status())
                .isEqualTo(400);
        assertThat(platform.reply(wordless).status()).isEqualTo(400);
        assertThat(platform.delivered()).isEmpty();
        assertThat(platform.reply(body("replyToken", token, "x")).status()).isEqualTo(200);
    }

    private static ObjectNode body(String field, String value, String... texts) {
        var body = JsonNodeFactory.instance.objectNode().put(field, value);
        var messages = body.putArray("messages");
        for (var text : texts) {
            messages.addObject().put("type", "text").put("text", text);
        }
        return body;
    }
}
