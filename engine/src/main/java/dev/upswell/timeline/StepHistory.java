package dev.upswell.timeline;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an entity's counters did in each of the last steps before an instant, for models that read sequences.
///
/// Only readings at or before the instant count, so later ones change nothing. A step without a reading is missing, not still.
///
/// **units** steps of equal length, oldest first, the last one ends at the instant; [#CHANNELS] says what each number is ·
/// **absence** NaN · **cost** one look at each reading of the time covered.
public final class StepHistory {

    /// How many steps are looked back.
    public static final int STEPS = 48;

    /// The numbers of each step, in order.
    ///
    /// Growth and ticks are compressed by the inverse hyperbolic sine, so that a step of 0.1 % and one of 100 % both count; posts
    /// are compared with their mean over all steps; engagement is likes, comments and shares per view, of what was gained.
    public static final List<String> CHANNELS = List.of("growth", "ticks", "posts", "engagement", "day_sine",
            "day_cosine");

    private static final double SMALL_GROWTH = 0.001;
    private static final double MOST_ENGAGEMENT = 1;
    private static final long HOUR = 3600;
    private static final long DAY = 24 * HOUR;
    private static final long[] OFFERED_HOURS = {1, 2, 3, 4, 6, 8, 12, 24};
    private static final int ENOUGH_STEPS = 500;

    private final EntitySeries entity;
    private final CounterSeries target;
    private final long step;

    /// @param step length of a step in seconds
    public StepHistory(EntitySeries entity, Counter target, long step) {
        if (step < 1) {
            throw new IllegalArgumentException("step (" + step + " s) must be positive\nMaybe use usualStep.");
        }
        this.entity = entity;
        this.target = entity.counter(target).orElseThrow(() -> new IllegalArgumentException(
                "entity (" + entity.entity() + ") must have " + target.label() + "\nMaybe filter the entities first."));
        this.step = step;
    }

    /// The step that suits series read this often: an hour, or as long as half of their readings lie apart.
    ///
    /// @param asOf later readings change nothing
    public static Duration usualStep(Collection<CounterSeries> all, long asOf) {
        long[] medians = all.stream().mapToLong(one -> medianDistance(one, asOf)).filter(distance -> distance > 0)
                .sorted().toArray();
        long usual = medians.length == 0 ? HOUR : medians[(medians.length - 1) / 2];
        for (long hours : OFFERED_HOURS) {
            if (usual <= hours * HOUR + hours * HOUR / 4) {
                return Duration.ofHours(hours);
            }
        }
        return Duration.ofHours(24);
    }

    private static long medianDistance(CounterSeries one, long asOf) {
        int last = one.lastIndexAt(asOf);
        int count = Math.min(Math.max(0, last), ENOUGH_STEPS);
        long[] distances = new long[count];
        for (int i = 0; i < count; i++) {
            distances[i] = one.epochSecondAt(last - i) - one.epochSecondAt(last - i - 1);
        }
        Arrays.sort(distances);
        return count == 0 ? 0 : distances[(count - 1) / 2];
    }

    /// Writes the steps before `asOf`, [#CHANNELS] numbers each, from `to` on.
    public void fill(long asOf, float[] out, int to) {
        fillTarget(asOf, out, to);
        fillPosts(asOf, out, to);
        fillEngagement(asOf, out, to);
        for (int i = 0; i < STEPS; i++) {
            double angle = 2 * Math.PI * Math.floorMod(end(asOf, i), DAY) / DAY;
            out[at(to, i, 4)] = (float) Math.sin(angle);
            out[at(to, i, 5)] = (float) Math.cos(angle);
        }
    }

    private long end(long asOf, int index) {
        return asOf - (STEPS - 1 - index) * step;
    }

    private static int at(int to, int index, int channel) {
        return to + index * CHANNELS.size() + channel;
    }

    private void fillTarget(long asOf, float[] out, int to) {
        int[] borders = borders(target, asOf);
        for (int i = 0; i < STEPS; i++) {
            int from = borders[i];
            int until = borders[i + 1];
            boolean known = isKnown(target, from, until, end(asOf, i)) && target.valueAt(from) > 0
                    && target.valueAt(until) > 0;
            double growth = known ? Math.log((double) target.valueAt(until) / target.valueAt(from)) : Double.NaN;
            double ticks = known
                    ? (double) (target.valueAt(until) - target.valueAt(from))
                            / Math.max(target.resolutionAt(from), target.resolutionAt(until))
                    : Double.NaN;
            out[at(to, i, 0)] = (float) inverseSinh(growth / SMALL_GROWTH);
            out[at(to, i, 1)] = (float) inverseSinh(ticks);
        }
    }

    private void fillPosts(long asOf, float[] out, int to) {
        double[] gains = gains(entity.counter(Counter.POSTS).orElse(null), asOf);
        double mean = Arrays.stream(gains).filter(Double::isFinite).average().orElse(0);
        for (int i = 0; i < STEPS; i++) {
            out[at(to, i, 2)] = (float) Math.log((gains[i] + 1) / (mean + 1));
        }
    }

    private void fillEngagement(long asOf, float[] out, int to) {
        double[] views = gains(entity.counter(Counter.VIEWS).orElse(null), asOf);
        double[][] reactions = {gains(entity.counter(Counter.LIKES).orElse(null), asOf),
                gains(entity.counter(Counter.COMMENTS).orElse(null), asOf),
                gains(entity.counter(Counter.SHARES).orElse(null), asOf)};
        for (int i = 0; i < STEPS; i++) {
            double sum = Double.NaN;
            for (double[] one : reactions) {
                sum = Double.isNaN(one[i]) ? sum : Double.isNaN(sum) ? one[i] : sum + one[i];
            }
            out[at(to, i, 3)] = views[i] > 0 ? (float) Math.min(MOST_ENGAGEMENT, sum / views[i]) : Float.NaN;
        }
    }

    /// What was gained in each step, never below 0; NaN where the step has no reading or the counter is not given.
    private double[] gains(@Nullable CounterSeries series, long asOf) {
        double[] gains = new double[STEPS];
        Arrays.fill(gains, Double.NaN);
        if (series == null) {
            return gains;
        }
        int[] borders = borders(series, asOf);
        for (int i = 0; i < STEPS; i++) {
            if (isKnown(series, borders[i], borders[i + 1], end(asOf, i))) {
                gains[i] = Math.max(0, series.valueAt(borders[i + 1]) - series.valueAt(borders[i]));
            }
        }
        return gains;
    }

    /// The index of the last reading at or before the begin of the first step and the end of each.
    private int[] borders(CounterSeries series, long asOf) {
        int[] borders = new int[STEPS + 1];
        int index = series.lastIndexAt(asOf);
        for (int i = STEPS; i >= 0; i--) {
            long border = end(asOf, i - 1);
            while (index >= 0 && series.epochSecondAt(index) > border) {
                index--;
            }
            borders[i] = index;
        }
        return borders;
    }

    /// Whether there is a reading in the step, and one before it that is not too old to be compared with.
    private boolean isKnown(CounterSeries series, int from, int until, long end) {
        return from >= 0 && until > from
                && end - step - series.epochSecondAt(from) <= Math.max(step, GainCurve.MAX_CARRY.toSeconds());
    }

    private static double inverseSinh(double x) {
        return Math.copySign(Math.log(Math.abs(x) + Math.sqrt(x * x + 1)), x);
    }
}
