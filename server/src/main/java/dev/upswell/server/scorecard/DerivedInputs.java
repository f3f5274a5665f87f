package dev.upswell.server.scorecard;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What can be told of creators from what the store holds of their videos, profiles, orders and ads.
public interface DerivedInputs {

    /// What was known of a creator.
    ///
    /// @param inputs at most one of each
    record Creator(List<KnownInput> inputs, Traits traits) {

        /// Nothing is known.
        public static final Creator UNKNOWN = new Creator(List.of(), Traits.NONE);

        public Creator {
            inputs = List.copyOf(inputs);
        }
    }

    /// What was known at this instant, by handle; nothing that was told later counts.
    ///
    /// @param ads which ads are whose: `*` for all, an advertiser's account, or how their names begin
    Map<String, Creator> at(Instant asOf, Map<String, String> ads);

    /// When anything of videos, creators, ads or orders was told last until this instant; empty when never.
    Optional<Instant> lastTold(Instant until);
}
