package dev.upswell.brief;

import dev.upswell.creative.DurationBucket;
import dev.upswell.learn.Interval;
import dev.upswell.pattern.Choice;
import org.jspecify.annotations.Nullable;

/// What came of a choice when creators were asked for it, beside videos as usual.
///
/// @param choice what was asked for
/// @param bucket for videos of which length
/// @param outcome as it stood when the trial ended
/// @param lift how much more engagement the videos that were asked for had: 0.25 is a quarter more; null where nothing could be compared
/// @param interval holds the true lift at all looks at once in 95 of 100 trials; null where so few videos exclude nothing
/// @param asked videos that were asked for and whose engagement is known
/// @param usual videos as usual, likewise
public record FieldTrial(Choice choice, DurationBucket bucket, Outcome outcome, @Nullable Double lift,
        @Nullable Interval interval, int asked, int usual) {

    /// What a trial says, the surest first.
    public enum Outcome {
        /// The pattern held.
        VALIDATED,
        /// It brings too little.
        REJECTED,
        /// Its videos tell neither.
        OPEN
    }

    /// Whether it tried this choice: the same feature on the same side, in videos of this length. Thresholds may differ.
    public boolean tried(Choice other, DurationBucket length) {
        return bucket == length && choice.feature().equals(other.feature()) && choice.side() == other.side();
    }
}
