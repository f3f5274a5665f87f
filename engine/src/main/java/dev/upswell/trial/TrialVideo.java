package dev.upswell.trial;

import dev.upswell.content.EntityId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One video of a trial.
///
/// @param arm what its maker was asked for
/// @param creator whose it is; null where that is unknown: then it is taken for a creator of its own
/// @param engagement at seven days
/// @param made whether it does what the pattern says
public record TrialVideo(EntityId id, Arm arm, @Nullable EntityId creator, Instant postedAt, Engagement engagement,
        Made made) {

    /// Who it is a witness of: its creator, or itself where nobody knows that.
    EntityId witness() {
        return creator == null ? id : creator;
    }

    /// Whether it counts in a comparison.
    public boolean known() {
        return engagement instanceof Engagement.Known;
    }
}
