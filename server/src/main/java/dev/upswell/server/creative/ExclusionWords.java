package dev.upswell.server.creative;

import dev.upswell.pattern.select.Exclusion;

/// Why videos are left out, in English, to follow a number: what commands and refusals say.
public final class ExclusionWords {

    private ExclusionWords() {
    }

    /// For example `with too few views`.
    public static String of(Exclusion why) {
        return switch (why) {
            case DUPLICATE -> "that stand there twice";
            case LENGTH_UNKNOWN -> "without a known length";
            case TOO_LONG -> "longer than 120 seconds";
            case TIME_UNKNOWN -> "without a known day";
            case TOO_EARLY -> "posted before the range";
            case TOO_LATE -> "posted after the range";
            case NOT_COLLECTED -> "beyond those that are looked at";
            case COUNTS_UNKNOWN -> "without known views, likes, comments or shares";
            case FEW_VIEWS -> "with too few views";
            case LITTLE_ENGAGEMENT -> "with too little engagement";
            case IMPOSSIBLE -> "with more reactions than views";
            case OUTLIER -> "far below the others of their length";
            case NOT_DRAWN -> "neither best nor drawn";
        };
    }
}
