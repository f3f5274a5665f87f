package dev.upswell.trend.rank;

import dev.upswell.numeric.Quantiles;
import dev.upswell.trend.Basis;
import dev.upswell.trend.Metric;
import dev.upswell.trend.MetricRow;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Tells which rows of one kind and one window end look like bought growth.
///
/// What rounding may have made is no spike, so the least views gained count. Missing input raises nothing: no spike without
/// a trailing week, no lack of engagement without enough rates to compare with, no lack of creators with a handful of videos.
final class BoostRule {

    private static final double SPIKE_SIGMAS = 6;
    private static final double FEW_CREATORS = 0.3;
    private static final double LITTLE_ENGAGEMENT = 0.2;
    private static final int LEAST_RATES = 10;

    private final TrailingWeek week;
    private final long leastVideos;
    private final @Nullable Double usualRate;

    /// @param leastVideos the least videos in volume from which few creators can be told from few videos watched
    BoostRule(List<MetricRow> rows, TrailingWeek week, long leastVideos) {
        this.week = week;
        this.leastVideos = leastVideos;
        double[] rates = rows.stream().map(row -> row.value(Metric.ENGAGEMENT_RATE)).filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble).toArray();
        usualRate = rates.length < LEAST_RATES ? null : Double.valueOf(Quantiles.of(rates, 0.5));
    }

    /// Why this row may be bought; `null` where nothing says so.
    @Nullable
    PossibleBoost find(MetricRow row) {
        Double dispersion = row.backing().basis() != Basis.VIDEOS || row.value(Metric.VOLUME).orElse(0) < leastVideos
                ? null
                : below(FEW_CREATORS, TrailingWeek.boxed(row, Metric.CREATOR_DISPERSION));
        Double engagement = below(LITTLE_ENGAGEMENT, engagementShare(row));
        OptionalDouble gained = row.value(Metric.VIEWS_GAINED_LOW);
        if (dispersion == null && engagement == null || gained.isEmpty()) {
            return null;
        }
        TrailingWeek.Usual usual = week.usualViews(row.entity());
        double sigmas = usual == null ? 0 : (gained.getAsDouble() - usual.median()) / usual.sigma();
        return usual == null || sigmas <= SPIKE_SIGMAS
                ? null
                : new PossibleBoost(sigmas, usual.median(), dispersion, engagement);
    }

    private @Nullable Double engagementShare(MetricRow row) {
        OptionalDouble rate = row.value(Metric.ENGAGEMENT_RATE);
        return usualRate == null || usualRate <= 0 || rate.isEmpty()
                ? null
                : Double.valueOf(rate.getAsDouble() / usualRate);
    }

    private static @Nullable Double below(double bar, @Nullable Double value) {
        return value != null && value < bar ? value : null;
    }
}
