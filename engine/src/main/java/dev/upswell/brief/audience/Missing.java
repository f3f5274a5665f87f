package dev.upswell.brief.audience;

import dev.upswell.creative.DurationBucket;
import dev.upswell.pattern.BucketAnalysis;
import dev.upswell.pattern.PatternAnalysis;
import dev.upswell.pattern.SearchSettings;

/// What videos of one length leave untold, and for those who read of power how many more would tell it.
record Missing(PatternAnalysis analysis, Voice voice) {

    private static final int LEAST = 20;

    /// Of all lengths: how many choices were tried in vain, then what the length leaves untold that is worth most.
    String text() {
        boolean few = analysis.buckets().stream()
                .allMatch(bucket -> bucket.depth() == BucketAnalysis.Depth.INSUFFICIENT);
        String tried = analysis.tested() > 0
                ? voice.count("missing.tried", analysis.tested())
                : few ? voice.say("missing.few.all", voice.numbers().whole(LEAST)) : "";
        return Ranking.focus(analysis).map(bucket -> Voice.together(tried, text(bucket)))
                .orElse(voice.say("missing.videos"));
    }

    /// Of a bucket: too few to look, or looked at and nothing confirmed.
    String text(DurationBucket bucket) {
        return text(bucket, "missing.none");
    }

    /// The same of one strategy, beside which others may be confirmed.
    String ofStrategy(DurationBucket bucket) {
        return text(bucket, "missing.none.here");
    }

    /// How many tests there are at most, of all lengths that have videos enough, and at least of one.
    static int tests(PatternAnalysis analysis) {
        long searched = analysis.buckets().stream().filter(each -> each.depth() != BucketAnalysis.Depth.INSUFFICIENT)
                .count();
        return (int) Math.max(1, searched) * SearchSettings.USUAL.tests();
    }

    private String text(DurationBucket bucket, String none) {
        int videos = analysis.find(bucket).map(found -> found.figures().videos()).orElse(0);
        String length = voice.lasting(bucket);
        MoreVideos needed = MoreVideos.beyond(videos, tests(analysis));
        if (analysis.find(bucket).map(BucketAnalysis::depth)
                .orElse(BucketAnalysis.Depth.INSUFFICIENT) == BucketAnalysis.Depth.INSUFFICIENT) {
            return voice.say("missing.few", voice.count("videos", videos), length,
                    voice.numbers().whole(LEAST - (long) videos), voice.numbers().whole(LEAST));
        }
        String said = voice.say(none, voice.count("videos", videos), length);
        if (!voice.audience().reads(Statistic.POWER)) {
            return said;
        }
        String effect = voice.numbers().number(needed.effect());
        return Voice.together(said, needed.more() == 0
                ? voice.say("missing.enough", effect)
                : voice.ofLength("missing.more", bucket, voice.numbers().whole(needed.more()), effect));
    }
}
