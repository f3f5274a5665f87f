package dev.upswell.server.collect.pipeline;

import dev.upswell.server.store.StagedFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A chunk after what is known already was taken out, with its files written and not yet visible.
///
/// @param storedRows rows of the file that say something new
/// @param observations new readings
/// @param sources the sources of new readings and their latest time
/// @param heldRows rows of the file of which something was set aside by a quality gate
/// @param comparedTo place of the last file in the lake that it was compared with
record StagedChunk(Chunk chunk, long storedRows, long observations, List<StagedFile> files, List<TouchedEntity> touched,
        Map<String, Instant> sources, long heldRows, long comparedTo) {

    long duplicateRows() {
        return chunk.mapped() - storedRows - heldRows;
    }
}
