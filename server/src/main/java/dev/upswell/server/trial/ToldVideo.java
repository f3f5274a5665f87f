package dev.upswell.server.trial;

import dev.upswell.trial.Arm;
import dev.upswell.trial.Made;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A video of a trial as it was told.
///
/// @param creator handle; null when nobody knows it
/// @param rate engagement rate at seven days; null: stored readings tell it
/// @param made null: its analysis tells it
public record ToldVideo(String id, Arm arm, @Nullable String creator, Instant postedAt, @Nullable Double rate,
        @Nullable Made made, String by, Instant at) {
}
