package dev.upswell.market;

import dev.upswell.scorecard.Input;
import java.util.Map;

/// What may be seen of a creator's period in a simulated market.
///
/// @param period from 0
/// @param inputs that were reported, each within its range
/// @param nextRevenue of the period after it [money], at least 0
public record CreatorPeriod(String creator, int period, Map<Input, Double> inputs, double nextRevenue) {

    public CreatorPeriod {
        inputs = Map.copyOf(inputs);
    }
}
