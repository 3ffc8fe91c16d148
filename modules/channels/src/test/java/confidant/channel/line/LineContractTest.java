package confidant.channel.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The events that the other tests use are judged by the platform's contract, so that those tests prove something. */
final class LineContractTest {

    @Test
    void made_up_events_fit_the_published_webhook_contract() {
        var spec = LineSpec.webhook();
        var events = new Rehearsal().events;
        var text = events.text(Rehearsal.USER, "hello");
        var hook = events.hook(
                text,
                events.redelivery(text),
                events.sticker(Rehearsal.USER),
                events.image(Rehearsal.USER),
                events.imageElsewhere(Rehearsal.USER, "https://elsewhere.invalid/a.jpg"),
                events.video(Rehearsal.USER),
                events.audio(Rehearsal.USER),
                events.file(Rehearsal.USER, "menu.pdf", 300),
                events.location(Rehearsal.USER),
                events.follow(Rehearsal.USER, false),
                events.unfollow(Rehearsal.USER),
                events.unsend(Rehearsal.USER, "444573844083572737"),
                events.groupText(Rehearsal.USER, "hello all"));

        assertThat(spec.complaints("CallbackRequest", hook.json())).isEmpty();
        assertThat(spec.complaints("CallbackRequest", events.hook().json())).isEmpty();
    }

    @Test
    void contract_refuses_what_it_should() {
        var spec = LineSpec.webhook();
        var events = new Rehearsal().events;
        var wordless = events.text(Rehearsal.USER, "hello");
        wordless.withObject("message").remove("text");

        assertThat(spec.complaints("CallbackRequest", events.hook(wordless).json()))
                .isNotEmpty();
        assertThat(spec.complaints(
                        "CallbackRequest",
                        events.hook(events.other("hologram", Rehearsal.USER)).json()))
                .isNotEmpty();
    }
}
