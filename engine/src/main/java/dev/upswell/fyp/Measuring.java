package dev.upswell.fyp;

import dev.upswell.content.EntityId;
import dev.upswell.content.Viewing;
import dev.upswell.timeline.Counter;
import dev.upswell.timeline.CounterSeries;
import dev.upswell.timeline.EntitySeries;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Measures videos at their marks.
public final class Measuring {

    private Measuring() {
    }

    /// What else is known of a video.
    ///
    /// @param told what its owner was told, whenever; what counts at a mark is what was told by then
    /// @param trend cosine with what trended by then; null when nothing is known of either side
    /// @param consistency of its creator's cadence by then; null when too few posts are known
    public record Surroundings(Told told, @Nullable Double trend, @Nullable Double consistency) {

        /// Nothing else is known.
        public static final Surroundings NONE = new Surroundings(Told.NOTHING, null, null);
    }

    /// The measures of one video at one mark, from what was read and told at or before it.
    ///
    /// Ratios rest on the last reading, if it was taken in the last third before the mark: of a day, the last eight hours.
    ///
    /// **absence** empty when neither a reading near the mark nor anything told to the owner is known: then the video is not scored
    public static Optional<MarkValues> of(EntityId video, Instant postedAt, Mark mark, EntitySeries series,
            Surroundings around) {
        Instant asOf = mark.of(postedAt);
        Map<FypMetric, Double> values = read(series, mark, postedAt);
        Viewing viewing = around.told().asOf(asOf);
        Double views = level(series, Counter.VIEWS, mark, asOf);
        shares(values, viewing);
        ratio(values, FypMetric.CTR_PROFILE, number(viewing.profileViews()), views);
        ratio(values, FypMetric.CTR_LINK, number(viewing.linkClicks()), views);
        ratio(values, FypMetric.FOLLOW_CONVERSION, number(viewing.newFollowers()), views);
        return measured(video, postedAt, mark, values, around);
    }

    /// The measures of one video at a day, with everything that its owner was told since: counters as they were read by then,
    /// shares as they were told last, counts by the views of the time at which they were told.
    ///
    /// **absence** as [#of]
    public static Optional<MarkValues> settled(EntityId video, Instant postedAt, EntitySeries series,
            Surroundings around) {
        Instant asOf = Mark.DAY.of(postedAt);
        Map<FypMetric, Double> values = read(series, Mark.DAY, postedAt);
        Told told = around.told();
        Double views = level(series, Counter.VIEWS, Mark.DAY, asOf);
        shares(values, told.last());
        put(values, FypMetric.CTR_PROFILE, told.ratio(Viewing::profileViews, asOf, views));
        put(values, FypMetric.CTR_LINK, told.ratio(Viewing::linkClicks, asOf, views));
        put(values, FypMetric.FOLLOW_CONVERSION, told.ratio(Viewing::newFollowers, asOf, views));
        return measured(video, postedAt, Mark.DAY, values, around);
    }

    private static Optional<MarkValues> measured(EntityId video, Instant postedAt, Mark mark,
            Map<FypMetric, Double> values, Surroundings around) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        put(values, FypMetric.TREND, around.trend());
        put(values, FypMetric.CONSISTENCY, around.consistency());
        return Optional.of(new MarkValues(video, mark, postedAt, values));
    }

    private static Map<FypMetric, Double> read(EntitySeries series, Mark mark, Instant postedAt) {
        Instant asOf = mark.of(postedAt);
        Map<FypMetric, Double> values = new EnumMap<>(FypMetric.class);
        series.counter(Counter.VIEWS).ifPresent(views -> {
            velocity(values, FypMetric.V15, Mark.QUARTER, views, postedAt, asOf);
            velocity(values, FypMetric.V60, Mark.HOUR, views, postedAt, asOf);
            velocity(values, FypMetric.V24, Mark.DAY, views, postedAt, asOf);
        });
        Double views = level(series, Counter.VIEWS, mark, asOf);
        Double likes = level(series, Counter.LIKES, mark, asOf);
        Double comments = level(series, Counter.COMMENTS, mark, asOf);
        Double shares = level(series, Counter.SHARES, mark, asOf);
        if (likes != null && comments != null && shares != null) {
            ratio(values, FypMetric.ENGAGEMENT_RATE, likes + comments + shares, views);
        }
        ratio(values, FypMetric.SHARE_RATIO, shares, views);
        return values;
    }

    private static void velocity(Map<FypMetric, Double> values, FypMetric metric, Mark window, CounterSeries views,
            Instant postedAt, Instant asOf) {
        OptionalDouble velocity = ViewVelocity.of(views, postedAt, window.age(), asOf);
        velocity.ifPresent(value -> values.put(metric, value));
    }

    private static void shares(Map<FypMetric, Double> values, Viewing viewing) {
        put(values, FypMetric.COMPLETION_RATE, viewing.completionRate());
        put(values, FypMetric.REWATCH_RATIO, viewing.rewatchRatio());
        Double at3s = viewing.retentionAt3s();
        Double at5s = viewing.retentionAt5s();
        if (at3s != null) {
            values.put(FypMetric.DROP_0_3S, 1 - at3s);
            if (at5s != null) {
                values.put(FypMetric.DROP_3_5S, at3s - at5s);
            }
        }
    }

    private static @Nullable Double number(@Nullable Long count) {
        return count == null ? null : Double.valueOf(count);
    }

    private static @Nullable Double level(EntitySeries series, Counter counter, Mark mark, Instant asOf) {
        Duration near = mark.age().dividedBy(3);
        return series.counter(counter).map(one -> one.levelAt(asOf, near))
                .filter(level -> level.isPresent()).map(level -> (double) level.getAsLong()).orElse(null);
    }

    private static void ratio(Map<FypMetric, Double> values, FypMetric metric, @Nullable Double part,
            @Nullable Double views) {
        if (part != null && views != null && views > 0) {
            values.put(metric, part / views);
        }
    }

    private static void put(Map<FypMetric, Double> values, FypMetric metric, @Nullable Double value) {
        if (value != null) {
            values.put(metric, value);
        }
    }
}
