package dev.upswell.weigh;

/// Why a history is too small to learn weights from.
///
/// @param there what it has
/// @param needed what it needs at least
public record Lack(What what, int there, int needed) {

    /// Of what there is too little.
    public enum What {
        /// Periods: those that judge, and three to learn from.
        PERIODS,
        /// Creators in the periods that are learnt from.
        CREATORS,
        /// Creators in the periods that judge.
        JUDGED_CREATORS,
        /// Outcomes in the periods that are learnt from.
        OUTCOMES,
        /// Different revenues among those outcomes.
        REVENUES,
        /// Indicators that are known in a tenth of those outcomes and that the rule for tiers can use.
        INDICATORS
    }
}
