package dev.upswell.brief;

import dev.upswell.content.EntityId;
import dev.upswell.pattern.PatternAnalysis;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Everything a document is written from: no number of it comes from elsewhere.
///
/// @param looked what of the videos was known
/// @param links addresses of example videos; those without one are named by their id
/// @param industry what is usual, for comparison; null where none was chosen
/// @param transfer what holds across hashtags; null where one hashtag was analysed
public record Material(Assignment assignment, PatternAnalysis analysis, Selection selection, Looked looked,
        Map<EntityId, URI> links, @Nullable Industry industry, @Nullable Transfer transfer) {

    public Material {
        links = Map.copyOf(links);
    }
}
