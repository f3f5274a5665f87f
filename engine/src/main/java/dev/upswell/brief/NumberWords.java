package dev.upswell.brief;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Numbers as creators read them, in the manner of a language.
public record NumberWords(Locale language) {

    private static final int PERCENT = 100;
    private static final int LARGE = 100;

    /// Whole above 100, with one decimal above 1, else with two digits that count.
    public String number(double value) {
        double size = Math.abs(value);
        BigDecimal exact = BigDecimal.valueOf(value);
        return shown(size >= LARGE
                ? exact.setScale(0, RoundingMode.HALF_UP)
                : size >= 1
                        ? exact.setScale(1, RoundingMode.HALF_UP)
                        : exact.round(new MathContext(2, RoundingMode.HALF_UP)));
    }

    /// With two decimals, so that numbers of a column stand below each other; what rounds to nought is `0.00`.
    public String fixed(double value) {
        return spoken(BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).toPlainString());
    }

    /// Whole percent from 10 on, else with one decimal.
    public String percent(double fraction) {
        BigDecimal exact = BigDecimal.valueOf(fraction).multiply(BigDecimal.valueOf(PERCENT));
        return shown(exact.setScale(exact.abs().doubleValue() >= 10 ? 0 : 1, RoundingMode.HALF_UP)) + "%";
    }

    /// A change in percent, with its sign.
    public String change(double fraction) {
        return (fraction > 0 ? "+" : "") + percent(fraction);
    }

    /// With groups of thousands.
    public String whole(long value) {
        return String.format(language, "%,d", value);
    }

    /// A probability: below 0.001 said as such.
    public String probability(double value) {
        return value < 0.001
                ? "< " + shown(new BigDecimal("0.001"))
                : shown(BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP));
    }

    /// Day, month as a word, year.
    public String date(LocalDate date) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", language).format(date);
    }

    private String shown(BigDecimal value) {
        return spoken(value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString());
    }

    private String spoken(String plain) {
        String minus = plain.replace('-', '−');
        return language.getLanguage().equals("id") ? minus.replace('.', ',') : minus;
    }
}
