package dev.upswell.quality;

import org.jspecify.annotations.Nullable;

/// From where on a rule warns and blocks.
///
/// **units** those of the rule
///
/// @param warnAbove larger values warn; `null` when the rule never warns
/// @param blockAbove larger values block; `null` when the rule never blocks
/// @param least how many cases must have been looked at before the rule judges, at least 1
public record GateLimit(GateRule rule, @Nullable Double warnAbove, @Nullable Double blockAbove, long least) {

    public GateLimit {
        if (least < 1 || bad(warnAbove) || bad(blockAbove)
                || (warnAbove != null && blockAbove != null && warnAbove > blockAbove)) {
            throw new IllegalArgumentException("limit (" + rule.label() + " " + warnAbove + ", " + blockAbove + ", "
                    + least + ") needs warn from 0 to block, and at least 1 case\nMaybe the two are exchanged.");
        }
    }

    private static boolean bad(@Nullable Double limit) {
        return limit != null && !(limit >= 0 && limit < Double.POSITIVE_INFINITY);
    }

    /// What the rule says of this value, found from so many cases.
    public Verdict verdict(double value, long cases) {
        if (cases < least) {
            return Verdict.UNJUDGED;
        }
        if (blockAbove != null && value > blockAbove) {
            return Verdict.BLOCK;
        }
        return warnAbove != null && value > warnAbove ? Verdict.WARN : Verdict.PASS;
    }
}
