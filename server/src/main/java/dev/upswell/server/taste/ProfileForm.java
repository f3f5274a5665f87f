package dev.upswell.server.taste;

import dev.upswell.server.web.Query;
import org.jspecify.annotations.Nullable;

/// What is asked for when a profile is to be made, from a page or by REST.
///
/// @param ground null for the one that was told before
/// @param taxonomy number of a version; 0 for the newest
public record ProfileForm(@Nullable Ground ground, int taxonomy, String by) {

    private static final int MOST = 1_000_000;

    /// What this query says.
    public static ProfileForm of(Query query, String usualBy) {
        Ground ground = query.oneOf("ground", Ground.WORDS).flatMap(Ground::find).orElse(null);
        int taxonomy = query.number("taxonomy", 1, MOST, 0);
        String by = query.text("by", 100).orElse(usualBy);
        query.done();
        return new ProfileForm(ground, taxonomy, by);
    }

    /// The taxonomy that is meant.
    public KeptTaxonomy taxonomy(Taxonomies taxonomies) {
        return taxonomy == 0 ? taxonomies.latest() : taxonomies.get(taxonomy);
    }
}
