package dev.upswell.server.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Numbers as the command line shows them to people: short, the same in every locale, absent as a dash.
public final class Numbers {

    private static final String ABSENT = "–";
    private static final String[] UNITS = {"", " K", " M", " B", " T"};

    private Numbers() {
    }

    /// A count in at most three digits, for example `2.4 M`.
    public static String count(@Nullable Number value) {
        return count(value, 2);
    }

    /// The same with three digits, where two numbers that lie close are compared.
    public static String count3(@Nullable Number value) {
        return count(value, 3);
    }

    private static String count(@Nullable Number value, int digits) {
        if (value == null) {
            return ABSENT;
        }
        double left = value.doubleValue();
        int unit = 0;
        while (Math.abs(left) >= 999.5 && unit < UNITS.length - 1) {
            left /= 1000;
            unit++;
        }
        if (unit == 0 && left == Math.rint(left)) {
            return String.format(Locale.ROOT, "%.0f", left);
        }
        int whole = Math.abs(left) >= 99.5 ? 3 : Math.abs(left) >= 9.95 ? 2 : 1;
        return String.format(Locale.ROOT, "%." + Math.max(0, digits - whole) + "f%s", left, UNITS[unit]);
    }

    /// A ratio of change, for example `+34 %`; from tenfold on `×12`.
    public static String change(@Nullable Double ratio) {
        if (ratio == null) {
            return ABSENT;
        }
        return ratio >= 9.5
                ? String.format(Locale.ROOT, "×%.0f", ratio + 1)
                : String.format(Locale.ROOT, "%+.0f %%", ratio * 100);
    }

    /// A number with this many decimals.
    public static String decimal(@Nullable Double value, int places) {
        return value == null ? ABSENT : String.format(Locale.ROOT, "%." + places + "f", value);
    }
}
