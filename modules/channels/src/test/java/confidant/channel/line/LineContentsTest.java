package confidant.channel.line;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.port.Fetcher.Fetched;
import confidant.core.port.Fetcher.Fetched.Gone;
import confidant.core.port.Fetcher.Fetched.Got;
import confidant.core.port.Fetcher.Fetched.Later;
import confidant.fake.line.Call;
import confidant.fake.line.Trouble;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of one try to fetch, whatever the platform answers. */
final class LineContentsTest {
    private static final String ID = "444573844083572737";
    private static final int MOST = 100_000;

    private final Post post = new Post();
    private final LineContents contents = new LineContents(post.vertx, post.account);

    @AfterEach
    void close() {
        post.close();
    }

    @Test
    void content_isGot_withTheToken_andToTheByte() {
        var sent = new byte[MOST];
        new Random(1).nextBytes(sent);
        post.line.hold(ID, sent);

        assertThat(((Got) fetch(ID)).bytes()).isEqualTo(sent);
        assertThat(((Got) fetch(ID)).name()).isEmpty();
        assertThat(post.line.calls()).extracting(Call::path).containsOnly("/v2/bot/message/" + ID + "/content");
        assertThat(contents.account()).isEqualTo("line/flagship");
    }

    @Test
    void wrongToken_isTriedLater_sinceAPersonMayPutItRight() {
        post.line.hold(ID, new byte[10]);
        var stranger = LineAccount.official("flagship", Secret.of("channel-secret"), Secret.of("another-token"))
                .at(post.line.baseUrl());

        assertThat(Post.await(new LineContents(post.vertx, stranger).fetch(ID, MOST)))
                .isEqualTo(new Later(Duration.ofMinutes(10)));
        assertThat(post.line.calls()).isEmpty();
        post.line.failNext(1, Trouble.FORBIDDEN);
        assertThat(fetch(ID)).isEqualTo(new Later(Duration.ofMinutes(10)));
    }

    @Test
    void contentThatIsBeingPrepared_isTriedLater_untilItIsReady() {
        post.line.prepare(ID, new byte[] {1, 2, 3}, 2);

        assertThat(fetch(ID)).isEqualTo(new Later(Duration.ofSeconds(10)));
        assertThat(fetch(ID)).isInstanceOf(Later.class);
        assertThat(((Got) fetch(ID)).bytes()).containsExactly(1, 2, 3);
        assertThat(post.line.calls()).extracting(Call::path).contains("/v2/bot/message/" + ID + "/content/transcoding");
    }

    @Test
    void contentThatCannotBePrepared_isGone() {
        post.line.spoil(ID);

        assertThat(fetch(ID)).isEqualTo(new Gone("failed"));
    }

    @Test
    void contentThatThePlatformHasNoMore_isGone() {
        post.line.hold(ID, new byte[10]);
        post.line.drop(ID);

        assertThat(fetch(ID)).isEqualTo(new Gone("gone"));
        post.line.failNext(1, Trouble.GONE);
        assertThat(fetch(ID)).isEqualTo(new Gone("gone"));
    }

    @Test
    void busyOrBrokenPlatform_isTriedLater() {
        post.line.hold(ID, new byte[10]);
        for (var trouble : List.of(Trouble.RATE, Trouble.SERVER_ERROR, Trouble.HANG_UP, Trouble.BREAK_OFF)) {
            post.line.failNext(1, trouble);
            assertThat(fetch(ID)).as(trouble.name()).isEqualTo(new Later(Duration.ofSeconds(30)));
        }
        assertThat(fetch(ID)).isInstanceOf(Got.class);
    }

    @Test
    void silence_isTriedLater() {
        var impatient = new LineContents(post.vertx, post.account.within(Duration.ofMillis(20)));
        post.line.failNext(1, Trouble.SILENCE_AFTER_ACCEPT);

        assertThat(Post.await(impatient.fetch(ID, MOST))).isInstanceOf(Later.class);
    }

    @Test
    void nobodyThere_isTriedLater() {
        var port = post.line.baseUrl().getPort();
        Post.await(post.line.close());

        assertThat(Post.await(new LineContents(post.vertx, post.nowhere(port)).fetch(ID, MOST)))
                .isInstanceOf(Later.class);
    }

    @Test
    void tooLarge_isGone_whetherItsLengthIsToldOrNot() {
        post.line.hold(ID, new byte[MOST + 1]);
        assertThat(fetch(ID)).isEqualTo(new Gone("too-large"));

        post.line.pour(ID, new byte[MOST + 1]);
        assertThat(fetch(ID)).isEqualTo(new Gone("too-large"));

        post.line.pour(ID, new byte[MOST]);
        assertThat(((Got) fetch(ID)).bytes()).hasSize(MOST);
    }

    @Test
    void idOutOfForm_isNeverAskedFor() {
        for (var id : List.of("", "..", "1/../2", "1?x=2", "%2e", "1 2", "1".repeat(33), "１")) {
            assertThat(fetch(id)).as(id).isEqualTo(new Gone("bad-id"));
        }
        assertThat(post.line.calls()).isEmpty();
    }

    private Fetched fetch(String id) {
        return Post.await(contents.fetch(id, MOST));
    }
}
