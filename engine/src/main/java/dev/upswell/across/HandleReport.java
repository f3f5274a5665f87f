package dev.upswell.across;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a handle does and what goes with engagement there: one account's habits, seen and not tried, so that they suggest and prove nothing.
///
/// @param videos how many were looked at, at most 500, the newest
/// @param left how many older ones were left out
/// @param mix by length; those of unknown length and above 120 s are a part of their own
/// @param hashtags used three times and more, the best engaged first
/// @param together pairs and triples used three times and more, the best engaged first
/// @param counts by number of hashtags
/// @param times by weekday and quarter of the day, UTC
public record HandleReport(String handle, int videos, int left, List<Share> mix, List<HashtagUse> hashtags,
        List<HashtagUse> together, List<Share> counts, List<Share> times) {

    private static final int ENOUGH = 10;

    public HandleReport {
        mix = List.copyOf(mix);
        hashtags = List.copyOf(hashtags);
        together = List.copyOf(together);
        counts = List.copyOf(counts);
        times = List.copyOf(times);
    }

    /// Hashtags alone, then together.
    public Stream<HashtagUse> uses() {
        return Stream.concat(hashtags.stream(), together.stream());
    }

    /// Hashtags, alone or together, that are to be adopted or avoided.
    public List<HashtagUse> advised(HashtagUse.Advice advice) {
        return uses().filter(one -> one.advice() == advice).toList();
    }

    /// The number of hashtags with the highest mean engagement, of those that ten videos have; empty where none has.
    public Optional<Share> bestCount() {
        return best(counts);
    }

    /// The time of posting with the highest mean engagement, of those that ten videos have; empty where none has.
    public Optional<Share> bestTime() {
        return best(times);
    }

    private static Optional<Share> best(List<Share> parts) {
        return parts.stream().filter(part -> part.videos() >= ENOUGH)
                .max((one, other) -> Double.compare(one.engagementRate(), other.engagementRate()));
    }

    /// Hashtags that this handle should adopt from another, which it does not use itself, the best engaged there first.
    public List<HashtagUse> missing(HandleReport other) {
        List<String> own = hashtags.stream().flatMap(one -> one.hashtags().stream()).toList();
        return other.hashtags.stream().filter(one -> one.advice() == HashtagUse.Advice.ADOPT)
                .filter(one -> !own.containsAll(one.hashtags())).toList();
    }
}
