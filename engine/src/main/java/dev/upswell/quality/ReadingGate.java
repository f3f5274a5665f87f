package dev.upswell.quality;

import dev.upswell.timeline.Counter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Looks at readings as they pass, each once, and counts what is wrong with them by group.
///
/// A group is a source and a kind of entity; a series is one entity as one source reads it. What is remembered of series stays
/// from batch to batch, so that a batch with one reading of each entity is compared with what was read before.
///
/// **units** times in whole epoch seconds · **cost** some 50 ns a reading; memory is bounded, whatever passes ([SeriesStates]).
/// Not for several threads at once.
public final class ReadingGate {

    /// A step is a spike this many robust standard deviations above the median of earlier steps.
    public static final double SPIKE_SIGMA = 8;

    /// As many earlier steps must be known.
    public static final int LEAST_PACES = 6;

    /// Series that did not move for so long stand still, in seconds.
    public static final long STILL_SECONDS = 86_400;

    /// Failed readings that are kept of a batch; the others are only counted.
    public static final int MOST_FAILED = 1_000;

    /// How many series a generation remembers, about 65 MB for both.
    public static final int USUAL_SERIES = 1 << 18;

    private static final double SIGMA_OF_MAD = 1.4826;
    private static final double LEAST_SIGMA = 0.25;
    private static final double SHORTEST_HOURS = 0.25;
    private static final double HOUR = 3_600;
    private static final int VIEWS = Counter.VIEWS.ordinal();
    private static final Counter[] COUNTERS = Counter.values();

    private final SeriesStates states;
    private final List<Tally> groups = new ArrayList<>();
    private final List<FailedReading> failed = new ArrayList<>();
    private final double[] sorted = new double[SeriesStates.PACES];
    private long lastSeries;
    private int lastPlace = -1;

    /// @param mostSeries how many series a generation remembers
    public ReadingGate(int mostSeries) {
        states = new SeriesStates(mostSeries);
    }

    private static final class Tally {
        private final boolean cumulative;
        private final int usual;
        /// Readings by the set of counters that they give.
        private final long[] byMask = new long[1 << COUNTERS.length];
        private long readings;
        private long compared;
        private long fell;
        private long paced;
        private long spikes;
        private long watched;
        private long still;
        private long newest = Long.MIN_VALUE;

        private Tally(boolean cumulative, int usual) {
            this.cumulative = cumulative;
            this.usual = usual;
        }

        private List<Long> given() {
            long[] given = new long[COUNTERS.length];
            for (int mask = 0; mask < byMask.length; mask++) {
                for (int i = 0; i < given.length; i++) {
                    given[i] += (mask >> i & 1) * byMask[mask];
                }
            }
            return Arrays.stream(given).boxed().toList();
        }

        private GroupCounts counts(int group) {
            return new GroupCounts(group, readings, given(), compared, fell, paced,
                    spikes, watched, still, newest == Long.MIN_VALUE ? null : Long.valueOf(newest));
        }

        private void clear() {
            Arrays.fill(byMask, 0);
            readings = 0;
            compared = 0;
            fell = 0;
            paced = 0;
            spikes = 0;
            watched = 0;
            still = 0;
            newest = Long.MIN_VALUE;
        }
    }

    /// Makes a group and returns its number, from 0.
    ///
    /// @param cumulative whether its counters only grow; totals of a period may fall
    /// @param usual counters that it usually gives, as a set of bits by [Counter#ordinal]; 0 while none are known
    public int group(boolean cumulative, int usual) {
        groups.add(new Tally(cumulative, usual));
        return groups.size() - 1;
    }

    /// Takes a reading in that was read before the batch: it is remembered and not counted.
    public void remember(int group, long series, long epochSecond, int given, long lead, long step, long print) {
        pass(groups.get(group), group, series, epochSecond, given, lead, step, print, false);
    }

    /// Takes a reading of the batch in.
    ///
    /// @param series a key of 64 bits, equal for readings of one entity by one source
    /// @param given which counters it has, as a set of bits by [Counter#ordinal]
    /// @param lead value of the first of these counters; of a reading without any it is not looked at
    /// @param step in which that counter is displayed, 1 when exact
    /// @param print of 64 bits, equal for readings whose counters are all equal
    public void reading(int group, long series, long epochSecond, int given, long lead, long step, long print) {
        Tally tally = groups.get(group);
        tally.readings++;
        tally.newest = Math.max(tally.newest, epochSecond);
        tally.byMask[given]++;
        int lacking = tally.usual & ~given;
        if (lacking != 0 && failed.size() < MOST_FAILED) {
            failed.add(new FailedReading(GateRule.MISSING, group, series, epochSecond,
                    COUNTERS[Integer.numberOfTrailingZeros(lacking)], null, null));
        }
        pass(tally, group, series, epochSecond, given, lead, step, print, true);
    }

    private void pass(Tally tally, int group, long series, long at, int given, long lead, long step, long print,
            boolean counted) {
        int place = lastPlace >= 0 && lastSeries == series ? lastPlace : states.place(series);
        lastSeries = series;
        lastPlace = place;
        if (states.isNew(place)) {
            states.first[place] = at;
            states.moved[place] = at;
            keep(place, at, given, lead, step, print);
            return;
        }
        long before = states.second[place];
        if (at == before) {
            return;
        }
        int leading = Integer.numberOfTrailingZeros(given);
        boolean comparable = tally.cumulative && leading == states.leads[place] && given != 0;
        if (comparable && counted && leading == VIEWS) {
            compareViews(tally, group, series, place, at, lead, step);
        }
        if (at < before) {
            return;
        }
        if (print != states.prints[place]) {
            states.moved[place] = at;
        }
        if (counted && at - states.first[place] >= STILL_SECONDS) {
            tally.watched++;
            tally.still += at - states.moved[place] >= STILL_SECONDS ? 1 : 0;
        }
        if (comparable) {
            pace(tally, group, series, place, at, lead, counted);
        }
        keep(place, at, given, lead, step, print);
    }

    private void compareViews(Tally tally, int group, long series, int place, long at, long views, long step) {
        if (at == states.valueSecond[place]) {
            return;
        }
        long last = states.values[place];
        // A reading that comes late must not show more than what was read after it.
        long fall = at > states.valueSecond[place] ? last - views : views - last;
        tally.compared++;
        if (fall > Math.max(step, states.steps[place])) {
            tally.fell++;
            fail(GateRule.MONOTONIC, group, series, at, VIEWS, last, views);
        }
    }

    /// Compares the growth of the leading counter, on a logarithmic scale, with that of up to twelve steps before.
    private void pace(Tally tally, int group, long series, int place, long at, long lead, boolean counted) {
        long last = states.values[place];
        double hours = Math.max(SHORTEST_HOURS, (at - states.valueSecond[place]) / HOUR);
        float pace = (float) Math.log1p(Math.max(0, lead - last) / hours);
        int seen = states.pacesSeen[place];
        if (counted && seen >= LEAST_PACES) {
            tally.paced++;
            if (isSpike(place, Math.min(seen, SeriesStates.PACES), pace)) {
                tally.spikes++;
                fail(GateRule.SPIKES, group, series, at, states.leads[place], last, lead);
            }
        }
        states.paces[place * SeriesStates.PACES + seen % SeriesStates.PACES] = pace;
        states.pacesSeen[place] = seen + 1;
    }

    private boolean isSpike(int place, int known, float pace) {
        int from = place * SeriesStates.PACES;
        for (int i = 0; i < known; i++) {
            if (states.paces[from + i] >= pace) {
                // What was as fast before is no spike, and most steps end here.
                return false;
            }
        }
        for (int i = 0; i < known; i++) {
            sorted[i] = states.paces[from + i];
        }
        double median = median(known);
        for (int i = 0; i < known; i++) {
            sorted[i] = Math.abs(sorted[i] - median);
        }
        return pace - median > SPIKE_SIGMA * Math.max(LEAST_SIGMA, SIGMA_OF_MAD * median(known));
    }

    private double median(int known) {
        Arrays.sort(sorted, 0, known);
        return (sorted[(known - 1) / 2] + sorted[known / 2]) / 2;
    }

    private void keep(int place, long at, int given, long lead, long step, long print) {
        states.second[place] = at;
        states.prints[place] = print;
        int leading = Integer.numberOfTrailingZeros(given);
        if (given != 0 && leading <= states.leads[place]) {
            if (leading < states.leads[place]) {
                // Paces of another counter say nothing of this one.
                states.leads[place] = (byte) leading;
                states.pacesSeen[place] = 0;
            }
            states.values[place] = lead;
            states.steps[place] = step;
            states.valueSecond[place] = at;
        }
    }

    private void fail(GateRule rule, int group, long series, long at, int counter, long before, long after) {
        if (failed.size() < MOST_FAILED) {
            failed.add(new FailedReading(rule, group, series, at, COUNTERS[counter], before, after));
        }
    }

    /// The counts of the batch, one entry for each group that was read, and the beginning of a new batch.
    public List<GroupCounts> end() {
        List<GroupCounts> counts = new ArrayList<>();
        for (int group = 0; group < groups.size(); group++) {
            Tally tally = groups.get(group);
            if (tally.readings > 0) {
                counts.add(tally.counts(group));
                tally.clear();
            }
        }
        failed.clear();
        return counts;
    }

    /// The failed readings of the batch so far, at most [#MOST_FAILED].
    public List<FailedReading> failed() {
        return List.copyOf(failed);
    }

    /// How many series are remembered.
    public int remembered() {
        return states.size();
    }
}
