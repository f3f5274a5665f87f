package dev.upswell.learn.drift;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A window of recent rows held against the training rows.
///
/// @param verdict the gravest of the features', the prevalence's and the residuals' verdicts
/// @param asOf the instant whose knowledge the window holds
/// @param reference the training rows
/// @param rows rows of the window
/// @param entityGroups how many of 32 groups of entities have a row in the window
/// @param features in the order of the columns
/// @param prevalence null when too few outcomes are known
/// @param residuals what the detectors of concept drift say; empty when none was asked
/// @param strange null when the training held back too few rows to tell what is strange
public record DriftReport(DriftVerdict verdict, Instant asOf, ReferenceSource reference, DriftSettings settings,
        long rows, int entityGroups, List<FeatureDrift> features, @Nullable PrevalenceShift prevalence,
        List<ResidualDrift> residuals, @Nullable StrangeRows strange) {

    public DriftReport {
        features = List.copyOf(features);
        residuals = List.copyOf(residuals);
    }

    /// Features with the largest shift first; equal ones in the order of the columns.
    public List<FeatureDrift> bySize() {
        return features.stream()
                .sorted(Comparator.comparingDouble((FeatureDrift feature) -> -feature.size(settings))).toList();
    }

    /// How many features have this verdict.
    public long count(DriftVerdict of) {
        return features.stream().filter(feature -> feature.verdict() == of).count();
    }
}
