package confidant.channel.line;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.port.Courier.Outcome;
import confidant.core.port.Courier.Outcome.Later;
import confidant.core.port.Courier.Outcome.Refused;
import confidant.core.port.Courier.Outcome.Sent;
import confidant.core.port.Courier.Outcome.Unknown;
import confidant.core.port.Courier.Outgoing;
import confidant.fake.line.Delivered;
import confidant.fake.line.Delivered.Way;
import confidant.fake.line.Trouble;
import confidant.model.Address;
import confidant.model.Channel;
import confidant.model.MessageId;
import confidant.model.Personal;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class LineCourierTest {
    private static final Outcome SENT = new Sent();

    private final Post post = new Post();

    @AfterEach
    void close() {
        post.close();
    }

    @Test
    void message_goes_as_a_reply_while_there_is_a_token() {
        var outcome = post.send(post.reply("好的", post.line.issueReplyToken(Post.USER)));

        assertThat(outcome).isEqualTo(SENT);
        assertThat(post.line.delivered()).containsExactly(new Delivered(Post.USER, "好的", Way.REPLY, Optional.empty()));
    }

    @Test
    void message_goes_as_a_push_under_its_own_key_without_a_token() {
        var message = post.push("生日快樂 \uD83C\uDF82");

        assertThat(post.send(message)).isEqualTo(SENT);
        assertThat(post.line.delivered(Post.USER))
                .containsExactly(new Delivered(
                        Post.USER,
                        "生日快樂 \uD83C\uDF82",
                        Way.PUSH,
                        Optional.of(message.id().value())));
    }

    @Test
    void message_goes_as_a_push_when_the_token_is_used_up() {
        var token = post.line.issueReplyToken(Post.USER);

        assertThat(post.send(post.reply("first", token))).isEqualTo(SENT);
        assertThat(post.send(post.reply("second", token))).isEqualTo(SENT);
        assertThat(post.line.delivered()).extracting(Delivered::way).containsExactly(Way.REPLY, Way.PUSH);
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVER_ERROR", "SERVER_ERROR_AFTER_ACCEPT", "HANG_UP", "HANG_UP_AFTER_ACCEPT"})
    void reply_without_a_good_answer_is_unknown_and_never_pushed(Trouble trouble) {
        post.line.failNext(1, trouble);

        var outcome = post.send(post.reply("hello", post.line.issueReplyToken(Post.USER)));

        assertThat(outcome).isEqualTo(new Unknown(false));
        assertThat(post.line.calls()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVER_ERROR", "SERVER_ERROR_AFTER_ACCEPT", "HANG_UP", "HANG_UP_AFTER_ACCEPT"})
    void push_without_a_good_answer_is_safe_to_try_again(Trouble trouble) {
        var message = post.push("hello");
        post.line.failNext(1, trouble);

        assertThat(post.send(message)).isEqualTo(new Unknown(true));
        assertThat(post.send(message)).isEqualTo(SENT);
        assertThat(post.line.delivered()).hasSize(1);
    }

    @Test
    void silence_is_unknown_once_the_patience_is_over() {
        post.line.failNext(2, Trouble.SILENCE_AFTER_ACCEPT);
        var message = post.push("hello");

        assertThat(post.sendBy(post.impatient(), post.reply("hi", post.line.issueReplyToken(Post.USER))))
                .isEqualTo(new Unknown(false));
        assertThat(post.sendBy(post.impatient(), message)).isEqualTo(new Unknown(true));
        assertThat(post.send(message)).isEqualTo(SENT);
        assertThat(post.line.delivered()).extracting(Delivered::text).containsExactly("hi", "hello");
    }

    @Test
    void babble_with_a_good_status_is_sent() {
        post.line.failNext(1, Trouble.BABBLE_AFTER_ACCEPT);

        assertThat(post.send(post.push("hello"))).isEqualTo(SENT);
    }

    @Test
    void nobody_listening_means_later_since_nothing_left() throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        assertThat(post.sendBy(post.nowhere(port), post.reply("hello", "token")))
                .isInstanceOfSatisfying(
                        Later.class, later -> assertThat(later.reason()).isEqualTo("unreachable"));
    }

    @Test
    void busy_minute_means_later() {
        post.line.failNext(2, Trouble.RATE);

        assertThat(post.send(post.push("hello"))).isInstanceOf(Later.class);
        assertThat(post.send(post.reply("hello", post.line.issueReplyToken(Post.USER))))
                .isInstanceOf(Later.class);
        assertThat(post.line.delivered()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"QUOTA,quota", "FORBIDDEN,unauthorised", "NOT_FOUND,gone", "GONE,gone"})
    void definite_no_is_refused_by_its_reason(Trouble trouble, String reason) {
        post.line.failNext(1, trouble);

        assertThat(post.send(post.push("hello"))).isEqualTo(new Refused(reason));
        assertThat(post.line.delivered()).isEmpty();
    }

    @Test
    void wrong_token_of_the_house_is_refused() {
        var stranger = LineAccount.official("flagship", Secret.of("s"), Secret.of("another"))
                .at(post.line.baseUrl());

        assertThat(post.sendBy(stranger, post.push("hello"))).isEqualTo(new Refused("unauthorised"));
    }

    @Test
    void account_of_nobody_is_refused_without_a_call() {
        var address = new Address(Channel.LINE, "other", Personal.of(Post.USER));
        var message = new Outgoing(MessageId.random(), address, Personal.of("hello"), Optional.empty());

        assertThat(post.send(message)).isEqualTo(new Refused("unknown-account"));
        assertThat(post.line.calls()).isEmpty();
    }

    @Test
    void long_text_goes_in_one_call_of_several_parts() {
        var text = "今天天氣很好。".repeat(2_000);

        assertThat(post.send(post.push(text))).isEqualTo(SENT);
        assertThat(post.line.calls()).hasSize(1);
        assertThat(post.line.delivered()).hasSize(3);
        assertThat(String.join(
                        "", post.line.delivered().stream().map(Delivered::text).toList()))
                .isEqualTo(text);
    }

    @Test
    void text_that_no_call_can_carry_is_refused_without_a_call() {
        assertThat(post.send(post.push("x".repeat(25_001)))).isEqualTo(new Refused("bad-request"));
        assertThat(post.send(post.push("  "))).isEqualTo(new Refused("bad-request"));
        assertThat(post.line.calls()).isEmpty();
    }

    @Test
    void text_that_utf8_cannot_carry_is_sent_with_a_replacement() {
        assertThat(post.send(post.push("a\uD83Cb\u0000c"))).isEqualTo(SENT);
        assertThat(post.line.delivered()).extracting(Delivered::text).containsExactly("a\uFFFDb\uFFFDc");
    }

    @Test
    void calls_fit_the_published_contract() {
        var spec = LineSpec.messagingApi();
        post.send(post.reply("hello", post.line.issueReplyToken(Post.USER)));
        post.send(post.push("hello. ".repeat(3_000)));

        var calls = post.line.calls();
        assertThat(spec.complaints("ReplyMessageRequest", calls.get(0).body())).isEmpty();
        assertThat(spec.complaints("PushMessageRequest", calls.get(1).body())).isEmpty();
        assertThat(UUID.fromString(calls.get(1).retryKey()))
                .hasToString(calls.get(1).retryKey());
        assertThat(spec.complaints("PushMessageRequest", calls.get(0).body()))
                .as("the judge can say no")
                .isNotEmpty();
    }
}
