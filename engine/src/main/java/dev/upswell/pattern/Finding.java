package dev.upswell.pattern;

import dev.upswell.content.EntityId;
import java.util.List;

/// A choice that goes with engagement, or, as an anti-pattern, with the lack of it, in one bucket.
///
/// @param good true for a pattern, false for an anti-pattern
/// @param proxies choices so correlated with it (above 0.7) that either may be the cause
/// @param examples videos that do so, the best engaged first for a pattern and the worst for an anti-pattern; at most five
public record Finding(Choice choice, boolean good, Label label, Evidence evidence, List<Choice> proxies,
        List<EntityId> examples) {

    public Finding {
        proxies = List.copyOf(proxies);
        examples = List.copyOf(examples);
    }

    /// The same with another label.
    Finding with(Label another) {
        return new Finding(choice, good, another, evidence, proxies, examples);
    }

    /// How much more frequent it is where it belongs than in the middle tier, in percentage points: in the top tier for a pattern, in
    /// the bottom tier for an anti-pattern.
    public double differential() {
        return 100 * (frequency() - evidence.middle());
    }

    /// Share of the top tier that does so; for an anti-pattern of the bottom tier.
    public double frequency() {
        return good ? evidence.top() : evidence.bottom();
    }

    /// Points for the label, 0 to 5: difference of tiers above 40, more than half of its tier, p below 0.01, confirmed in several buckets,
    /// lift above 2.
    int points(boolean several) {
        return (differential() > 40 ? 1 : 0) + (frequency() > .5 ? 1 : 0)
                + (evidence.p() != null && evidence.p() < .01 ? 1 : 0) + (several ? 1 : 0)
                + (evidence.tierLift() != null && evidence.tierLift() > 2 ? 1 : 0);
    }
}
