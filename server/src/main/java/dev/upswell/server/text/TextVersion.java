package dev.upswell.server.text;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was learnt from captions once.
///
/// @param terms words, hashtags and pieces of them; 0 where the sentence model stands alone
/// @param sentenceModel null where none loads
/// @param artefactSha256 of what was learnt, in hex
public record TextVersion(UUID id, Instant madeAt, int captions, int terms, @Nullable String sentenceModel, long seed,
        String datasetHash, String codeVersion, String artefactSha256, boolean serving) {
}
