package dev.upswell.brief.audience;

import dev.upswell.creative.DurationBucket;
import dev.upswell.pattern.BucketAnalysis;
import dev.upswell.pattern.PatternAnalysis;

/// What videos of one length leave untold, and how many more would tell it.
record Missing(PatternAnalysis analysis, Voice voice) {

    private static final int LEAST = 20;

    /// Of a bucket: too few to look, or looked at and nothing confirmed.
    String text(DurationBucket bucket) {
        return text(bucket, "missing.none");
    }

    /// The same of one strategy, beside which others may be confirmed.
    String ofStrategy(DurationBucket bucket) {
        return text(bucket, "missing.none.here");
    }

    private String text(DurationBucket bucket, String none) {
        int videos = analysis.find(bucket).map(found -> found.figures().videos()).orElse(0);
        String length = voice.bucket(bucket);
        MoreVideos needed = MoreVideos.beyond(videos, analysis.tested());
        if (analysis.find(bucket).map(BucketAnalysis::depth)
                .orElse(BucketAnalysis.Depth.INSUFFICIENT) == BucketAnalysis.Depth.INSUFFICIENT) {
            return voice.say("missing.few", voice.count("videos", videos), length,
                    voice.numbers().whole(LEAST - (long) videos), voice.numbers().whole(LEAST));
        }
        return Voice.together(voice.say(none, voice.count("videos", videos), length),
                voice.say("missing.more", voice.numbers().whole(needed.more()),
                        voice.numbers().number(needed.effect())));
    }
}
