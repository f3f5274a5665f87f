package dev.upswell.server.collect.row;

import dev.upswell.content.Count;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Counts as people and programs write them: `541200`, `541.2K`, `1,234,567`, `3.4M`, `12.0`.
sealed interface WrittenCount {

    /// A whole number.
    ///
    /// @param step the step in which the text moves: 100,000 for `3.4M`, 1 for plain digits
    record Whole(long value, long step) implements WrittenCount {

        /// The count, with its resolution told from its digits and its suffix.
        Count displayed() {
            Count digits = Count.displayed(value);
            return step > digits.resolution() ? new Count(value, step) : digits;
        }
    }

    /// Smaller than zero.
    record Negative() implements WrittenCount {
    }

    /// More than 10^18.
    record Huge() implements WrittenCount {
    }

    /// Not a whole number.
    record Unreadable() implements WrittenCount {
    }

    /// Reads a count.
    ///
    /// **absence** `null` for `null`, blank text and the words that programs write for nothing (`null`, `None`, `NaN`, `-`).
    static @Nullable WrittenCount of(@Nullable String text) {
        if (text == null || isNothing(text)) {
            return null;
        }
        long plain = plain(text);
        return plain >= 0 ? new Whole(plain, 1) : written(text.strip().toUpperCase(Locale.ROOT));
    }

    /// Whether the text is one of the ways to write that there is nothing.
    static boolean isNothing(String text) {
        if (!text.isEmpty() && text.charAt(0) >= '0' && text.charAt(0) <= '9') {
            return false;
        }
        String bare = text.strip();
        return bare.isEmpty() || (bare.length() <= 4 && isWordForNothing(bare));
    }

    private static boolean isWordForNothing(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "null", "none", "nan", "n/a", "-" -> true;
            default -> false;
        };
    }

    private static long plain(String text) {
        if (text.length() > 18) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static WrittenCount written(String text) {
        if (text.length() > 40) {
            return new Unreadable();
        }
        char suffix = text.charAt(text.length() - 1);
        long unit = switch (suffix) {
            case 'K' -> 1_000;
            case 'M' -> 1_000_000;
            case 'B' -> 1_000_000_000;
            default -> 1;
        };
        String digits = (unit == 1 ? text : text.substring(0, text.length() - 1)).strip();
        if (digits.matches("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?")) {
            digits = digits.replace(",", "");
        }
        if (!digits.matches("[+-]?\\d+(\\.\\d+)?(E[+-]?\\d{1,3})?")) {
            return new Unreadable();
        }
        return whole(new BigDecimal(digits), unit);
    }

    private static WrittenCount whole(BigDecimal number, long unit) {
        BigDecimal value = number.multiply(BigDecimal.valueOf(unit)).stripTrailingZeros();
        if (value.signum() < 0) {
            return new Negative();
        }
        if (value.precision() - value.scale() > 18) {
            return new Huge();
        }
        if (value.scale() > 0) {
            return new Unreadable();
        }
        int decimals = Math.clamp(number.scale(), 1, 9);
        return new Whole(value.longValueExact(),
                unit == 1 ? 1 : Math.max(1, unit / BigDecimal.TEN.pow(decimals).longValue()));
    }
}
