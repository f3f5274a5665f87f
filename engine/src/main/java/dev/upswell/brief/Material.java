package dev.upswell.brief;

import dev.upswell.content.EntityId;
import dev.upswell.pattern.PatternAnalysis;
import java.net.URI;
import java.util.Map;

/// Everything a document is written from: no number of it comes from elsewhere.
///
/// @param looked what of the videos was known
/// @param links addresses of example videos; those without one are named by their id
public record Material(Assignment assignment, PatternAnalysis analysis, Selection selection, Looked looked,
        Map<EntityId, URI> links, Beside beside) {

    public Material {
        links = Map.copyOf(links);
    }
}
