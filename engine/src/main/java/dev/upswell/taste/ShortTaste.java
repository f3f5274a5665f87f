package dev.upswell.taste;

import dev.upswell.embed.Vector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Where the last items of a person lie: each moves it at once, by 1/(n+2) of the way after n others, so that the first ten weigh most and
/// none ever weighs less than a twelfth. What was hidden moves it away.
final class ShortTaste {

    private static final double LEAST = 1.0 / 12;

    private ShortTaste() {
    }

    /// An item that was met.
    record Met(Instant at, String video, Vector vector) {
    }

    private record Step(Met met, int sign) {
    }

    static Vector of(List<Met> liked, List<Met> hidden, int size) {
        List<Step> steps = new ArrayList<>();
        liked.forEach(met -> steps.add(new Step(met, 1)));
        hidden.forEach(met -> steps.add(new Step(met, -1)));
        steps.sort(Comparator.comparing((Step step) -> step.met().at()).thenComparing(step -> step.met().video()));
        double[] at = new double[size];
        int known = 0;
        for (Step step : steps) {
            double weight = Math.max(LEAST, 1.0 / (known++ + 2));
            for (int i = 0; i < size; i++) {
                at[i] *= 1 - weight;
            }
            step.met().vector().addTo(at, step.sign() * weight);
        }
        return Vector.of(at);
    }
}
