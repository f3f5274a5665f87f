package dev.upswell.forecast;

import dev.upswell.numeric.Quantiles;
import dev.upswell.timeline.CounterSeries;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/// What came of one cut: the growth of every eligible hashtag over the next 24 hours, and the bar.
///
/// @param entities book numbers of the eligible, ascending
/// @param growths log growth of each
/// @param bar 95th percentile of the growths; a surge lies strictly above it and above zero
record CutLabels(long cut, int[] entities, double[] growths, double bar) {

    private static final double SECONDS_PER_HOUR = 3600;

    /// The labels of this cut, unless fewer hashtags than the protocol asks for are eligible.
    static Optional<CutLabels> of(HashtagBook book, SurgeProtocol protocol, long cut) {
        int[] entities = new int[book.size()];
        double[] growths = new double[book.size()];
        int count = 0;
        for (int i = 0; i < book.size(); i++) {
            OptionalLong now = book.level(i, cut);
            OptionalLong later = book.level(i, cut + SurgeProtocol.horizonSeconds());
            if (now.isPresent() && now.getAsLong() >= protocol.minViews() && later.isPresent()) {
                entities[count] = i;
                growths[count++] = Math.log(later.getAsLong()) - Math.log(now.getAsLong());
            }
        }
        if (count < protocol.minEligible()) {
            return Optional.empty();
        }
        double[] known = Arrays.copyOf(growths, count);
        return Optional.of(new CutLabels(cut, Arrays.copyOf(entities, count), known,
                Quantiles.of(known, SurgeProtocol.BAR_QUANTILE)));
    }

    int size() {
        return entities.length;
    }

    boolean surged(int index) {
        return growths[index] > bar && growths[index] > 0;
    }

    int surges() {
        int count = 0;
        for (int i = 0; i < growths.length; i++) {
            count += surged(i) ? 1 : 0;
        }
        return count;
    }

    /// Hours from the cut to the first reading of a surging hashtag whose growth since the cut passes the bar.
    double hoursToBar(CounterSeries series) {
        int now = series.lastIndexAt(cut);
        double level = Math.log(series.valueAt(now));
        for (int i = now + 1; i < series.size(); i++) {
            if (Math.log(series.valueAt(i)) - level > bar) {
                return (series.epochSecondAt(i) - cut) / SECONDS_PER_HOUR;
            }
        }
        throw new IllegalStateException(
                "surge at " + cut + " must pass its bar\nMaybe the series changed since its labels were made.");
    }
}
