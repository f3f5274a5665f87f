package dev.upswell.server.overview;

import dev.upswell.server.web.Point;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// How a brand's videos did in the last days beside those before.
///
/// @param days length of each of the two spans
/// @param now the span that ends when the last video was posted that is a day old
/// @param before the span of the same length before it
/// @param trend the last span in steps, the earliest first; a step without videos has no values
public record Kpis(int days, Span now, Span before, List<Span> trend) {

    public Kpis {
        trend = List.copyOf(trend);
    }

    /// By how much an indicator changed; empty unless both spans have it.
    public OptionalDouble change(Kpi kpi) {
        Optional<Span.Measured> last = now.find(kpi);
        Optional<Span.Measured> earlier = before.find(kpi);
        return last.isEmpty() || earlier.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(last.get().value() - earlier.get().value());
    }

    /// An indicator step by step, with gaps where it was not measured.
    public List<Point> line(Kpi kpi) {
        return trend.stream()
                .map(step -> new Point(step.to(), step.find(kpi).map(Span.Measured::value).orElse(null))).toList();
    }
}
