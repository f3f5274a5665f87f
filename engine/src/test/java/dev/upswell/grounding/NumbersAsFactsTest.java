package dev.upswell.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.NumberFormat;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;

/// Whatever the number, what is written of it holds, and any other number does not.
class NumbersAsFactsTest {

    private static final Instant NOW = Instant.parse("2025-09-15T00:00:00Z");
    private static final Check CHECK = new Check(BlockedPhrases.standard(), 300);

    private static boolean holds(String text, double value, Unit unit, Locale locale) {
        Evidence evidence = Evidence.of(List.of(new Fact("f1", "#corgilife", "measured", value, unit, NOW, null)), NOW);
        return CHECK.of(text, evidence, locale).holds();
    }

    @Property(tries = 300)
    void theNumberItselfHoldsAndNoOther(@ForAll @LongRange(min = 0, max = 2_000_000_000L) long value,
            @ForAll @LongRange(min = 1, max = 1_000_000L) long far, @ForAll boolean indonesian) {
        Locale locale = indonesian ? Locale.of("id") : Locale.ENGLISH;
        NumberFormat digits = NumberFormat.getIntegerInstance(indonesian ? Locale.of("id", "ID") : Locale.US);
        String words = indonesian ? "#corgilife mendapat %s tayangan [f1]." : "#corgilife gained %s views [f1].";

        assertThat(holds(words.formatted(digits.format(value)), value, Unit.VIEWS, locale)).isTrue();
        assertThat(holds(words.formatted(digits.format(value + far)), value, Unit.VIEWS, locale)).isFalse();
        assertThat(holds(words.formatted(digits.format(value)), value, Unit.POSTS, locale)).isFalse();
    }

    @Property(tries = 300)
    void aRoundedPercentageHoldsAndTheNextDoesNot(@ForAll @DoubleRange(min = 0, max = 1) double share,
            @ForAll boolean indonesian) {
        Locale locale = indonesian ? Locale.of("id") : Locale.ENGLISH;
        Locale digits = indonesian ? Locale.of("id", "ID") : Locale.US;
        String words = indonesian
                ? "Tingkatnya %.1f persen pada #corgilife [f1]."
                : "The rate of #corgilife is %.1f %% [f1].";

        assertThat(holds(String.format(digits, words, 100 * share), share, Unit.SHARE, locale)).isTrue();
        assertThat(holds(String.format(digits, words, 100 * share + 0.2), share, Unit.SHARE, locale)).isFalse();
    }
}
