package dev.upswell.fyp;

import dev.upswell.content.EntityId;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// What was measured of a video when it reached a mark. A measure that is not there was not known then.
///
/// @param postedAt when the video was posted; the mark is counted from here
/// @param values without [FypMetric#TIMING], which follows from scores of earlier videos
public record MarkValues(EntityId video, Mark mark, Instant postedAt, Map<FypMetric, Double> values) {

    public MarkValues {
        for (Map.Entry<FypMetric, Double> one : values.entrySet()) {
            if (!(one.getValue() >= 0 && one.getValue() < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(one.getKey().word() + " (" + one.getValue()
                        + ") must be a number of at least 0\nMaybe leave out what is not known.");
            }
        }
        values = values.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(values));
    }

    /// When the video reached the mark: nothing observed later counts.
    public Instant asOf() {
        return mark.of(postedAt);
    }

    /// Its name among all marks of all videos.
    public Key key() {
        return new Key(asOf(), video, mark);
    }

    /// The place of a mark in time; videos that reach one at the same instant stand by their ids.
    public record Key(Instant asOf, EntityId video, Mark mark) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int byTime = asOf.compareTo(other.asOf);
            int byVideo = byTime != 0 ? byTime : video.compareTo(other.video);
            return byVideo != 0 ? byVideo : mark.compareTo(other.mark);
        }
    }
}
