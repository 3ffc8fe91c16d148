package confidant.channel.line;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.port.Courier.Outcome.Later;
import confidant.core.port.Courier.Outcome.Refused;
import confidant.core.port.Courier.Outcome.Sent;
import confidant.core.port.Courier.Outcome.Unknown;
import confidant.core.port.Courier.Outgoing;
import confidant.fake.line.Delivered;
import confidant.fake.line.Trouble;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever goes wrong, in whatever order: nobody gets a message twice, and what counts as sent has arrived. */
final class LineOnceTest {
    private static final List<Trouble> TROUBLES = List.of(
            Trouble.SERVER_ERROR,
            Trouble.SERVER_ERROR_AFTER_ACCEPT,
            Trouble.HANG_UP,
            Trouble.HANG_UP_AFTER_ACCEPT,
            Trouble.RATE,
            Trouble.QUOTA);

    private final Post post = new Post();
    private int sent;
    private int stuck;

    @AfterEach
    void close() {
        post.close();
    }

    @Test
    void message_arrives_at_most_once_whatever_the_troubles() {
        var random = new Random(20260214);
        for (int i = 0; i < 400; i++) {
            var text = "message " + i;
            var message = random.nextBoolean()
                    ? post.push(text)
                    : post.reply(text, random.nextInt(4) == 0 ? "old" : post.line.issueReplyToken(Post.USER));
            for (int n = random.nextInt(4); n > 0; n--) {
                post.line.failNext(1, TROUBLES.get(random.nextInt(TROUBLES.size())));
            }
            judge(text, message);
        }
        assertThat(sent).isPositive();
        assertThat(stuck).as("some replies stay in doubt").isPositive();
    }

    private void judge(String text, Outgoing message) {
        var outcome = post.send(message);
        while (outcome instanceof Later || (outcome instanceof Unknown unknown && unknown.safeToRetry())) {
            outcome = post.send(Post.again(message));
        }
        var arrived = post.line.delivered(Post.USER).stream()
                .map(Delivered::text)
                .filter(text::equals)
                .count();
        assertThat(arrived).as(text).isLessThanOrEqualTo(1);
        if (outcome instanceof Sent) {
            assertThat(arrived).as(text).isEqualTo(1);
            sent++;
        } else if (outcome instanceof Unknown) {
            stuck++;
        } else {
            assertThat(outcome).isEqualTo(new Refused("quota"));
        }
    }
}
