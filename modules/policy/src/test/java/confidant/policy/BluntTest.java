package confidant.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class BluntTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    @Test
    void month_day_hides_the_year() {
        assertThat(Blunt.apply("monthDay", "1994-05-03", TODAY)).hasValue("--05-03");
        assertThat(Blunt.apply("monthDay", "--05-03", TODAY)).hasValue("--05-03");
        assertThat(Blunt.apply("monthDay", "2000-02-29", TODAY)).hasValue("--02-29");
    }

    @Test
    void age_band_counts_whole_years_on_the_day() {
        assertThat(Blunt.apply("ageBand:10", "1994-05-03", TODAY)).hasValue("30-39");
        assertThat(Blunt.apply("ageBand:10", "1996-11-22", TODAY)).hasValue("30-39");
        assertThat(Blunt.apply("ageBand:10", "1996-11-23", TODAY)).hasValue("20-29");
        assertThat(Blunt.apply("ageBand:5", "1994-05-03", TODAY)).hasValue("30-34");
        assertThat(Blunt.apply("ageBand:10", "2026-11-22", TODAY)).hasValue("0-9");
    }

    @Test
    void age_band_is_withheld_when_it_cannot_be_told() {
        assertThat(Blunt.apply("ageBand:10", "--05-03", TODAY)).isEmpty();
        assertThat(Blunt.apply("ageBand:10", "2027-01-01", TODAY)).isEmpty();
    }

    @Test
    void last4_shows_four_characters_of_longer_values_only() {
        assertThat(Blunt.apply("last4", "A123456789", TODAY)).hasValue("6789");
        assertThat(Blunt.apply("last4", "6789", TODAY)).isEmpty();
        assertThat(Blunt.apply("last4", "甲乙丙丁𠮷", TODAY)).hasValue("乙丙丁𠮷");
    }

    @Test
    void status_shows_the_first_word() {
        assertThat(Blunt.apply("status", "given 2026-11-22T08:00:00Z webchat-notice", TODAY))
                .hasValue("given");
        assertThat(Blunt.apply("status", "", TODAY)).isEmpty();
    }

    @Test
    void value_that_is_no_date_is_withheld() {
        for (String odd : List.of("", "marker", "1994-13-01", "1994-02-30", "--13-01", "--", "三月三日")) {
            assertThat(Blunt.apply("monthDay", odd, TODAY)).as(odd).isEmpty();
            assertThat(Blunt.apply("ageBand:10", odd, TODAY)).as(odd).isEmpty();
        }
    }

    @Test
    void unknown_transform_is_refused() {
        for (String odd : List.of("", "exact", "ageBand", "ageBand:0", "ageBand:100", "monthday", "last4 ")) {
            assertThat(Blunt.known(odd)).as(odd).isFalse();
            assertThatThrownBy(() -> Blunt.apply(odd, "1994-05-03", TODAY))
                    .as(odd)
                    .isInstanceOf(IllegalArgumentException.class)
                    .message()
                    .doesNotContain("1994");
        }
    }

    @Test
    void order_puts_the_bluntest_last() {
        assertThat(Stream.of("ageBand:10", "last4", "ageBand:5", "status", "monthDay")
                        .sorted(Blunt::compare))
                .containsExactly("status", "last4", "monthDay", "ageBand:5", "ageBand:10");
    }
}
