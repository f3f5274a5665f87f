package dev.upswell.server.contest;

import dev.upswell.server.crowd.CrowdLearning;
import dev.upswell.server.recommend.Recommendations;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What rankers learn from where people did much and reacted to few lists: all that people did, and what would have been known without a part
/// of it.
///
/// @param recommendations asked for when something is learnt, because they are made of rankers themselves
/// @param tried when learning last found too little; null where it did not. One for the process
public record Hindsight(CrowdLearning crowd, Supplier<Recommendations> recommendations,
        AtomicReference<@Nullable Instant> tried) {
}
