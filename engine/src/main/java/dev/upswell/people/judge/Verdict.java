package dev.upswell.people.judge;

import dev.upswell.ranking.Coverage;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// What the lists of one recommender are worth.
///
/// @param lists how many there were
/// @param coverage of the first ten of all lists, by all candidates that anybody of the judged had; without an interval, because
///        drawing people twice shows fewer videos
/// @param medianMicros processor time of one order, the middle one [µs]
public record Verdict(String name, int lists, Map<Measure, ByPerson> measures, Coverage coverage, long medianMicros) {

    public Verdict {
        measures = new EnumMap<>(measures);
    }

    /// The values of a measure.
    public ByPerson of(Measure measure) {
        return Objects.requireNonNull(measures.get(measure), measure::title);
    }
}
