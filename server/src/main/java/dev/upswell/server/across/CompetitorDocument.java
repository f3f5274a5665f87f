package dev.upswell.server.across;

import dev.upswell.across.Difference;
import dev.upswell.across.HandleReport;
import dev.upswell.across.HashtagUse;
import dev.upswell.across.Share;
import dev.upswell.creative.DurationBucket;
import dev.upswell.learn.Interval;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a competitor does, as commands and answers show it.
///
/// @param videos how many were looked at, the newest
/// @param unknown how many were left out because engagement or the time of posting is unknown, or engagement impossible
/// @param left how many older ones were left out
/// @param mix by length
/// @param hashtags alone, in pairs and in triples, used three times and more
/// @param counts by number of hashtags
/// @param times by weekday and quarter of the day, UTC
/// @param bestCount number of hashtags with the highest mean engagement, of those that ten videos have; null where none has
/// @param bestTime time of posting likewise
/// @param gaps hashtags to adopt that the own account does not use; null where none is named
public record CompetitorDocument(String handle, int videos, int unknown, int left, List<Share> mix,
        List<Hashtags> hashtags, List<Share> counts, List<Share> times, @Nullable String bestCount,
        @Nullable String bestTime, @Nullable List<List<String>> gaps) {

    /// How hashtags are used.
    ///
    /// @param top share of the best fifth of videos that has them, 0 to 1
    /// @param rest share of the others that has them, 0 to 1
    /// @param engagement mean engagement rate of videos with them, a fraction
    /// @param bestLength in which those are most engaged; null with fewer than three of one length
    /// @param lift engagement with over without, less 1; null where fewer than three videos are either
    /// @param q two-sided p-value, adjusted for all hashtags of the account; null as above
    /// @param advice adopt, avoid or undecided
    public record Hashtags(List<String> names, int videos, double top, double rest, double engagement,
            @Nullable String bestLength, @Nullable Double lift, @Nullable Interval interval, @Nullable Double q,
            String advice) {

        static Hashtags of(HashtagUse one) {
            Difference found = one.difference();
            DurationBucket best = one.bestBucket();
            return new Hashtags(one.hashtags(), one.videos(), one.top(), one.rest(), one.engagementRate(),
                    best == null ? null : best.label(), found == null ? null : (Double) found.lift(),
                    found == null ? null : found.interval(), one.q(), one.advice().name().toLowerCase(Locale.ROOT));
        }
    }

    /// What was read.
    public static CompetitorDocument of(Competitors.Rival rival) {
        HandleReport report = rival.report();
        List<HashtagUse> gaps = rival.gaps();
        return new CompetitorDocument(report.handle(), report.videos(), rival.unknown(), report.left(), report.mix(),
                report.uses().map(Hashtags::of).toList(), report.counts(), report.times(),
                report.bestCount().map(Share::name).orElse(null), report.bestTime().map(Share::name).orElse(null),
                gaps == null ? null : gaps.stream().map(HashtagUse::hashtags).toList());
    }
}
