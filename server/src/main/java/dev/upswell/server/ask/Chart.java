package dev.upswell.server.ask;

import java.util.List;

/// The one picture of an answer: bars of one measure.
///
/// @param measure of all bars
public record Chart(String measure, List<Bar> bars) {

    public Chart {
        bars = List.copyOf(bars);
    }

    /// One bar.
    ///
    /// @param fact whose value it shows
    /// @param percent of the longest bar [0..100]
    public record Bar(Fact fact, double percent) {
    }

    /// The bars of these facts, as long as their values are far from 0.
    public static Chart of(String measure, List<Fact> facts) {
        double longest = facts.stream().mapToDouble(fact -> Math.abs(fact.value())).max().orElse(0);
        return new Chart(measure, facts.stream()
                .map(fact -> new Bar(fact,
                        longest == 0 ? 0 : Math.round(1000 * Math.abs(fact.value()) / longest) / 10.0))
                .toList());
    }
}
