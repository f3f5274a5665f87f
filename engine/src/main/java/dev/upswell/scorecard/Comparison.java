package dev.upswell.scorecard;

/// What two weightings make of the same creator. That one gives more points says nothing of which is right: that is asked of revenue.
///
/// @param weighted by the one
/// @param beside by the other
/// @param revenue the first tier by the one
/// @param revenueBeside the first tier by the other
public record Comparison(double weighted, double beside, double revenue, double revenueBeside) {

    /// Compares two weightings of one scorecard; of a card of which nothing is known all is 0.
    public static Comparison of(Scorecard card, Weighting other) {
        Scorecard beside = card.with(other);
        return new Comparison(card.overall().orElse(0), beside.overall().orElse(0),
                card.of(Tier.REVENUE).orElse(0), beside.of(Tier.REVENUE).orElse(0));
    }

    /// Points that the one gives more.
    public double difference() {
        return weighted - beside;
    }

    /// The difference in percent of the other; 0 where the other gives none.
    public double percent() {
        return beside == 0 ? 0 : 100 * difference() / beside;
    }
}
