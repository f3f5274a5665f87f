package dev.upswell.forecast.reach;

import dev.upswell.content.EntityId;
import java.util.List;
import java.util.Optional;

/// How other videos did with the same hashtags and sound, and how many there were.
///
/// Means of few outcomes are drawn toward what videos in general reached, as by five outcomes.
final class SubjectBlock implements ReachBlock {

    private static final long DAY = 24 * 3600;
    private static final double PRIOR_WEIGHT = 5;
    private static final String NO_HASHTAG = "missing without a hashtag";
    private static final String NO_SOUND = "missing without a sound";

    @Override
    public List<ReachFeature> features() {
        return List.of(feature("hashtag_count", "count", "never missing", "hashtags of the video"),
                feature("hashtag_mean_reach", "log10 ratio", NO_HASHTAG,
                        "what videos with its hashtags reached in 30 days, against all videos, mean of its hashtags"),
                feature("hashtag_best_reach", "log10 ratio", NO_HASHTAG, "the same of its best hashtag"),
                feature("hashtag_videos_24h", "count", NO_HASHTAG,
                        "videos with its most used hashtag first seen in the last 24 hours"),
                feature("hashtag_videos_pace", "ratio", NO_HASHTAG,
                        "those of the last 24 hours over the daily mean of the last 7 days, of its most used hashtag"),
                feature("sound_mean_reach", "log10 ratio", NO_SOUND,
                        "what videos with its sound reached in 30 days, against all videos"),
                feature("sound_videos_24h", "count", NO_SOUND,
                        "videos with its sound first seen in the last 24 hours"));
    }

    private static ReachFeature feature(String name, String unit, String missing, String meaning) {
        return new ReachFeature(name, ReachFeature.Topic.SUBJECT, unit, missing, meaning);
    }

    @Override
    public void fill(ReachMoment moment, float[] row, int offset) {
        List<EntityId> hashtags = moment.video().hashtags().stream().distinct().toList();
        row[offset] = hashtags.size();
        for (int i = 1; i < 7; i++) {
            row[offset + i] = Float.NaN;
        }
        if (!hashtags.isEmpty()) {
            fillHashtags(moment, hashtags, row, offset + 1);
        }
        Optional.ofNullable(moment.video().sound()).ifPresent(sound -> {
            row[offset + 5] = (float) lift(moment, sound);
            row[offset + 6] = uses(moment, sound, 1);
        });
    }

    private static void fillHashtags(ReachMoment moment, List<EntityId> hashtags, float[] row, int offset) {
        double sum = 0;
        double best = Double.NEGATIVE_INFINITY;
        int today = 0;
        int week = 0;
        for (EntityId hashtag : hashtags) {
            double lift = lift(moment, hashtag);
            sum += lift;
            best = Math.max(best, lift);
            if (uses(moment, hashtag, 7) >= week) {
                week = uses(moment, hashtag, 7);
                today = Math.max(today, uses(moment, hashtag, 1));
            }
        }
        row[offset] = (float) (sum / hashtags.size());
        row[offset + 1] = (float) best;
        row[offset + 2] = today;
        row[offset + 3] = (float) ((today + 1) / (week / 7.0 + 1));
    }

    private static double lift(ReachMoment moment, EntityId subject) {
        double usual = moment.market().median();
        return moment.archive().outcomesOf(subject).shrunkMean(moment.now() - 30 * DAY, moment.now(), usual,
                PRIOR_WEIGHT) - usual;
    }

    private static int uses(ReachMoment moment, EntityId subject, int days) {
        return moment.archive().uses(subject, moment.createdAt() - days * DAY, moment.createdAt() - 1);
    }
}
