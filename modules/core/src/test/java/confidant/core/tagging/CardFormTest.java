package confidant.core.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import confidant.core.Fields;
import confidant.model.Personal;
import confidant.model.Tag;
import confidant.model.TagId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CardFormTest {
    private record Seen(String kind, String value, long until) {}

    private static List<Seen> scan(byte[] plain) {
        List<Seen> seen = new ArrayList<>();
        CardForm.scan(plain, (kind, value, until) -> seen.add(new Seen(kind, value, until)));
        return seen;
    }

    private static Tag tag(String kind, String value, Optional<Instant> until) {
        return new Tag(TagId.random(), kind, Personal.of(value), "concierge", 7, Instant.EPOCH, until);
    }

    private static List<Tag> tags() {
        return List.of(
                tag("likes", "茶🍵", Optional.empty()),
                tag("region", "north", Optional.of(Instant.parse("2028-02-29T23:59:59.789Z"))),
                tag("purchases", "12", Optional.of(Instant.parse("+12345-01-01T00:00:00Z"))),
                tag("", "", Optional.of(Instant.ofEpochMilli(-1))));
    }

    private static final List<Seen> COUNTED = List.of(
            new Seen("likes", "茶🍵", Long.MAX_VALUE),
            new Seen(
                    "region", "north", Instant.parse("2028-02-29T23:59:59.789Z").toEpochMilli()),
            new Seen("purchases", "12", Instant.parse("+12345-01-01T00:00:00Z").toEpochMilli()));

    @Test
    void read_givesBackWhatWasWritten() {
        List<Tag> tags = tags();

        assertThat(TagText.read(TagText.write(tags))).isEqualTo(tags);
        assertThat(TagText.read(TagText.write(List.of()))).isEmpty();
    }

    @Test
    void scan_seesWhatIsCountedBy() {
        assertThat(scan(TagText.write(tags().subList(0, 3)))).isEqualTo(COUNTED);
    }

    @Test
    void whatIsLongerThanTheFormTakes_isCutOffOrRefused() {
        Tag everlasting = tag("region", "north", Optional.of(Instant.MAX));
        Tag unheard = tag("k".repeat(256), "north", Optional.empty());

        assertThat(scan(TagText.write(List.of(everlasting))))
                .singleElement()
                .satisfies(seen -> assertThat(seen.until())
                        .isLessThan(Long.MAX_VALUE)
                        .isGreaterThan(COUNTED.get(2).until()));
        assertThatThrownBy(() -> TagText.write(List.of(unheard))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void firstForm_isStillReadAndScanned() {
        byte[] plain = Fields.writeAll(tags().subList(0, 3).stream()
                .map(tag -> {
                    Map<String, String> fields = new LinkedHashMap<>(Map.of(
                            "id", tag.id().toString(),
                            "kind", tag.kind(),
                            "value", tag.value().reveal(),
                            "source", tag.source(),
                            "evidence", Long.toString(tag.evidence()),
                            "since", tag.since().toString()));
                    tag.until().ifPresent(until -> fields.put("until", until.toString()));
                    return fields;
                })
                .toList());

        assertThat(scan(plain)).isEqualTo(COUNTED);
        assertThat(TagText.read(plain)).extracting(Tag::kind).containsExactly("likes", "region", "purchases");
    }

    @Test
    void whatIsCutShort_orOfAnotherVersion_isRefused() {
        byte[] plain = TagText.write(List.of(tag("region", "north", Optional.empty())));
        for (int length = 0; length < plain.length; length++) {
            byte[] cut = Arrays.copyOf(plain, length);
            assertThatThrownBy(() -> scan(cut)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> TagText.read(cut)).isInstanceOf(IllegalArgumentException.class);
        }
        plain[0] = 3;
        assertThatThrownBy(() -> scan(plain)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TagText.read(plain)).isInstanceOf(IllegalArgumentException.class);
    }
}
