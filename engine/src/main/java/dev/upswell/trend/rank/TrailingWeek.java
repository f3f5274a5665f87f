package dev.upswell.trend.rank;

import dev.upswell.content.EntityId;
import dev.upswell.numeric.Quantiles;
import dev.upswell.trend.Metric;
import dev.upswell.trend.MetricRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The bars that the last seven days of one kind's rows set for the rows of one window end.
///
/// Feed it the rows of that kind and window with ends in [`end` − [#LOAD], `end`), in any order. Rows in the last seven
/// days set the bars; an older one only proves how long an entity's history is. The row at `end` itself never counts.
///
/// **cost** 8 bytes for each value in the week
public final class TrailingWeek {

    /// How far before the window end rows should be fed: seven days, and one more to prove a history that long.
    public static final Duration LOAD = Duration.ofDays(8);

    private static final Duration WEEK = Duration.ofDays(7);
    private static final double QUANTILE = 0.95;
    private static final int LEAST_MOMENTUM_VALUES = 30;
    /// Half of the hours of a week.
    private static final int LEAST_OWN_VALUES = 84;

    private final Instant end;
    private final Values momentum = new Values();
    private final Map<EntityId, Own> own = new HashMap<>();
    private @Nullable Double momentumBar;

    private static final class Own {
        final Values logGrowth = new Values();
        final Values posts = new Values();
        @Nullable
        Instant since;
    }

    private static final class Values {
        double[] values = new double[16];
        int size;

        void add(double value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }

        @Nullable
        Double bar(int least) {
            return size < least ? null : Quantiles.of(Arrays.copyOf(values, size), QUANTILE);
        }
    }

    /// The bars for rows with this end, before any row was fed.
    public TrailingWeek(Instant end) {
        this.end = end;
    }

    /// Takes in an earlier row.
    public void add(MetricRow row) {
        add(row.entity(), row.end(), boxed(row, Metric.MOMENTUM), boxed(row, Metric.LOG_VIEW_GROWTH_24H),
                boxed(row, Metric.POSTS_GAINED));
    }

    static @Nullable Double boxed(MetricRow row, Metric metric) {
        return row.values().has(metric) ? Double.valueOf(row.value(metric).getAsDouble()) : null;
    }

    /// Takes in what matters of an earlier row; `null` where the row has no such value.
    public void add(EntityId entity, Instant rowEnd, @Nullable Double rowMomentum, @Nullable Double logViewGrowth24h,
            @Nullable Double postsGained) {
        if (!rowEnd.isBefore(end)) {
            return;
        }
        if (logViewGrowth24h != null || postsGained != null) {
            Own history = own.computeIfAbsent(entity, id -> new Own());
            if (history.since == null || rowEnd.isBefore(history.since)) {
                history.since = rowEnd;
            }
            if (isInWeek(rowEnd) && logViewGrowth24h != null) {
                history.logGrowth.add(logViewGrowth24h);
            }
            if (isInWeek(rowEnd) && postsGained != null) {
                history.posts.add(postsGained);
            }
        }
        if (isInWeek(rowEnd) && rowMomentum != null) {
            momentum.add(rowMomentum);
            momentumBar = null;
        }
    }

    private boolean isInWeek(Instant rowEnd) {
        return !rowEnd.isBefore(end.minus(WEEK));
    }

    /// The 95th percentile of momentum; `null` with fewer than 30 values.
    @Nullable
    Double momentumBar() {
        if (momentumBar == null) {
            momentumBar = momentum.bar(LEAST_MOMENTUM_VALUES);
        }
        return momentumBar;
    }

    /// The 95th percentile of the entity's own growth, but at least 0; `null` where seven days are not known, or less than
    /// half of their hours.
    ///
    /// @param growth the logarithmic view growth or the posts gained
    @Nullable
    Double growthBar(EntityId entity, Metric growth) {
        Own history = own.get(entity);
        if (history == null || history.since == null || history.since.isAfter(end.minus(WEEK))) {
            return null;
        }
        Double bar = (growth == Metric.POSTS_GAINED ? history.posts : history.logGrowth).bar(LEAST_OWN_VALUES);
        return bar == null ? null : Double.valueOf(Math.max(0, bar));
    }

    /// The window end for which these bars hold.
    public Instant end() {
        return end;
    }
}
