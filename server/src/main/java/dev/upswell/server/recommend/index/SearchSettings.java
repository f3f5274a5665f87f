package dev.upswell.server.recommend.index;

/// How much a search looks at.
///
/// @param breadth how many of the nearest videos a search by a vector keeps in view on its way; more finds more of the nearest and takes
///         longer, from 1
/// @param mostTerms how many terms are looked for at most, the heaviest first, from 1
public record SearchSettings(int breadth, int mostTerms) {

    /// Settled by measuring a million videos: docs/decisions/079-retrieval-and-ranking.md.
    public static final SearchSettings USUAL = new SearchSettings(300, 32);

    public SearchSettings {
        if (breadth < 1 || mostTerms < 1 || mostTerms > 1_000) {
            throw new IllegalArgumentException("search (breadth " + breadth + ", " + mostTerms
                    + " terms) must look at something, and at no more than 1000 terms\nMaybe the two are exchanged.");
        }
    }
}
