package dev.upswell.server.reach;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.forecast.reach.ReachForecast;
import dev.upswell.forecast.reach.ViewDistribution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A reach forecast as REST and the command line give it.
///
/// @param video left out for a draft
/// @param creator handle; left out when unknown
/// @param caption its first 120 characters; left out when there is none
/// @param breakout probability of more than `breakoutViews` views, 0 to 1
/// @param views 5 %, 50 % and 95 % quantile
/// @param classes probabilities of classes of views, adding up to 1
/// @param reasons what moved the median most, strongest first; each multiplied it by its factor
/// @param firstReadings whether a reading of the video stood behind it
/// @param outcome left out until it is known
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReachDocument(@Nullable String video, String stage, Instant asOf, @Nullable Instant postedAt,
        @Nullable String creator, @Nullable String caption, double breakout, long breakoutViews, Range views,
        List<Share> classes, List<Reason> reasons,
        boolean firstReadings, @Nullable String model, @Nullable Outcome outcome) {

    public ReachDocument {
        classes = List.copyOf(classes);
        reasons = List.copyOf(reasons);
    }

    /// Quantiles of the views.
    public record Range(long low, long median, long high) {
    }

    /// The probability of views from `from` to below `to`; without an end for the last class.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Share(long from, @Nullable Long to, double probability) {
    }

    /// A feature and the factor by which it moved the median; its value is left out where it is missing.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reason(String feature, @Nullable Double value, double factor) {
    }

    /// What came.
    public record Outcome(long views, boolean brokeOut) {
    }

    /// The document of what a draft would reach.
    public static ReachDocument ofDraft(ReachForecast made) {
        return of(made, null, null, null, null);
    }

    /// The document of a kept forecast.
    public static ReachDocument of(KeptForecast kept) {
        KeptForecast.Outcome outcome = kept.outcome();
        return of(kept.forecast(), kept.forecast().video().value(), kept.posted(), kept.model(),
                outcome == null ? null : new Outcome(Math.round(outcome.views()), outcome.brokeOut()));
    }

    private static ReachDocument of(ReachForecast made, @Nullable String video, KeptForecast.@Nullable Posted posted,
            @Nullable String model, @Nullable Outcome outcome) {
        List<Share> classes = new ArrayList<>();
        for (int i = 0; i < made.classes().size(); i++) {
            boolean last = i + 1 == ViewDistribution.CLASS_STARTS.size();
            classes.add(new Share(ViewDistribution.CLASS_STARTS.get(i),
                    last ? null : ViewDistribution.CLASS_STARTS.get(i + 1), made.classes().get(i)));
        }
        return new ReachDocument(video, made.stage().label(), made.asOf(), posted == null ? null : posted.at(),
                posted == null ? null : posted.creator(), posted == null ? null : posted.caption(), made.breakout(),
                Math.round(made.breakoutViews()),
                new Range(Math.round(made.range().low()), Math.round(made.range().median()),
                        Math.round(made.range().high())),
                classes, made.reasons().stream()
                        .map(reason -> new Reason(reason.feature(), reason.value(), reason.factor())).toList(),
                made.firstReadings(), model, outcome);
    }
}
