package dev.upswell.trial.advice;

import dev.upswell.content.EntityId;
import dev.upswell.trial.Engagement;

/// A new video of a creator who was given advice.
///
/// @param given pieces of advice that it could have followed, from 1
/// @param implemented how many of them it follows, from 0 to those given
/// @param engagement at seven days
public record AdvisedVideo(EntityId id, EntityId creator, int given, int implemented, Engagement engagement) {

    public AdvisedVideo {
        if (given < 1 || implemented < 0 || implemented > given) {
            throw new IllegalArgumentException("advice (" + implemented + " of " + given
                    + " implemented) must be from 1 given, and not more implemented than given"
                    + "\nMaybe the two are swapped.");
        }
    }

    /// Share of the advice that it follows, 0 to 1.
    public double compliance() {
        return (double) implemented / given;
    }
}
