package dev.upswell.server.live;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a person lets be spent at a source at most, below what its key allows. Each part may be missing, and then does not bind.
///
/// @param unitsPerDay in what the source's budget counts: units, or requests; null for no ceiling
/// @param unitsPerMonth of a month of UTC; null for no ceiling
/// @param moneyPerMonth in `currency`; null for no ceiling
/// @param price of a unit, in `currency`; null when it is not known, and then nothing is told in money
/// @param currency such as `EUR`; null without a price
public record Ceiling(@Nullable Long unitsPerDay, @Nullable Long unitsPerMonth, @Nullable BigDecimal moneyPerMonth,
        @Nullable BigDecimal price, @Nullable String currency) {

    /// Nothing binds but the key.
    public static final Ceiling NONE = new Ceiling(null, null, null, null, null);

    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(\\.\\d{1,6})?");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final BigDecimal MOST_MONEY = BigDecimal.valueOf(1_000_000_000L);
    private static final BigDecimal MOST_PRICE = BigDecimal.valueOf(1_000_000L);

    public Ceiling {
        requireAboveZero("units a day", unitsPerDay);
        requireAboveZero("units a month", unitsPerMonth);
        moneyPerMonth = rounded("money a month", moneyPerMonth, 2, MOST_MONEY);
        price = rounded("price of a unit", price, 6, MOST_PRICE);
        if ((price == null) != (currency == null) || moneyPerMonth != null && price == null) {
            throw LiveRefused.unusable("A price, its currency and a ceiling in money belong together.",
                    "Give the price of a unit and its currency, for example 0.0012 and EUR.");
        }
        if (currency != null && !CURRENCY.matcher(currency).matches()) {
            throw LiveRefused.unusable("There is no currency " + currency + ".", "Use three letters such as EUR.");
        }
    }

    /// A ceiling from texts as people type them; empty ones are missing.
    ///
    /// **errors** [LiveRefused] when one is no number or cannot be.
    public static Ceiling parse(String unitsPerDay, String unitsPerMonth, String moneyPerMonth, String price,
            String currency) {
        return new Ceiling(whole("units a day", unitsPerDay), whole("units a month", unitsPerMonth),
                decimal("money a month", moneyPerMonth), decimal("price of a unit", price),
                currency.isBlank() ? null : currency.strip().toUpperCase(Locale.ROOT));
    }

    private static @Nullable Long whole(String what, String text) {
        BigDecimal number = decimal(what, text);
        try {
            return number == null ? null : Long.valueOf(number.longValueExact());
        } catch (ArithmeticException e) {
            throw LiveRefused.unusable("The " + what + " cannot be " + text.strip() + ".", "Write a whole number.");
        }
    }

    private static @Nullable BigDecimal decimal(String what, String text) {
        String bare = text.strip();
        if (bare.isEmpty()) {
            return null;
        }
        if (!NUMBER.matcher(bare).matches()) {
            throw LiveRefused.unusable("The " + what + " cannot be " + bare + ".",
                    "Write digits, with a point before decimals: 120 or 0.0012.");
        }
        return new BigDecimal(bare);
    }

    private static void requireAboveZero(String what, @Nullable Long value) {
        if (value != null && value < 1) {
            throw LiveRefused.unusable("A ceiling of " + value + " " + what + " cannot be.",
                    "Use 1 or more, or leave it out for none; to ask nothing take the key or the watches away.");
        }
    }

    private static @Nullable BigDecimal rounded(String what, @Nullable BigDecimal value, int digits, BigDecimal most) {
        if (value == null) {
            return null;
        }
        BigDecimal kept = value.setScale(digits, RoundingMode.DOWN);
        if (kept.signum() <= 0 || kept.compareTo(most) >= 0) {
            throw LiveRefused.unusable("The " + what + " cannot be " + value.toPlainString() + ".",
                    "Use more than 0 with at most " + digits + " digits behind the point.");
        }
        return kept;
    }

    /// Units of a month that both ceilings allow; null when neither binds.
    public @Nullable Long monthly() {
        BigDecimal money = moneyPerMonth;
        BigDecimal each = price;
        if (money == null || each == null) {
            return unitsPerMonth;
        }
        long bought = money.divide(each, 0, RoundingMode.DOWN).longValue();
        Long units = unitsPerMonth;
        return units == null ? Long.valueOf(bought) : Long.valueOf(Math.min(units, bought));
    }

    /// What so many units cost; null when the price is not known.
    public @Nullable BigDecimal cost(double units) {
        BigDecimal each = price;
        return each == null
                ? null
                : each.multiply(BigDecimal.valueOf(units)).setScale(2, RoundingMode.HALF_UP);
    }
}
