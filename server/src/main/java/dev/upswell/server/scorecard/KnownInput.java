package dev.upswell.server.scorecard;

import dev.upswell.scorecard.Input;
import java.time.Instant;
import java.util.Locale;

/// What is known of one input of a creator, and where it comes from.
///
/// @param from what it was told by (a file, REST), or what it was derived from, in words
/// @param asOf when it held
public record KnownInput(Input input, double value, Origin origin, String from, Instant asOf) {

    /// Where a value comes from.
    public enum Origin {
        /// Somebody told it.
        TOLD,
        /// Readings of videos.
        VIDEOS,
        /// Readings of the profile.
        PROFILE,
        /// Orders of one's own shop.
        ORDERS,
        /// Sales of products as pages of shops tell them.
        SALES,
        /// What owners of videos are told of how these are watched.
        VIEWING,
        /// Results of ads.
        ADS;

        /// The word for it in tables and answers.
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
