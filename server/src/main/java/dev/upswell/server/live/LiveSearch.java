package dev.upswell.server.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asks a provider for videos by words, for somebody who waits; what comes is stored like every page.
///
/// A query that was put is not put again for a while, also where a kill cut its answer off. It is put once, without a second try: somebody
/// waits, and the next search may try again.
public interface LiveSearch {

    /// What is searched for.
    ///
    /// @param source which provider; empty for the first that can be searched and has a key
    /// @param queries words, each put by itself
    /// @param videos how many of an answer count at most, from 1
    /// @param share percent of what is left of a day's or a month's budget that this search may spend at most, 1 to 100; of one request where
    /// the share is less
    /// @param fresh how long an answer serves
    /// @param patience how long answers are waited for; later ones are kept for the next search
    record Wish(String source, List<String> queries, int videos, int share, Duration fresh, Duration patience) {

        public Wish {
            queries = List.copyOf(queries);
            if (share < 1 || share > 100) {
                throw new IllegalArgumentException(
                        "share of a budget (" + share + " percent) must be 1 to 100\nMaybe it was told from 0 to 1.");
            }
            if (videos < 1) {
                throw new IllegalArgumentException(
                        "videos of an answer (" + videos + ") must be 1 or more\nMaybe search for nothing instead.");
            }
        }
    }

    /// What a search brought.
    ///
    /// @param source that was meant; null where none can be searched
    /// @param answers one a query, in their order
    record Found(@Nullable String source, List<Answered> answers) {

        public Found {
            answers = List.copyOf(answers);
        }
    }

    /// What became of a query.
    ///
    /// @param source under which its readings are kept, of a sandbox `sim-…`; null where nothing was told
    /// @param at when it was told; null where nothing was
    /// @param videos ids, in the order of the provider
    /// @param detail why nothing was told, in words; null where something was
    record Answered(String query, State state, @Nullable String source, @Nullable Instant at, List<String> videos,
            @Nullable String detail) {

        public Answered {
            videos = List.copyOf(videos);
        }

        /// A query to which nothing was told.
        public static Answered without(String query, State state, @Nullable String detail) {
            return new Answered(query, state, null, null, List.of(), detail);
        }
    }

    /// What became of a query, in a word.
    enum State {
        /// It was put now and answered.
        ASKED,
        /// It was answered a while ago; that serves.
        KEPT,
        /// The terms do not allow it.
        DENIED,
        /// What may be spent is spent.
        SPENT,
        /// What this search may spend is spent; the rest is left for others.
        SPARED,
        /// The database was away, so that nobody knew what may be spent: it was not put.
        AWAY,
        /// The provider refused, failed or was not there, now or a moment ago.
        FAILED,
        /// No answer came in time.
        LATE
    }

    /// Searches, and stores what was told before it comes back, where that takes no longer than what is left of the patience and a fifth of
    /// it; else storing goes on behind it.
    ///
    /// **errors** `StoreException` where the database is away before anything is asked · **cost** the time of the provider, four queries at a
    /// time, at most the patience that is wished; then some 0.2 s for storing, at most a fifth of the patience
    Found find(Wish wish);
}
