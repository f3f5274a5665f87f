package dev.upswell.server.fyp;

import dev.upswell.fyp.FypMetric;
import java.util.Locale;

/// How measures read in English sentences that are kept.
final class MetricText {

    private MetricText() {
    }

    static String name(FypMetric metric) {
        return switch (metric) {
            case V15 -> "views per minute over the first 15 minutes";
            case V60 -> "views per minute over the first hour";
            case V24 -> "views per minute over the first day";
            case COMPLETION_RATE -> "completion";
            case DROP_0_3S -> "loss in the first 3 seconds";
            case DROP_3_5S -> "loss between 3 and 5 seconds";
            case ENGAGEMENT_RATE -> "engagement";
            case SHARE_RATIO -> "shares by views";
            case CTR_PROFILE -> "visits of the profile by views";
            case CTR_LINK -> "clicks on the link by views";
            case FOLLOW_CONVERSION -> "new followers by views";
            case TREND -> "match with what trends";
            case TIMING -> "slot of posting";
            case CONSISTENCY -> "evenness of posting";
            case REWATCH_RATIO -> "views beyond the first of a person";
        };
    }

    /// A value with its unit, such as `12.0 views/min` or `4.2 %`.
    static String value(FypMetric metric, double value) {
        return switch (metric.unit()) {
            case PER_MINUTE -> String.format(Locale.ROOT, value < 100 ? "%,.1f views/min" : "%,.0f views/min", value);
            case SHARE -> String.format(Locale.ROOT, "%.1f %%", 100 * value);
            case POINTS -> String.format(Locale.ROOT, "%.1f of 100", value);
        };
    }
}
