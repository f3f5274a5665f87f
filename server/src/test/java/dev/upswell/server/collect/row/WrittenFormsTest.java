package dev.upswell.server.collect.row;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.content.Count;
import dev.upswell.server.collect.row.WrittenCount.Huge;
import dev.upswell.server.collect.row.WrittenCount.Negative;
import dev.upswell.server.collect.row.WrittenCount.Unreadable;
import dev.upswell.server.collect.row.WrittenCount.Whole;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class WrittenFormsTest {

    @Test
    void countsAreReadAsPeopleAndProgramsWriteThem() {
        assertThat(WrittenCount.of("541.2K")).isEqualTo(new Whole(541_200, 100));
        assertThat(WrittenCount.of("1.2m")).isEqualTo(new Whole(1_200_000, 100_000));
        assertThat(WrittenCount.of("3M")).isEqualTo(new Whole(3_000_000, 100_000));
        assertThat(WrittenCount.of("1.25B")).isEqualTo(new Whole(1_250_000_000, 10_000_000));
        assertThat(WrittenCount.of("1,234,567")).isEqualTo(new Whole(1_234_567, 1));
        assertThat(WrittenCount.of("12.0")).isEqualTo(new Whole(12, 1));
        assertThat(WrittenCount.of("1.2E3")).isEqualTo(new Whole(1_200, 1));
        assertThat(WrittenCount.of("-0.5K")).isEqualTo(new Negative());
        assertThat(WrittenCount.of("9e18")).isEqualTo(new Huge());
        for (String unreadable : List.of("12.5", "1,23", "K", "five", "0x10", "1.2.3", "12 videos", "1e9999")) {
            assertThat(WrittenCount.of(unreadable)).as(unreadable).isEqualTo(new Unreadable());
        }
        for (String nothing : List.of("", " ", "null", "None", "NaN", "-", "n/a")) {
            assertThat(WrittenCount.of(nothing)).as(nothing).isNull();
        }
    }

    @Property
    void plainDigitsAreTheNumber(@ForAll @LongRange(min = 0, max = 999_999_999_999_999_999L) long number) {
        assertThat(WrittenCount.of(Long.toString(number))).isEqualTo(new Whole(number, 1));
    }

    @Test
    void theResolutionIsTheCoarserOfSuffixAndDigits() {
        assertThat(new Whole(1_200, 100).displayed()).isEqualTo(new Count(1_200, 100));
        assertThat(new Whole(541_200, 1).displayed()).isEqualTo(new Count(541_200, 100));
        assertThat(new Whole(541_213, 1).displayed()).isEqualTo(Count.exact(541_213));
    }

    @Test
    void timesAreReadInEveryForm() {
        Instant time = Instant.parse("2025-07-02T05:03:39Z");
        for (String text : List.of("2025-07-02 05:03:39", "2025-07-02T05:03:39", "2025-07-02T05:03:39Z",
                "2025-07-02T05:03:39.000Z",
                "2025-07-02T07:03:39+02:00", "2025-07-02T07:03:39+0200", "2025-07-02 05:03:39+00",
                "2025-07-02 05:03:39 UTC",
                "1751432619", "1751432619000", "1751432619000000", "1751432619000000000", "1751432619.0")) {
            assertThat(WrittenTime.parse(text, ZoneOffset.UTC)).as(text).contains(time);
        }
        assertThat(WrittenTime.parse("2025-07-02 13:03:39", ZoneOffset.ofHours(8))).contains(time);
        assertThat(WrittenTime.parse("2025-07-02", ZoneOffset.UTC)).contains(Instant.parse("2025-07-02T00:00:00Z"));
        for (String text : List.of("", "soon", "2025-02-30 00:00:00", "2025-01-01 24:00:61", "99999999999999999999",
                "12:30")) {
            assertThat(WrittenTime.parse(text, ZoneOffset.UTC)).as(text).isEmpty();
        }
    }

    @Test
    void idsThatWentThroughFloatingPointAreRecognised() {
        assertThat(List.of("7.506832745952218e+18", "7.5E18", "7506832745952218000.0"))
                .allMatch(WrittenId::hasLostPrecision);
        assertThat(List.of("7506832745952218123", "abc", "", "1")).noneMatch(WrittenId::hasLostPrecision);
        assertThat(WrittenId.creationTime("7551000000000000001")).contains(Instant.parse("2025-09-17T10:16:30Z"));
        assertThat(WrittenId.creationTime("12345")).isEmpty();
        assertThat(WrittenId.inVideoAddress("https://www.tiktok.com/@a/photo/7400000000000000002?x=1"))
                .contains("7400000000000000002");
    }

    @Test
    void hashtagsInCaptionsMayBeOfAnyScript() {
        assertThat(Captions.hashtags("a #One#two, #fypシ゚ ＃三 #du_lịch! # #🍲 x#3")).containsExactly("One", "two",
                "fypシ゚", "三",
                "du_lịch", "3");
        assertThat(Captions.hashtags(null)).isEmpty();
    }
}
