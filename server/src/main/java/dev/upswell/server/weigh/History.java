package dev.upswell.server.weigh;

import dev.upswell.weigh.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can be learnt from: what was known of creators at the ends of periods, with the revenue of the next.
///
/// @param outcomes whose periods are places among those of the extent
public record History(List<Outcome> outcomes, Extent extent) {

    public History {
        outcomes = List.copyOf(outcomes);
    }

    /// How much there is.
    ///
    /// @param periods by time: the days on which they end, or as a file writes them
    /// @param currency of orders; null where revenue was told only, or comes from a file
    /// @param withoutRevenue scorecards of creators whose next revenue is not known
    /// @param otherCurrency outcomes that were left out because their revenue is in another currency
    public record Extent(int outcomes, int creators, List<String> periods, @Nullable String currency,
            int withoutRevenue, int otherCurrency) {

        public Extent {
            periods = List.copyOf(periods);
        }

        /// A period as it is written.
        public String period(int number) {
            return periods.get(number);
        }
    }
}
