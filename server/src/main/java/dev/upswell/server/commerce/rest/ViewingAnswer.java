package dev.upswell.server.commerce.rest;

import dev.upswell.commerce.VideoViewing;
import dev.upswell.content.Viewing;
import java.time.Instant;
import java.util.List;

/// How a video was known to be watched at a time.
///
/// @param known of each figure the value told last until then; null what nobody told
/// @param history everything told until then, the earliest first
record ViewingAnswer(String video, Instant asOf, Viewing known, List<Told> history) {

    /// What one source told at one time.
    record Told(String source, Instant observedAt, Viewing told) {

        static Told of(VideoViewing fact) {
            return new Told(fact.source(), fact.observedAt(), fact.told());
        }
    }
}
