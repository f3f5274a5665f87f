package dev.upswell.server.trend.page;

import dev.upswell.server.trend.Expected.Strange;
import dev.upswell.server.trend.page.TrendRow.Boost;
import dev.upswell.server.web.Notice;
import dev.upswell.server.web.Outlook;
import dev.upswell.server.web.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the page of one entity shows.
///
/// @param forecast null when no model serves the kind, or the model could not score this entity
/// @param windows the latest row of each window length, shortest first
/// @param boost why the growth may be bought; null where nothing says so
public record EntityView(Subject subject, Freshness freshness, Series series, @Nullable Forecast forecast,
        List<MetricRow> windows, Evidence evidence, List<Notice> notices, @Nullable Boost boost) {

    public EntityView {
        windows = List.copyOf(windows);
        notices = List.copyOf(notices);
    }

    /// The entity's history.
    ///
    /// @param level the counter of views at each reading
    /// @param gains views gained per window, at the window's end
    /// @param gainWindow how long each of those windows is
    /// @param outlook null when nothing is forecast for the level
    public record Series(List<Point> level, List<Point> gains, Duration gainWindow, @Nullable Outlook outlook) {

        public Series {
            level = List.copyOf(level);
            gains = List.copyOf(gains);
        }
    }

    /// The chance over one horizon.
    public record AtHorizon(int hours, Chance chance, Instant asOf) {
    }

    /// What a model says, and why.
    ///
    /// @param usual how often entities like this surge anyhow (the prevalence)
    /// @param why contributions, strongest first
    /// @param horizons the chance over every horizon that is foretold, the shortest first
    /// @param strange how far the entity lay from what the model learned from; null when the model keeps nothing to compare with
    public record Forecast(Chance chance, double usual, int horizonHours, Author author, List<Contribution> why,
            List<AtHorizon> horizons, @Nullable Strange strange) {

        public Forecast {
            why = List.copyOf(why);
            horizons = List.copyOf(horizons);
        }
    }

    /// Which model spoke, and when.
    public record Author(String modelId, String model, Instant madeAt) {
    }

    /// How much one feature moved the probability (a SHAP value, in log odds; above 0 raises it).
    ///
    /// @param feature the feature's name in its set; its words are the message `feature.…`
    /// @param value the feature's value; null when it was missing, which can speak too
    public record Contribution(String feature, @Nullable Double value, double effect) {
    }

    /// What the numbers rest on, and what earlier predictions came to.
    public record Evidence(List<PastPrediction> predictions, List<SourceCoverage> sources) {

        public Evidence {
            predictions = List.copyOf(predictions);
            sources = List.copyOf(sources);
        }
    }

    /// A prediction made earlier.
    ///
    /// @param outcome null while its horizon has not elapsed, or when no reading tells what happened
    public record PastPrediction(Instant madeAt, Chance chance, @Nullable Outcome outcome) {
    }

    /// What happened: whether it surged, and by which ratio the views grew.
    public record Outcome(boolean surged, double growth) {
    }

    /// One source's readings of this entity.
    ///
    /// @param cadence the usual time between readings; null when there are fewer than two
    /// @param cumulative false for period totals, from which no gains can be computed
    public record SourceCoverage(String source, long readings, Instant first, Instant last, @Nullable Duration cadence,
            boolean cumulative) {
    }
}
