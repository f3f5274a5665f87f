package dev.upswell.server.fyp;

import dev.upswell.fyp.FypMetric;
import dev.upswell.fyp.FypScore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The score of a video at a day with everything that its owner was told since, beside other videos in the same sense.
///
/// @param toldAt when its owner was told something last, after that day; null when nothing was, and then only other videos
///     can have moved it
public record SettledScore(FypScore score, @Nullable Instant toldAt) {

    /// A measure that is other than it was known at the day.
    ///
    /// @param known as it was known then; null when it was not
    public record Late(FypMetric metric, @Nullable Double known, double settled) {
    }

    /// What was told late: measures whose value is other than in the score as known at a day.
    ///
    /// @param known null when the video had no such score
    public List<Late> late(@Nullable FypScore known) {
        List<Late> late = new ArrayList<>();
        score.parts().forEach((metric, part) -> {
            FypScore.Part before = known == null ? null : known.parts().get(metric);
            Double value = before == null ? null : Double.valueOf(before.value());
            if (metric != FypMetric.TIMING && !Objects.equals(value, part.value())) {
                late.add(new Late(metric, value, part.value()));
            }
        });
        return late;
    }
}
