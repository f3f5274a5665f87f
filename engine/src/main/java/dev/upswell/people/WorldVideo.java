package dev.upswell.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A video of this world: what anybody sees of it, and the truth about it.
///
/// @param number its place by time of posting, from 0
public record WorldVideo(int number, Shown shown, Made made) {

    private static final long HOUR = 3_600;
    private static final long[] READ_AT = {6 * HOUR, 24 * HOUR, 48 * HOUR, 96 * HOUR, 192 * HOUR, 384 * HOUR,
            768 * HOUR, 1536 * HOUR};

    /// What a platform shows of it.
    ///
    /// @param createdAt epoch second of its posting
    /// @param caption with its hashtags, as people write them
    public record Shown(String id, long createdAt, String creator, String sound, List<String> hashtags, int seconds,
            String caption) {
        public Shown {
            hashtags = List.copyOf(hashtags);
        }
    }

    /// What its counters show, cumulative.
    public record Counted(long views, long likes, long comments, long shares, long saves) {
    }

    /// The truth about it, which no file of the product holds.
    ///
    /// @param second another subject it is about, or -1 when it has one only
    /// @param quality in deviations, 0 in the mean
    /// @param deletedAt epoch second from which on it is gone, or `Long.MAX_VALUE`
    record Made(int poster, int subject, int second, Form form, Tongue tongue, double quality, boolean misleading,
            long deletedAt, Spread spread) {
    }

    /// Whether it can be watched at this epoch second.
    public boolean isAlive(long at) {
        return shown.createdAt() < at && at < made.deletedAt();
    }

    /// Its counters as they were read last at or before this epoch second; none before it is six hours old.
    public @Nullable Counted known(long at) {
        long last = -1;
        for (long age : READ_AT) {
            if (shown.createdAt() + age <= at && shown.createdAt() + age < made.deletedAt()) {
                last = age;
            }
        }
        return last < 0 ? null : made.spread().at(last);
    }

    /// The ages at which its counters are read [s].
    static long[] readAt() {
        return READ_AT.clone();
    }
}
