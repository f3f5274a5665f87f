package dev.upswell.forecast;

import dev.upswell.numeric.Quantiles;
import dev.upswell.timeline.CounterSeries;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/// What came of one cut: the growth of every eligible entity over the horizon, and the bar of each band.
///
/// @param knownAt when all of it was known, in epoch seconds
/// @param entities book numbers of the eligible, ascending
/// @param growths log growth of each over the horizon
/// @param bands the band of each; 0 where all are compared with each other
/// @param bars 95th percentile of the growths of each band, `NaN` for a band without labels; a surge lies strictly above its
///     bar and above zero
record CutLabels(long cut, long knownAt, int[] entities, double[] growths, int[] bands, double[] bars) {

    private static final double SECONDS_PER_HOUR = 3600;

    /// The labels of this cut, unless fewer entities than the protocol asks for are eligible.
    static Optional<CutLabels> of(EntityBook book, long cut) {
        SurgeProtocol protocol = book.protocol();
        return switch (protocol.outcomes()) {
            case OutcomeRule.AtHorizon exact -> {
                double[][] growths = new double[1][book.size()];
                IntStream.range(0, book.size()).forEach(i -> book.growths(i, new long[]{cut}, growths));
                yield atHorizon(book, cut, growths[0]);
            }
            case OutcomeRule.NextLook look -> nextLook(book, cut, look);
        };
    }

    /// The labels of this cut from the growths of all entities over the horizon, as [EntityBook#growths] has them.
    static Optional<CutLabels> atHorizon(EntityBook book, long cut, double[] growths) {
        int[] entities = IntStream.range(0, growths.length).filter(i -> !Double.isNaN(growths[i])).toArray();
        if (entities.length < book.protocol().minEligible()) {
            return Optional.empty();
        }
        int[] bands = Arrays.stream(entities).map(i -> book.band(i, cut)).toArray();
        return of(cut, cut + book.protocol().horizonSeconds(), entities,
                Arrays.stream(entities).mapToDouble(i -> growths[i]).toArray(), bands)
                .withBandsOf(book.protocol().minEligible());
    }

    private static Optional<CutLabels> nextLook(EntityBook book, long cut, OutcomeRule.NextLook look) {
        SurgeProtocol protocol = book.protocol();
        int[] present = IntStream.range(0, book.size()).filter(i -> book.asked(i, cut)).toArray();
        return present.length < protocol.minEligible()
                ? Optional.empty()
                : LabelTable
                        .grid(cut + look.atLeast().toSeconds(), cut + look.atMost().toSeconds(), protocol.step())
                        .mapToObj(later -> at(book, present, cut, later)).flatMap(Optional::stream).findFirst();
    }

    private static Optional<CutLabels> at(EntityBook book, int[] present, long cut, long later) {
        int[] entities = Arrays.stream(present).filter(i -> book.level(i, later).isPresent()).toArray();
        if (entities.length < book.protocol().minEligible()) {
            return Optional.empty();
        }
        double[] growths = Arrays.stream(entities).mapToDouble(i -> book.growth(i, cut, later)).toArray();
        int[] bands = Arrays.stream(entities).map(i -> book.band(i, cut)).toArray();
        return of(cut, later, entities, growths, bands).withBandsOf(book.protocol().minEligible());
    }

    private static CutLabels of(long cut, long knownAt, int[] entities, double[] growths, int[] bands) {
        double[] bars = IntStream.rangeClosed(0, Arrays.stream(bands).max().orElse(0))
                .mapToDouble(band -> bar(growths, bands, band)).toArray();
        return new CutLabels(cut, knownAt, entities, growths, bands, bars);
    }

    private static double bar(double[] growths, int[] bands, int band) {
        double[] known = IntStream.range(0, growths.length).filter(i -> bands[i] == band).mapToDouble(i -> growths[i])
                .toArray();
        return known.length == 0 ? Double.NaN : Quantiles.of(known, SurgeProtocol.BAR_QUANTILE);
    }

    /// Only the bands that hold so many entities; empty when none does.
    private Optional<CutLabels> withBandsOf(int minEligible) {
        long[] sizes = new long[bars.length];
        Arrays.stream(bands).forEach(band -> sizes[band]++);
        int[] kept = IntStream.range(0, size()).filter(i -> sizes[bands[i]] >= minEligible).toArray();
        if (kept.length == size()) {
            return Optional.of(this);
        }
        return kept.length == 0
                ? Optional.empty()
                : Optional.of(of(cut, knownAt, Arrays.stream(kept).map(i -> entities[i]).toArray(),
                        Arrays.stream(kept).mapToDouble(i -> growths[i]).toArray(),
                        Arrays.stream(kept).map(i -> bands[i]).toArray()));
    }

    /// The same cut with other growths of the same entities under the same bars.
    CutLabels withGrowths(double[] others) {
        return new CutLabels(cut, knownAt, entities, others, bands, bars);
    }

    int size() {
        return entities.length;
    }

    /// The bar of entity number `index` of the cut.
    double bar(int index) {
        return bars[bands[index]];
    }

    /// Whether this band of the cut has labels.
    boolean knows(int band) {
        return band < bars.length && !Double.isNaN(bars[band]);
    }

    boolean surged(int index) {
        return growths[index] > bar(index) && growths[index] > 0;
    }

    int surges() {
        int count = 0;
        for (int i = 0; i < growths.length; i++) {
            count += surged(i) ? 1 : 0;
        }
        return count;
    }

    /// Hours from the cut to the first reading of a surging entity whose growth since the cut passes its bar.
    double hoursToBar(EntityBook book, int index) {
        CounterSeries series = book.series(entities[index]);
        int now = series.lastIndexAt(cut);
        for (int i = now + 1; i < series.size(); i++) {
            if (book.growth(series, now, i) > bar(index)) {
                return (series.epochSecondAt(i) - cut) / SECONDS_PER_HOUR;
            }
        }
        throw new IllegalStateException(
                "surge at " + cut + " must pass its bar\nMaybe the series changed since its labels were made.");
    }
}
