package dev.upswell.trial;

import java.time.Duration;
import java.time.Instant;

/// What is known of a video's engagement rate at seven days.
public sealed interface Engagement {

    /// The age at which videos of a trial are compared.
    Duration AGE = Duration.ofDays(7);

    /// It is known.
    ///
    /// @param rate likes, comments and shares over views, above 0 and at most 1
    record Known(double rate) implements Engagement {

        public Known {
            if (!(rate > 0 && rate <= 1)) {
                throw new IllegalArgumentException("engagement rate (" + rate
                        + ") must be above 0 and at most 1\nMaybe it is in percent, or nobody has seen the video.");
            }
        }
    }

    /// The video is younger than seven days: nothing is known, which is not the same as 0.
    ///
    /// @param due when it will be seven days old
    record NotYet(Instant due) implements Engagement {
    }

    /// The video is old enough, but nobody read it at seven days.
    record Unread() implements Engagement {
    }

    /// What counts read at seven days tell.
    ///
    /// A video that was seen and that nobody engaged with counts as half an engagement: a rate of 0 has no logarithm, and says no more than
    /// that the rate is below one in its views.
    ///
    /// @param views above 0
    /// @param engagements likes, comments and shares, from 0
    static Engagement read(long views, long engagements) {
        if (views <= 0 || engagements < 0) {
            throw new IllegalArgumentException("counts (" + views + " views, " + engagements
                    + " engagements) must be views above 0 and engagements from 0\nMaybe they are unknown.");
        }
        return new Known(Math.min(1, Math.max(0.5, engagements) / views));
    }

    /// What is known while no reading is at hand.
    static Engagement unread(Instant postedAt, Instant now) {
        Instant due = postedAt.plus(AGE);
        return due.isAfter(now) ? new NotYet(due) : new Unread();
    }
}
