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

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final double QUANTILE = 0.95;
    private static final int LEAST_MOMENTUM_VALUES = 30;
    /// Half of the hours of a week.
    private static final int LEAST_OWN_VALUES = 84;

    /// Half of the hours of the week before the day that ends now.
    private static final int LEAST_USUAL_VALUES = 72;
    /// Makes the median absolute deviation of normal values their standard deviation.
    private static final double SIGMA_PER_MAD = 1.4826;

    private final Instant end;
    private final Values momentum = new Values();
    private final Map<EntityId, Own> own = new HashMap<>();
    private @Nullable Double momentumBar;

    private static final class Own {
        final Values logGrowth = new Values();
        final Values posts = new Values();
        final Values views = new Values();
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
        add(row.entity(), row.end(), boxed(row, Metric.MOMENTUM), new Growth(boxed(row, Metric.LOG_VIEW_GROWTH_24H),
                boxed(row, Metric.POSTS_GAINED), boxed(row, Metric.VIEWS_GAINED)));
    }

    static @Nullable Double boxed(MetricRow row, Metric metric) {
        return row.values().has(metric) ? Double.valueOf(row.value(metric).getAsDouble()) : null;
    }

    /// Takes in what matters of an earlier row; `null` where the row has no such value.
    public void add(EntityId entity, Instant rowEnd, @Nullable Double rowMomentum, Growth growth) {
        if (!rowEnd.isBefore(end)) {
            return;
        }
        if (growth.logViews24h() != null || growth.posts() != null || growth.views() != null) {
            addOwn(own.computeIfAbsent(entity, id -> new Own()), rowEnd, growth);
        }
        if (isInWeek(rowEnd) && rowMomentum != null) {
            momentum.add(rowMomentum);
            momentumBar = null;
        }
    }

    /// How an earlier row grew; `null` where the row does not know.
    ///
    /// @param logViews24h the logarithmic view growth over 24 hours
    public record Growth(@Nullable Double logViews24h, @Nullable Double posts, @Nullable Double views) {
    }

    private void addOwn(Own history, Instant rowEnd, Growth growth) {
        boolean inWeek = isInWeek(rowEnd);
        boolean grows = growth.logViews24h() != null || growth.posts() != null;
        if (grows && (history.since == null || rowEnd.isBefore(history.since))) {
            history.since = rowEnd;
        }
        if (inWeek && growth.logViews24h() != null) {
            history.logGrowth.add(growth.logViews24h());
        }
        if (inWeek && growth.posts() != null) {
            history.posts.add(growth.posts());
        }
        if (inWeek && growth.views() != null && !rowEnd.isAfter(end.minus(DAY))) {
            history.views.add(growth.views());
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

    /// What an entity usually gains in a window.
    ///
    /// @param sigma robust standard deviation, above 0: 1.4826 times the median absolute deviation
    record Usual(double median, double sigma) {
    }

    /// What the entity usually gained in its windows of the week, those left out that share hours with the day that ends
    /// now; `null` with less than half of them, and where most are alike, so that nothing tells how far from usual is far.
    @Nullable
    Usual usualViews(EntityId entity) {
        Own history = own.get(entity);
        if (history == null || history.views.size < LEAST_USUAL_VALUES) {
            return null;
        }
        double[] gained = Arrays.copyOf(history.views.values, history.views.size);
        double median = Quantiles.of(gained, 0.5);
        for (int i = 0; i < gained.length; i++) {
            gained[i] = Math.abs(gained[i] - median);
        }
        double sigma = SIGMA_PER_MAD * Quantiles.of(gained, 0.5);
        return sigma > 0 ? new Usual(median, sigma) : null;
    }

    /// The window end for which these bars hold.
    public Instant end() {
        return end;
    }
}
