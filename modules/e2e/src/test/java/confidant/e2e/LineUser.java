package confidant.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.fake.line.Delivered;
import confidant.fake.line.Hook;
import confidant.fake.line.LineEvents;
import confidant.testkit.Await;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** Somebody who writes over LINE: what they say comes in by the signed hook, what they are told is read at the stand-in. */
final class LineUser {
    private final OpenHouse house;
    private final LineEvents events;
    final String id;

    LineUser(OpenHouse house, long number) {
        this.house = house;
        this.id = LineEvents.userId(number);
        this.events = new LineEvents(OpenHouse.LINE_SECRET, house.line::issueReplyToken, house.clock::instant);
    }

    void say(String text) {
        Hook hook = events.hook(events.text(id, text));
        HttpRequest request = HttpRequest.newBuilder(URI.create(house.address("/hooks/line/main")))
                .header("Content-Type", "application/json")
                .header(Hook.HEADER, hook.signature())
                .POST(HttpRequest.BodyPublishers.ofByteArray(hook.body()))
                .build();
        try {
            var answered = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
            assertThat(answered.statusCode()).isEqualTo(200);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("the house cannot be reached", e);
        }
    }

    /** Says something and waits for the answer to it, which has {@code part}. */
    String ask(String text, String part) {
        int before = told().size();
        say(text);
        Await.until(
                "«" + part + "» in LINE",
                () -> told().stream().skip(before).anyMatch(one -> one.text().contains(part)));
        return told().stream()
                .skip(before)
                .map(Delivered::text)
                .filter(one -> one.contains(part))
                .findFirst()
                .orElseThrow();
    }

    List<Delivered> told() {
        return house.line.delivered(id);
    }
}
