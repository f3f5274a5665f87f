package dev.upswell.quality;

import org.jspecify.annotations.Nullable;

/// What one rule found in a batch.
///
/// @param value as the rule measures it; `null` when nothing could be looked at
/// @param cases how many were looked at
/// @param failed how many of them failed the rule
/// @param detail what was seen, in words; empty when there is nothing to add
public record Finding(GateRule rule, @Nullable Double value, long cases, long failed, Verdict verdict, String detail) {

    /// A rule that had nothing to look at.
    public static Finding none(GateRule rule) {
        return new Finding(rule, null, 0, 0, Verdict.UNJUDGED, "");
    }

    /// A share of failed cases, judged by this limit.
    static Finding share(GateLimit limit, long failed, long cases, String detail) {
        if (cases == 0) {
            return none(limit.rule());
        }
        double share = (double) failed / cases;
        return new Finding(limit.rule(), share, cases, failed, limit.verdict(share, cases), detail);
    }
}
