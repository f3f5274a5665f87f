package dev.upswell.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.poll.Volatility.Reading;
import dev.upswell.simulate.SimulatedWorld;
import dev.upswell.simulate.SimulatedWorld.Passing;
import dev.upswell.simulate.WorldSettings;
import dev.upswell.simulate.WorldSize;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// How far what is known of hashtags lies from what is true, where the visits of a day are spread evenly and where they are planned.
///
/// Rates are learnt from six days; the two days after them judge, and nothing was chosen by them.
class PlanInSimulatedWorldTest {

    private static final int LEARN_DAYS = 6;
    private static final int JUDGED_DAYS = 2;
    private static final Duration TICK = Duration.ofMinutes(15);

    /// What each hashtag showed at each tick, and when that was.
    private record Shown(List<Instant> ticks, Map<String, double[]> levels) {

        static Shown of(WorldSettings settings) {
            Passing passing = SimulatedWorld.of(settings).passing();
            Instant begun = settings.start().plus(Duration.ofDays(2));
            List<Instant> ticks = new ArrayList<>();
            Map<String, double[]> levels = new TreeMap<>();
            int ticksOfAll = (LEARN_DAYS + JUDGED_DAYS) * 96;
            while (ticks.size() < ticksOfAll && passing.advance()) {
                if (passing.now().isBefore(begun)
                        || !ticks.isEmpty() && passing.now().isBefore(ticks.getLast().plus(TICK))) {
                    continue;
                }
                int tick = ticks.size();
                ticks.add(passing.now());
                passing.videos().forEach(video -> video.hashtags().forEach(
                        tag -> levels.computeIfAbsent(tag.id(), _ -> new double[ticksOfAll])[tick] = tag.views()));
                // A counter that no video shows now stands where it stood.
                levels.values().stream().filter(one -> tick > 0 && one[tick] == 0)
                        .forEach(one -> one[tick] = one[tick - 1]);
            }
            levels.values().removeIf(one -> one[0] == 0);
            return new Shown(ticks, levels);
        }

        List<Reading> readings(String id, int from, int to, int every) {
            List<Reading> readings = new ArrayList<>();
            for (int i = from; i < to; i += every) {
                readings.add(new Reading(ticks.get(i), levels.get(id)[i]));
            }
            return readings;
        }
    }

    /// Mean squared error, and mean of log2 of 1 + that over the blur squared, of the level carried on along its drift, over all
    /// ticks of the judged days.
    private static double[] error(Shown shown, Map<String, Volatility> learnt, Function<String, Cadence> cadence) {
        double squares = 0;
        double bits = 0;
        long count = 0;
        int first = LEARN_DAYS * 96;
        for (Map.Entry<String, double[]> one : shown.levels().entrySet()) {
            double[] levels = one.getValue();
            int every = cadence.apply(one.getKey()) instanceof Cadence.Every(Duration length)
                    ? (int) (length.toMinutes() / TICK.toMinutes())
                    : Integer.MAX_VALUE;
            int read = first;
            for (int i = first; i < levels.length; i++) {
                read = (i - first) % every == 0 ? i : read;
                double expected = Math.log(levels[read])
                        + learnt.get(one.getKey()).driftPerHour() * (i - read) * TICK.toMinutes() / 60.0;
                double off = Math.log(levels[i]) - expected;
                squares += off * off;
                bits += Math.log1p(off * off / (Worth.BLUR * Worth.BLUR)) / (2 * Math.log(2));
                count++;
            }
        }
        return new double[]{squares / count, bits / count};
    }

    @Test
    void plannedVisitsLeaveLessUnknownThanTheSameNumberSpreadEvenly() {
        WorldSettings small = WorldSettings.of(WorldSize.SMALL, 11);
        Shown shown = Shown.of(small);
        Map<String, Volatility> learnt = new TreeMap<>();
        shown.levels().keySet().forEach(id -> learnt.put(id,
                Volatility.of(shown.readings(id, 0, LEARN_DAYS * 96, 4), Volatility.USUAL)));
        assertThat(shown.levels().size()).isGreaterThan(30);
        StringBuilder told = new StringBuilder();
        for (int evenly : new int[]{480, 240, 120, 60}) {
            Cadence even = new Cadence.Every(Duration.ofMinutes(evenly));
            List<Polled<String>> polled = learnt.entrySet().stream()
                    .map(one -> new Polled<>(one.getKey(), 1,
                            new Worth(one.getValue().perHour(), 1, Duration.ofDays(1)), new Wish.Automatic()))
                    .toList();
            Map<String, Cadence> planned = new HashMap<>();
            PollPlan<String> plan = PollPlan.of(polled, even.visitsPerDay() * polled.size());
            plan.chosen().forEach(choice -> planned.put(choice.polled().key(), choice.cadence()));
            double[] spread = error(shown, learnt, _ -> even);
            double[] best = error(shown, learnt, planned::get);
            told.append(
                    "%d hashtags, as many visits as every %d min: evenly %.5f / %.4f bits, planned %.5f / %.4f bits%n"
                            .formatted(polled.size(), evenly, spread[0], spread[1], best[0], best[1]));
            assertThat(best[1]).as(told.toString()).isLessThan(spread[1]);
        }
    }
}
