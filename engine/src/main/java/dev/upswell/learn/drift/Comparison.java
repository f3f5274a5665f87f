package dev.upswell.learn.drift;

import dev.upswell.learn.sketch.Cells;
import dev.upswell.learn.sketch.ColumnCounts;
import dev.upswell.learn.sketch.EntityGroups;
import dev.upswell.learn.sketch.GroupScatter;
import dev.upswell.learn.sketch.ShareShift;
import dev.upswell.numeric.FalseDiscovery;
import dev.upswell.numeric.KolmogorovSmirnov;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/// Holds the counts of a window against those of the training, column by column, then all tests together.
final class Comparison {

    private static final double SMOOTHING = 0.5;

    private final DriftSettings settings;

    Comparison(DriftSettings settings) {
        this.settings = settings;
    }

    /// What became of each column; false discoveries are controlled over all tests made, of values and of missing shares alike.
    List<FeatureDrift> of(List<ReferenceColumn> columns, List<ColumnCounts> window) {
        List<@Nullable ValueShift> values = new ArrayList<>();
        List<@Nullable MissingShift> missing = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            values.add(values(columns.get(i), window.get(i)));
            missing.add(missing(columns.get(i), window.get(i)));
        }
        double[] found = FalseDiscovery.adjusted(DoubleStream.concat(
                values.stream().filter(Objects::nonNull).mapToDouble(ValueShift::pValue),
                missing.stream().filter(Objects::nonNull).mapToDouble(MissingShift::pValue)).toArray());
        int next = 0;
        int nextMissing = (int) values.stream().filter(Objects::nonNull).count();
        List<FeatureDrift> features = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            ValueShift ofValues = values.get(i);
            MissingShift ofMissing = missing.get(i);
            features.add(feature(columns.get(i), window.get(i),
                    ofValues == null ? null : ofValues.withQValue(found[next++]),
                    ofMissing == null ? null : ofMissing.withQValue(found[nextMissing++])));
        }
        return features;
    }

    private FeatureDrift feature(ReferenceColumn column, ColumnCounts window, @Nullable ValueShift values,
            @Nullable MissingShift missing) {
        DriftVerdict verdict = DriftVerdict.UNTESTED;
        if (values != null) {
            verdict = verdict(values.qValue(), values.excess(), settings.psi());
        }
        if (missing != null) {
            verdict = verdict.or(verdict(missing.qValue(), missing.excess(), settings.missing()));
        }
        return new FeatureDrift(column.name(), verdict, values, missing, cells(column, window));
    }

    private static @Nullable List<CellShift> cells(ReferenceColumn column, ColumnCounts window) {
        double known = column.counts().known();
        double knownNow = window.known();
        if (known == 0 || knownNow == 0) {
            return null;
        }
        long[] before = column.counts().byCell();
        long[] now = window.byCell();
        int[] ofBin = column.cells().ofBin();
        float[] edges = column.edges().edges();
        Double[] upTo = new Double[before.length];
        for (int bin = 0; bin < ofBin.length; bin++) {
            boolean seen = before[ofBin[bin]] > 0;
            upTo[ofBin[bin]] = seen && bin < edges.length ? Double.valueOf(edges[bin]) : null;
        }
        List<CellShift> cells = new ArrayList<>();
        for (int cell = 0; cell < before.length; cell++) {
            cells.add(new CellShift(upTo[cell], before[cell] == 0, before[cell] / known, now[cell] / knownNow));
        }
        return cells;
    }

    private DriftVerdict verdict(double qValue, double excess, DriftSettings.Bars bars) {
        return qValue <= settings.falseDiscoveryRate() ? bars.verdict(excess) : DriftVerdict.STABLE;
    }

    private static @Nullable ValueShift values(ReferenceColumn column, ColumnCounts window) {
        ColumnCounts training = column.counts();
        GroupScatter scatter = new GroupScatter(training.knownByGroup(), window.knownByGroup());
        if (training.known() == 0 || window.known() == 0 || !scatter.testable()) {
            return null;
        }
        long[] before = training.byCell();
        long[] now = window.byCell();
        double distance = distance(training, window);
        double effect = rowsPerEffective(scatter, training, window);
        double rows = 1 / (1.0 / training.known() + 1.0 / window.known());
        double pValue = KolmogorovSmirnov.pValue(distance * Math.sqrt(rows / effect), scatter.degrees());
        return new ValueShift(ShareShift.psi(before, now), byChance(scatter, training, window), column.usualPsi(),
                ShareShift.jensenShannon(before, now), distance, pValue, pValue, window.known() / effect,
                median(column, training), median(column, window));
    }

    private static double distance(ColumnCounts training, ColumnCounts window) {
        double ofTraining = training.known();
        double ofWindow = window.known();
        long before = 0;
        long now = 0;
        double largest = 0;
        for (int bin = 0; bin < training.bins().length; bin++) {
            before += training.bins()[bin];
            now += window.bins()[bin];
            largest = Math.max(largest, Math.abs(now / ofWindow - before / ofTraining));
        }
        return largest;
    }

    /// How many rows tell as much as one independent row: the variance of the distribution functions' difference by groups of entities
    /// over that of independent rows, at all edges between cells together; at least 1, so that luck never sharpens a test.
    private static double rowsPerEffective(GroupScatter scatter, ColumnCounts training, ColumnCounts window) {
        int[] before = new int[EntityGroups.COUNT];
        int[] now = new int[EntityGroups.COUNT];
        double found = 0;
        double independent = 0;
        for (int cell = 0; cell + 1 < training.cellCount(); cell++) {
            for (int group = 0; group < EntityGroups.COUNT; group++) {
                before[group] += training.cells()[group * training.cellCount() + cell];
                now[group] += window.cells()[group * training.cellCount() + cell];
            }
            found += scatter.variance(before, now);
            double share = (Cells.sum(before) / (double) training.known() + Cells.sum(now) / (double) window.known())
                    / 2;
            independent += scatter.rowVariance(share);
        }
        return independent > 0 ? Math.max(1, found / independent) : 1;
    }

    /// The stability index that scatter alone would make: to first order the sum over cells of variance over mean share.
    private static double byChance(GroupScatter scatter, ColumnCounts training, ColumnCounts window) {
        int cells = training.cellCount();
        int[] before = new int[EntityGroups.COUNT];
        int[] now = new int[EntityGroups.COUNT];
        double sum = 0;
        for (int cell = 0; cell < cells; cell++) {
            for (int group = 0; group < EntityGroups.COUNT; group++) {
                before[group] = training.cells()[group * cells + cell];
                now[group] = window.cells()[group * cells + cell];
            }
            double share = (smoothed(before, training.known(), cells) + smoothed(now, window.known(), cells)) / 2;
            sum += Math.max(scatter.variance(before, now), scatter.rowVariance(share)) / share;
        }
        return sum;
    }

    private static double smoothed(int[] hits, long rows, int cells) {
        return (Cells.sum(hits) + SMOOTHING) / (rows + SMOOTHING * cells);
    }

    private static double median(ReferenceColumn column, ColumnCounts counts) {
        float[] edges = column.edges().edges();
        long below = 0;
        int bin = 0;
        while (2 * (below + counts.bins()[bin]) < counts.known()) {
            below += counts.bins()[bin++];
        }
        return edges[Math.min(bin, edges.length - 1)];
    }

    private static @Nullable MissingShift missing(ReferenceColumn column, ColumnCounts window) {
        ColumnCounts training = column.counts();
        GroupScatter scatter = new GroupScatter(rows(training), rows(window));
        if (!scatter.testable()) {
            return null;
        }
        double before = (double) training.unknown() / Cells.sum(scatter.before());
        double now = (double) window.unknown() / Cells.sum(scatter.now());
        double share = (training.unknown() + window.unknown() + SMOOTHING)
                / (Cells.sum(scatter.before()) + Cells.sum(scatter.now()) + 2 * SMOOTHING);
        double variance = Math.max(scatter.variance(training.missing(), window.missing()),
                scatter.rowVariance(share));
        double standardised = Math.abs(now - before) / Math.sqrt(variance);
        double pValue = Math.clamp(2 * new TDistribution(scatter.degrees()).cumulativeProbability(-standardised), 0,
                1);
        return new MissingShift(before, now, column.usualMissing(), pValue, pValue);
    }

    private static int[] rows(ColumnCounts counts) {
        int[] rows = counts.knownByGroup();
        for (int group = 0; group < rows.length; group++) {
            rows[group] += counts.missing()[group];
        }
        return rows;
    }
}
