package dev.upswell.learn.drift;

import dev.upswell.learn.Interval;
import dev.upswell.learn.sketch.Cells;
import dev.upswell.learn.sketch.ColumnTable;
import dev.upswell.learn.sketch.EntityGroups;
import dev.upswell.learn.sketch.GroupScatter;
import dev.upswell.numeric.WilsonInterval;
import org.jspecify.annotations.Nullable;

/// Rows whose outcome is known, and the positive ones among them, by group of entities.
record LabelCounts(int[] rows, int[] positives) {

    private static final int FEWEST_ROWS = 30;

    LabelCounts {
        if (rows.length != EntityGroups.COUNT || positives.length != EntityGroups.COUNT) {
            throw new IllegalArgumentException("counts of labels (" + rows.length + " and " + positives.length
                    + " groups) must be of " + EntityGroups.COUNT
                    + " groups\nMaybe they were read from damaged bytes.");
        }
    }

    static LabelCounts empty() {
        return new LabelCounts(new int[EntityGroups.COUNT], new int[EntityGroups.COUNT]);
    }

    static LabelCounts of(ColumnTable table) {
        LabelCounts counts = empty();
        for (int row = 0; row < table.rows(); row++) {
            float label = table.label(row);
            if (!Float.isNaN(label)) {
                counts.add(EntityGroups.of(table.entity(row)), label > 0);
            }
        }
        return counts;
    }

    void add(int group, boolean positive) {
        rows[group]++;
        positives[group] += positive ? 1 : 0;
    }

    /// The shift from these labels to the window's; null when either side is too small or in too few groups.
    @Nullable
    PrevalenceShift shift(LabelCounts now, DriftSettings.Bars bars) {
        GroupScatter scatter = new GroupScatter(rows, now.rows);
        long known = Cells.sum(now.rows);
        if (!scatter.testable() || known < FEWEST_ROWS) {
            return null;
        }
        double effect = rowsPerEffective();
        double shareBefore = share();
        double shareNow = now.share();
        WilsonInterval ofBefore = WilsonInterval.of(shareBefore, Cells.sum(rows) / effect);
        WilsonInterval ofNow = WilsonInterval.of(shareNow, known / Math.max(effect, now.rowsPerEffective()));
        double apart = shareNow - shareBefore;
        Interval difference = new Interval(
                apart - Math.hypot(shareNow - ofNow.low(), ofBefore.high() - shareBefore),
                apart + Math.hypot(ofNow.high() - shareNow, shareBefore - ofBefore.low()));
        DriftVerdict verdict = difference.contains(0)
                ? DriftVerdict.STABLE
                : bars.verdict(Math.abs(apart) / Math.max(shareBefore, 1.0 / Cells.sum(rows)));
        return new PrevalenceShift(verdict, shareBefore, shareNow, difference, known);
    }

    private double share() {
        return (double) Cells.sum(positives) / Cells.sum(rows);
    }

    /// By how much rows of one entity resemble each other in their outcome; at least 1.
    private double rowsPerEffective() {
        double independent = share() * (1 - share()) / Cells.sum(rows);
        double found = new GroupScatter(rows, rows).ownVariance(positives);
        return independent > 0 ? Math.max(1, found / independent) : 1;
    }
}
