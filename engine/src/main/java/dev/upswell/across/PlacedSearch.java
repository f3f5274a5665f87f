package dev.upswell.across;

import dev.upswell.across.Hierarchy.Place;

/// A search among the videos of a hashtag, for a client whose industry is known.
public record PlacedSearch(Place place, String client, Searched searched) {
}
