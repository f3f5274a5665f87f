package dev.upswell.server.quality;

import dev.upswell.quality.Finding;
import dev.upswell.quality.GateRule;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Values of rules as people read them.
public final class Values {

    private static final double PERCENT = 100;

    private Values() {
    }

    /// What a rule measured, such as `7.2 %` or `12 min`; a dash where there was nothing to measure.
    public static String text(Finding finding) {
        return text(finding.rule(), finding.value());
    }

    /// The same of any value of a rule.
    public static String text(GateRule rule, @Nullable Double value) {
        if (value == null) {
            return "–";
        }
        return switch (rule.unit()) {
            case SHARE -> trimmed(value * PERCENT) + " %";
            case MINUTES -> trimmed(value) + " min";
            case TIMES -> trimmed(value) + " times";
            case FIELDS -> trimmed(value) + (value == 1 ? " field" : " fields");
        };
    }

    private static String trimmed(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
