package dev.upswell.timeline;

import dev.upswell.numeric.LowerBound;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The videos that carry one hashtag or sound, in the order in which each was first read, with their creators.
///
/// A carrying video counts from its first reading on, not from its posting: before, nobody could know of it. Creators are
/// numbered in the order in which they were first seen with the entity, so what is seen later renumbers nobody.
///
/// **units** times in whole epoch seconds · **cost** 12 bytes a video
public final class Carriers {

    /// The number of videos whose creator is unknown.
    public static final int UNKNOWN_CREATOR = -1;

    private final long[] times;
    private final int[] creators;

    private Carriers(long[] times, int[] creators) {
        this.times = times;
        this.creators = creators;
    }

    /// One carrying video.
    ///
    /// @param firstSecond when it was first read, in epoch seconds
    /// @param creator who posted it; null where unknown
    public record Carrier(long firstSecond, String video, @Nullable String creator) {
    }

    /// The carriers given in any order.
    public static Carriers of(List<Carrier> carriers) {
        List<Carrier> ordered = carriers.stream()
                .sorted(Comparator.comparingLong(Carrier::firstSecond).thenComparing(Carrier::video)).toList();
        long[] times = new long[ordered.size()];
        int[] creators = new int[ordered.size()];
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < times.length; i++) {
            Carrier carrier = ordered.get(i);
            times[i] = carrier.firstSecond();
            String creator = carrier.creator();
            Integer number = creator == null ? null : numbers.get(creator);
            if (creator != null && number == null) {
                number = numbers.size();
                numbers.put(creator, number);
            }
            creators[i] = number == null ? UNKNOWN_CREATOR : number;
        }
        return new Carriers(times, creators);
    }

    /// What was known at `asOf`: the videos first read at or before it.
    public Carriers until(Instant asOf) {
        int size = countAt(asOf.getEpochSecond());
        return new Carriers(Arrays.copyOf(times, size), Arrays.copyOf(creators, size));
    }

    /// How many videos there are.
    public int size() {
        return times.length;
    }

    /// When video `index` was first read, in epoch seconds.
    public long epochSecondAt(int index) {
        return times[index];
    }

    /// The number of the creator of video `index`; [#UNKNOWN_CREATOR] where it is not known.
    public int creatorAt(int index) {
        return creators[index];
    }

    /// How many videos had been read at this second.
    public int countAt(long epochSecond) {
        return LowerBound.of(times.length, i -> times[i] <= epochSecond);
    }
}
