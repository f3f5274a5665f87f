package dev.upswell.server.web;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;

/// Writes numbers for people: short where shown, exact where one hovers.
///
/// A minus is the typographic one; the space before a unit does not break.
public final class Figures {

    private static final String MINUS = "\u2212";

    private final Words words;

    public Figures(Words words) {
        this.words = words;
    }

    /// A count in at most three digits, such as "184 K" or "2.4 M".
    public String count(Number value) {
        double size = Math.abs(value.doubleValue());
        if (size < 1_000) {
            return decimals(value.doubleValue(), size < 10 && size != Math.rint(size) ? 1 : 0);
        }
        int power = 0;
        while (shown(size) >= 1_000 && power < 4) {
            size /= 1_000;
            power++;
        }
        String short_ = decimals(Math.copySign(size, value.doubleValue()), shown(size) < 10 ? 1 : 0);
        return words.say("figure.thousand" + power, short_);
    }

    /// The number in full, such as "184,213"; fractions keep six decimals at most.
    public String exact(Number value) {
        return decimals(value.doubleValue(), 0, 6);
    }

    /// A ratio of change, such as "+34 %" for 0.34; from tenfold on "×12".
    public String change(double ratio) {
        if (ratio >= 9.995) {
            return words.say("figure.times", decimals(ratio + 1, 0));
        }
        String percent = decimals(Math.abs(ratio) * 100, 0);
        String sign = percent.equals("0") ? "±" : ratio < 0 ? MINUS : "+";
        return words.say("figure.percent", sign + percent);
    }

    /// A share of one, such as "74 %"; what is not zero is never shown as zero, what is not all never as all, and what is less
    /// than half never as half.
    public String percent(double share) {
        if (share > 0 && share < 0.005) {
            return words.say("figure.percent", "<1");
        }
        if (share < 1 && share > 0.995) {
            return words.say("figure.percent", ">99");
        }
        if (share < 0.5 && share >= 0.495) {
            return words.say("figure.percent", decimals(Math.min(share * 100, 49.9), 1));
        }
        return words.say("figure.percent", decimals(share * 100, 0));
    }

    /// A share of one that something lies above, such as "99 %": rounded down, so that "above" stays true.
    public String floor(double share) {
        return words.say("figure.percent", decimals(Math.floor(share * 100), 0));
    }

    /// A share of one with this many decimals, such as "5.2 %".
    public String percent(double share, int places) {
        return words.say("figure.percent", decimals(share * 100, places));
    }

    /// An interval of shares in percent without the sign, such as "61–84".
    public String percentRange(double low, double high) {
        return decimals(low * 100, 0) + "–" + decimals(high * 100, 0);
    }

    /// A score with this many decimals, such as "0.554".
    public String score(double value, int places) {
        return decimals(value, places);
    }

    /// A difference with its sign, such as "+0.24"; what rounds to nought has none.
    public String signed(double value, int places) {
        String text = decimals(Math.abs(value), places);
        boolean nought = text.chars().noneMatch(digit -> digit >= '1' && digit <= '9');
        return (nought ? "" : value < 0 ? MINUS : "+") + text;
    }

    /// A probability with three places: "0.017", "< 0.001".
    public String probability(double value) {
        return value < 0.0005 ? "< " + decimals(0.001, 3) : decimals(value, 3);
    }

    /// A factor, such as "3.1×".
    public String factor(double value) {
        return words.say("figure.factor", decimals(value, value < 10 ? 1 : 0));
    }

    /// A length of time in hours, such as "7.5 h".
    public String hours(double hours) {
        return words.say("figure.hours", decimals(hours, hours < 10 && hours != Math.rint(hours) ? 1 : 0));
    }

    /// A file size, such as "4.2 MB".
    public String bytes(long size) {
        double left = size;
        int power = 0;
        while (left >= 1_000 && power < 3) {
            left /= 1_000;
            power++;
        }
        return words.say("figure.bytes" + power, decimals(left, left < 10 && power > 0 ? 1 : 0));
    }

    private static double shown(double size) {
        return size < 9.95 ? size : Math.rint(size);
    }

    private String decimals(double value, int places) {
        return decimals(value, places, places);
    }

    private String decimals(double value, int least, int most) {
        var format = (DecimalFormat) NumberFormat.getNumberInstance(words.locale());
        DecimalFormatSymbols symbols = format.getDecimalFormatSymbols();
        symbols.setMinusSign('\u2212');
        format.setDecimalFormatSymbols(symbols);
        format.setRoundingMode(java.math.RoundingMode.HALF_UP);
        format.setMinimumFractionDigits(least);
        format.setMaximumFractionDigits(most);
        return format.format(value == 0 ? 0.0 : value);
    }
}
