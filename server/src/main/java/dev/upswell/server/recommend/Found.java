package dev.upswell.server.recommend;

import org.jspecify.annotations.Nullable;

/// A video that was found.
///
/// @param creator handle; null when nobody told
/// @param ranked sum of 1 / (60 + place) over the lists it stands in; higher is better
/// @param byVectors in how many lists of vectors it stands
/// @param byTerms whether its words were looked for
/// @param vector of its caption at length 1; null where it says nothing
public record Found(String video, @Nullable String creator, double ranked, int byVectors, boolean byTerms,
        float @Nullable [] vector) {
}
