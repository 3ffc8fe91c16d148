package confidant.channel.line;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.port.Doorway.Knock;
import confidant.model.Channel;
import confidant.model.Inbound;
import confidant.model.Inbound.Kind;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LineDeskTest {
    private final Rehearsal room = new Rehearsal();

    @Test
    void text_becomes_an_inbound_with_words_and_reply_token() {
        var event = room.events.text(Rehearsal.USER, "想訂位 \uD83C\uDF82 for two");

        var inbound = room.enter(room.events.hook(event)).get(0);

        assertThat(inbound.kind()).isEqualTo(Kind.TEXT);
        assertThat(inbound.text().orElseThrow().reveal()).isEqualTo("想訂位 \uD83C\uDF82 for two");
        assertThat(inbound.replyToken().orElseThrow().reveal()).isEqualTo("token-of-" + Rehearsal.USER);
        assertThat(inbound.eventId()).isEqualTo(event.get("webhookEventId").textValue());
        assertThat(inbound.at()).isEqualTo(Rehearsal.NOW);
        assertThat(inbound.from().channel()).isEqualTo(Channel.LINE);
        assertThat(inbound.from().account()).isEqualTo(Rehearsal.ACCOUNT);
        assertThat(inbound.from().value().reveal()).isEqualTo(Rehearsal.USER);
    }

    @Test
    void batch_gives_every_event_in_order() {
        var hook = room.events.hook(
                room.events.text(Rehearsal.USER, "one"),
                room.events.sticker(Rehearsal.USER),
                room.events.image(Rehearsal.USER),
                room.events.follow(Rehearsal.USER, true),
                room.events.unfollow(Rehearsal.USER),
                room.events.unsend(Rehearsal.USER, "444573844083572737"),
                room.events.other("hologram", Rehearsal.USER));

        assertThat(room.enter(hook))
                .extracting(Inbound::kind)
                .containsExactly(
                        Kind.TEXT,
                        Kind.OTHER_MESSAGE,
                        Kind.OTHER_MESSAGE,
                        Kind.FOLLOW,
                        Kind.UNFOLLOW,
                        Kind.UNSEND,
                        Kind.UNKNOWN);
    }

    @Test
    void only_texts_carry_words_and_only_answerable_events_a_token() {
        var entered =
                room.enter(room.events.hook(room.events.sticker(Rehearsal.USER), room.events.unfollow(Rehearsal.USER)));

        assertThat(entered).allSatisfy(inbound -> assertThat(inbound.text()).isEmpty());
        assertThat(entered.get(0).replyToken()).isPresent();
        assertThat(entered.get(1).replyToken()).isEmpty();
    }

    @Test
    void ping_enters_with_no_event() {
        assertThat(room.enter(room.events.hook())).isEmpty();
    }

    @Test
    void redelivery_has_the_id_of_the_first() {
        var event = room.events.text(Rehearsal.USER, "hello");

        var entered = room.enter(room.events.hook(event, room.events.redelivery(event)));

        assertThat(entered.get(1)).isEqualTo(entered.get(0));
    }

    @Test
    void missing_event_id_is_replaced_by_one_that_survives_redelivery() {
        var first = room.events.text(Rehearsal.USER, "hello");
        first.remove("webhookEventId");
        var other = room.events.text(Rehearsal.USER, "hello again");
        other.remove("webhookEventId");

        var entered = room.enter(room.events.hook(first, room.events.redelivery(first), other));

        assertThat(entered.get(0).eventId())
                .startsWith("sha256-")
                .isEqualTo(entered.get(1).eventId());
        assertThat(entered.get(2).eventId()).isNotEqualTo(entered.get(0).eventId());
    }

    @Test
    void events_of_groups_and_of_nobody_are_passed_over() {
        var nobody = room.events.other("botSuspended", Rehearsal.USER);
        nobody.remove("source");
        var unnamed = room.events.text(Rehearsal.USER, "x");
        unnamed.putObject("source").put("type", "user");

        var entered = room.enter(room.events.hook(
                room.events.groupText(Rehearsal.USER, "hi all"),
                nobody,
                unnamed,
                room.events.text(Rehearsal.USER, "hi")));

        assertThat(entered).hasSize(1);
    }

    @Test
    void standby_events_are_passed_over() {
        var standby = room.events.text(Rehearsal.USER, "for the other app").put("mode", "standby");

        assertThat(room.enter(room.events.hook(standby))).isEmpty();
    }

    @Test
    void fields_that_the_contract_may_add_are_no_error() {
        var event = room.events.text(Rehearsal.USER, "hello");
        event.putObject("aura").putArray("colours").add(1).addNull().add("x");
        event.put("mode", "twilight");

        assertThat(room.enter(room.events.hook(event))).hasSize(1);
    }

    @Test
    void lone_surrogates_and_nul_are_replaced() {
        var body = room.events.hook(room.events.text(Rehearsal.USER, "MARK")).json();
        var altered = body.replace("MARK", "a\\ud83cb\\u0000c\\udf82\\ud83c\\udf82");

        var entered = room.enter(room.events.signed(altered.getBytes(StandardCharsets.UTF_8)));

        assertThat(entered.get(0).text().orElseThrow().reveal()).isEqualTo("a\uFFFDb\uFFFDc\uFFFD\uD83C\uDF82");
    }

    @Test
    void unknown_account_is_told_before_the_signature_is_looked_at() {
        var hook = room.events.hook();

        assertThat(room.desk.read("nowhere", Rehearsal.header(hook.signature()), hook.body()))
                .isInstanceOf(Knock.UnknownAccount.class);
    }

    @Test
    void forged_body_is_never_parsed() {
        var malformed = "{".getBytes(StandardCharsets.UTF_8);

        assertThat(room.knock(malformed, "")).isInstanceOf(Knock.Forged.class);
        assertThat(room.knock(room.events.signed(malformed))).isInstanceOf(Knock.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "{}",
                "{\"events\":{}}",
                "{\"events\":[7]}",
                "{\"events\":[null]}",
                "{\"events\":[{}]}",
                "{\"events\":[]} x",
                "{\"events\":[{\"type\":7,\"timestamp\":1}]}",
                "{\"events\":[{\"type\":\"follow\"}]}",
                "{\"events\":[{\"type\":\"follow\",\"timestamp\":\"1\"}]}",
                "{\"events\":[{\"type\":\"follow\",\"timestamp\":1.5}]}",
                "{\"events\":[{\"type\":\"follow\",\"timestamp\":-1}]}",
                "{\"events\":[{\"type\":\"follow\",\"timestamp\":99999999999999999999}]}",
                "{\"events\":[{\"type\":\"follow\",\"timestamp\":1,\"source\":\"U\"}]}",
                "{\"events\":[{\"type\":\"follow\",\"timestamp\":1,\"source\":{}}]}",
                "{\"events\":[{\"type\":\"follow\",\"timestamp\":1,\"source\":{\"type\":\"user\",\"userId\":[]}}]}",
                "{\"events\":[{\"type\":\"message\",\"timestamp\":1,\"source\":{\"type\":\"user\",\"userId\":\"U1\"}}]}",
                "{\"events\":[{\"type\":\"message\",\"timestamp\":1,\"source\":{\"type\":\"user\",\"userId\":\"U1\"},"
                        + "\"message\":{\"type\":\"text\"}}]}",
                "{\"events\":[{\"type\":\"message\",\"timestamp\":1,\"source\":{\"type\":\"user\",\"userId\":\"U1\"},"
                        + "\"message\":{\"type\":\"text\",\"text\":{}}}]}",
            })
    void body_out_of_form_is_malformed(String body) {
        assertThat(room.knock(room.events.signed(body.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(Knock.Malformed.class);
    }

    @Test
    void body_nested_deep_is_malformed() {
        var body = "{\"events\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        assertThat(room.knock(room.events.signed(body.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(Knock.Malformed.class);
    }

    @Test
    void body_too_long_is_malformed() {
        assertThat(room.knock(room.events.signed(new byte[LineJson.MOST_BYTES + 1])))
                .isEqualTo(new Knock.Malformed("the body is longer than 1 MiB"));
    }

    @Test
    void bytes_that_are_not_utf8_are_malformed() {
        var body = room.events.hook(room.events.text(Rehearsal.USER, "MARK")).body();
        for (var bad :
                new byte[][] {{(byte) 0xC0, (byte) 0x80}, {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, {(byte) 0xFF}}) {
            var altered = new String(body, StandardCharsets.ISO_8859_1)
                    .replace("MARK", new String(bad, StandardCharsets.ISO_8859_1))
                    .getBytes(StandardCharsets.ISO_8859_1);

            assertThat(room.knock(room.events.signed(altered))).isEqualTo(new Knock.Malformed("the body is not UTF-8"));
        }
    }

    @Test
    void problem_never_repeats_the_body() {
        var body = "{\"events\":[{\"type\":\"message\" MRS-CHEN}]}";

        var knock = room.knock(room.events.signed(body.getBytes(StandardCharsets.UTF_8)));

        assertThat(knock).isInstanceOf(Knock.Malformed.class).asString().doesNotContain("CHEN");
    }

    @Test
    void account_shows_no_secret_as_text() {
        var account = LineAccount.official("a", Secret.of("channel-secret"), Secret.of("channel-token"));

        assertThat(account.toString()).doesNotContain("channel-secret").doesNotContain("channel-token");
    }
}
