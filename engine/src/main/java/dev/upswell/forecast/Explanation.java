package dev.upswell.forecast;

import dev.upswell.feature.FeatureDefinition;
import dev.upswell.feature.HashtagFeatures;
import java.util.List;
import java.util.Locale;

/// Says in words, with the numbers, why a prediction is what it is.
public final class Explanation {

    private Explanation() {
    }

    /// One sentence per reason, strongest first.
    public static List<String> sentences(SurgePrediction prediction) {
        return prediction.why().stream().map(Explanation::sentence).toList();
    }

    /// What this feature showed and whether that speaks for or against a surge.
    public static String sentence(FeatureContribution reason) {
        return fact(reason)
                + (reason.logOdds() > 0 ? ", which speaks for a surge." : ", which speaks against a surge.");
    }

    private static String fact(FeatureContribution reason) {
        FeatureDefinition feature = HashtagFeatures.V1.features().get(HashtagFeatures.V1.indexOf(reason.feature()));
        if (reason.value().isEmpty()) {
            return "Not known yet: " + feature.meaning();
        }
        double value = reason.value().getAsDouble();
        return switch (feature.name()) {
            case "growth_24h" -> "Views grew " + times(value) + " against the day before";
            case "growth_7d" -> "Views grew " + times(value) + " against a week ago";
            case "hours_since_step" -> "The shown count last stepped up " + number(value) + " hours ago";
            case "expected_steps_24h" -> "At its recent pace the shown count steps " + number(value)
                    + " times in 24 hours";
            case "day_of_week" -> "It is day " + number(value) + " of the week";
            default -> capital(feature.meaning()) + ": " + shown(feature.unit(), value);
        };
    }

    private static String shown(String unit, double value) {
        return switch (unit) {
            case "log ratio" -> percent(Math.expm1(value));
            case "log ratio per day" -> percent(Math.expm1(value)) + " a day";
            case "fraction" -> percent(value);
            case "log views" -> number(Math.exp(value)) + " views";
            case "count", "ratio" -> number(value);
            default -> number(value) + " " + unit;
        };
    }

    private static String times(double logRatio) {
        double ratio = Math.exp(logRatio);
        return ratio >= 1.5 ? String.format(Locale.ROOT, "%.1f×", ratio) : percent(ratio - 1);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, Math.abs(share) < 0.1 ? "%.1f %%" : "%.0f %%", 100 * share);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.1f" : "%,.0f", value);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
