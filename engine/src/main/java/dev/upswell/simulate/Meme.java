package dev.upswell.simulate;

import dev.upswell.content.EntityKind;

/// A hashtag or a sound of the simulated world: what creators imitate.
///
/// @param id its identity in the product's files
/// @param name how it is displayed
/// @param contagion how it spreads
/// @param provider who reads its counters
/// @param purge when moderation takes views away; a purge that never happens has a share of 0
/// @param initialViews views when the world starts
/// @param initialPosts posts when the world starts
record Meme(EntityKind kind, String id, String name, Topic topic, Contagion contagion, Provider provider, Purge purge,
        long initialViews, long initialPosts) {

    /// A single fall of a counter.
    ///
    /// @param share share of the views taken away, in [0, 1)
    record Purge(long epochSecond, double share) {

        static final Purge NEVER = new Purge(Long.MAX_VALUE, 0);
    }

    Spread spread() {
        return new Spread(contagion, initialViews, initialPosts);
    }

    /// Whether its views are bought now and then.
    boolean isBoosted() {
        return contagion.boostsPerHour() > 0;
    }

    boolean isDying() {
        return contagion.fadePerHour() > 0;
    }
}
