package dev.upswell.server.trial;

import dev.upswell.creative.CreativeVector;
import java.util.Collection;
import java.util.Map;

/// What is known of how videos were made.
@FunctionalInterface
public interface AnalysedVideos {

    /// No video was analysed: whether videos did as asked is known only where somebody tells it.
    AnalysedVideos NONE = ids -> Map.of();

    /// The features of those of these videos that were analysed, by id.
    Map<String, CreativeVector> find(Collection<String> ids);
}
