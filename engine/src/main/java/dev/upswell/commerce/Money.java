package dev.upswell.commerce;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An amount of money, as decimal and never as a binary fraction.
///
/// Two amounts are equal when their values and currencies are: `27.9` is `27.90`.
///
/// @param amount up to 15 digits before the point and 6 behind it; negative for refunds
/// @param currency three capitals of ISO 4217; null when whoever told the amount did not tell it
public record Money(BigDecimal amount, @Nullable String currency) {

    /// Digits behind the point that are kept.
    public static final int SCALE = 6;
    private static final int DIGITS_BEFORE = 15;
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    public Money {
        amount = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
        if (!fits(amount)) {
            throw new IllegalArgumentException("amount (" + amount + ") must have at most " + DIGITS_BEFORE
                    + " digits before the point and " + SCALE + " behind it\nMaybe round it first.");
        }
        if (currency != null && !isCurrency(currency)) {
            throw new IllegalArgumentException(
                    "currency (" + currency + ") must be three capitals\nMaybe it is a symbol.");
        }
    }

    /// Whether an amount can be kept as it is.
    public static boolean fits(BigDecimal amount) {
        BigDecimal bare = amount.stripTrailingZeros();
        return bare.scale() <= SCALE && bare.precision() - bare.scale() <= DIGITS_BEFORE;
    }

    /// Whether a text can name a currency.
    public static boolean isCurrency(String text) {
        return CURRENCY.matcher(text).matches();
    }

    /// The amount for each of so many.
    ///
    /// **absence** null for none · rounded to the kept digits, half to even
    public @Nullable Money per(double count) {
        return count > 0
                ? new Money(amount.divide(BigDecimal.valueOf(count), SCALE, RoundingMode.HALF_EVEN), currency)
                : null;
    }
}
