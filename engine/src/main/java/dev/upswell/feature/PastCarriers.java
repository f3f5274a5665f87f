package dev.upswell.feature;

import dev.upswell.timeline.Carriers;
import java.time.Instant;

/// All that feature code may see of the videos that carry an entity: those first read at or before the cut.
public final class PastCarriers {

    private final Carriers carriers;
    private final int size;
    private final long cutSecond;

    private PastCarriers(Carriers carriers, int size, long cutSecond) {
        this.carriers = carriers;
        this.size = size;
        this.cutSecond = cutSecond;
    }

    /// What of these carriers was known at the cut.
    public static PastCarriers asOf(Carriers carriers, Instant cut) {
        long second = cut.getEpochSecond();
        return new PastCarriers(carriers, carriers.countAt(second), second);
    }

    /// How many videos had been read at the cut.
    public int size() {
        return size;
    }

    /// The cut in epoch seconds.
    public long cutSecond() {
        return cutSecond;
    }

    /// How many videos had been read at this second and the cut.
    public int countAt(long epochSecond) {
        return Math.min(carriers.countAt(epochSecond), size);
    }

    /// The number of the creator of video `index`, in the order of first reading; negative where it is not known.
    public int creatorAt(int index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("carrying video (" + index + ") must be one of the " + size
                    + " known at the cut\nMaybe the code looks ahead.");
        }
        return carriers.creatorAt(index);
    }
}
