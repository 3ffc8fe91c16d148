package confidant.core.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import confidant.core.tagging.TagText;
import confidant.model.Personal;
import confidant.model.Tag;
import confidant.model.TagId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CardScanTest {
    private record Seen(String kind, String value, long until) {}

    private static List<Seen> scan(byte[] plain) {
        List<Seen> seen = new ArrayList<>();
        CardScan.scan(plain, (kind, value, until) -> seen.add(new Seen(kind, value, until)));
        return seen;
    }

    private static Tag tag(String kind, String value, Optional<Instant> until) {
        return new Tag(TagId.random(), kind, Personal.of(value), "concierge", 7, Instant.EPOCH, until);
    }

    @Test
    void scan_readsWhatTagTextWrites() {
        Instant leap = Instant.parse("2028-02-29T23:59:59.789Z");
        Instant far = Instant.parse("+12345-01-01T00:00:00Z");
        byte[] plain = TagText.write(List.of(
                tag("likes", "茶🍵", Optional.empty()),
                tag("region", "north", Optional.of(leap)),
                tag("purchases", "12", Optional.of(far))));

        assertThat(scan(plain))
                .containsExactly(
                        new Seen("likes", "茶🍵", Long.MAX_VALUE),
                        new Seen("region", "north", leap.minusMillis(789).toEpochMilli()),
                        new Seen("purchases", "12", far.toEpochMilli()));
    }

    @Test
    void scan_refuses_whatIsCutShortOrOfAnotherVersion() {
        byte[] plain = TagText.write(List.of(tag("region", "north", Optional.empty())));
        for (int length = 0; length < plain.length; length++) {
            byte[] cut = Arrays.copyOf(plain, length);
            assertThatThrownBy(() -> scan(cut)).isInstanceOf(IllegalArgumentException.class);
        }
        plain[0] = 2;
        assertThatThrownBy(() -> scan(plain)).isInstanceOf(IllegalArgumentException.class);
    }
}
