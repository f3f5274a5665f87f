package dev.upswell.forecast.reach;

import dev.upswell.content.EntityId;
import dev.upswell.numeric.Quantiles;
import dev.upswell.timeline.CounterSeries;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What the creator's earlier videos reached, as far as that was known.
final class CreatorBlock implements ReachBlock {

    private static final int RECENT = 20;
    private static final int LATEST = 5;
    private static final long DAY = 24 * 3600;
    private static final long FOLLOWERS_MAX_AGE = 30 * DAY;
    private static final String NO_OUTCOME = "missing until the outcome of an earlier video of the creator is known";
    private static final String LOG_VIEWS = "log10 views";

    @Override
    public List<ReachFeature> features() {
        return List.of(feature("creator_known_videos", "count", "never missing",
                "earlier videos of the creator whose outcome was known, at most 20"),
                feature("creator_median", LOG_VIEWS, NO_OUTCOME, "median of what the creator's last 20 videos reached"),
                feature("creator_recent_mean", LOG_VIEWS, NO_OUTCOME, "mean of what the last 5 reached"),
                feature("creator_last", LOG_VIEWS, NO_OUTCOME, "what the last one reached"),
                feature("creator_best", LOG_VIEWS, NO_OUTCOME, "the best of the last 20"),
                feature("creator_spread", LOG_VIEWS, "missing until two outcomes are known",
                        "distance of the quartiles of the last 20"),
                feature("creator_hours_since_post", "hours", "missing without an earlier video",
                        "time since the creator's previous video was first seen"),
                feature("creator_posts_7d", "count", "missing when the creator is unknown",
                        "videos of the creator first seen in the last 7 days"),
                feature("creator_followers", "log10 followers", "missing without a reading of the last 30 days",
                        "followers of the creator"));
    }

    private static ReachFeature feature(String name, String unit, String missing, String meaning) {
        return new ReachFeature(name, ReachFeature.Topic.CREATOR, unit, missing, meaning);
    }

    @Override
    public void fill(ReachMoment moment, float[] row, int offset) {
        Arrays.fill(row, offset, offset + features().size(), Float.NaN);
        row[offset] = 0;
        EntityId creator = moment.video().creator();
        if (creator == null) {
            return;
        }
        double[] known = moment.archive().outcomesOf(creator).latest(RECENT, moment.now());
        row[offset] = known.length;
        if (known.length > 0) {
            fillKnown(known, row, offset + 1);
        }
        // The instant of posting is the same at every stage, so that the video itself never counts as an earlier one.
        long posted = moment.createdAt();
        moment.archive().lastUse(creator, posted)
                .ifPresent(last -> row[offset + 6] = (float) ((posted - last) / 3600.0));
        row[offset + 7] = moment.archive().uses(creator, posted - 7 * DAY, posted - 1);
        followers(moment, creator).ifPresent(count -> row[offset + 8] = (float) Math.log10(1 + count));
    }

    private static void fillKnown(double[] known, float[] row, int offset) {
        double[] latest = Arrays.copyOfRange(known, Math.max(0, known.length - LATEST), known.length);
        double last = known[known.length - 1];
        double[] sorted = known.clone();
        Arrays.sort(sorted);
        row[offset] = (float) Quantiles.ofSorted(sorted, 0.5);
        row[offset + 1] = (float) Arrays.stream(latest).average().orElseThrow();
        row[offset + 2] = (float) last;
        row[offset + 3] = (float) sorted[sorted.length - 1];
        if (sorted.length > 1) {
            row[offset + 4] = (float) (Quantiles.ofSorted(sorted, 0.75) - Quantiles.ofSorted(sorted, 0.25));
        }
    }

    private static Optional<Double> followers(ReachMoment moment, EntityId creator) {
        Optional<CounterSeries> series = moment.archive().followers(creator);
        if (series.isEmpty()) {
            return Optional.empty();
        }
        int index = series.get().lastIndexAt(moment.now());
        return index < 0 || moment.now() - series.get().epochSecondAt(index) > FOLLOWERS_MAX_AGE
                ? Optional.empty()
                : Optional.of((double) series.get().valueAt(index));
    }
}
