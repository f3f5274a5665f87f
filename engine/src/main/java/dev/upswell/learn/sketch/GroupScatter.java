package dev.upswell.learn.sketch;

/// The variance of a difference between two shares whose rows belong to entities, read off the scatter between groups of entities.
///
/// The two shares are taken group by group together, so that entities that occur in both tables weigh as they should.
///
/// @param before rows by group at training
/// @param now rows by group in the window
public record GroupScatter(int[] before, int[] now) {

    private static final int FEWEST_GROUPS = 8;

    /// Whether both tables hold enough groups of entities for a test.
    public boolean testable() {
        return degrees() >= FEWEST_GROUPS - 1;
    }

    /// How many independent differences stand behind a variance.
    public int degrees() {
        return Math.min(EntityGroups.occupied(before), EntityGroups.occupied(now)) - 1;
    }

    /// The variance of (share now − share before).
    ///
    /// @param hitsBefore rows by group that count, at training
    /// @param hitsNow the same in the window
    public double variance(int[] hitsBefore, int[] hitsNow) {
        double rowsBefore = Cells.sum(before);
        double rowsNow = Cells.sum(now);
        double shareBefore = Cells.sum(hitsBefore) / rowsBefore;
        double shareNow = Cells.sum(hitsNow) / rowsNow;
        double squares = 0;
        int groups = 0;
        for (int group = 0; group < EntityGroups.COUNT; group++) {
            if (before[group] + now[group] == 0) {
                continue;
            }
            double apart = (hitsNow[group] - shareNow * now[group]) / rowsNow
                    - (hitsBefore[group] - shareBefore * before[group]) / rowsBefore;
            squares += apart * apart;
            groups++;
        }
        return squares * groups / Math.max(1, groups - 1);
    }

    /// The variance of the share before alone.
    public double ownVariance(int[] hits) {
        double rows = Cells.sum(before);
        double share = Cells.sum(hits) / rows;
        double squares = 0;
        for (int group = 0; group < EntityGroups.COUNT; group++) {
            double apart = (hits[group] - share * before[group]) / rows;
            squares += apart * apart;
        }
        int groups = EntityGroups.occupied(before);
        return squares * groups / Math.max(1, groups - 1);
    }

    /// The variance that independent rows would give, for a common share.
    public double rowVariance(double share) {
        return share * (1 - share) * (1.0 / Cells.sum(before) + 1.0 / Cells.sum(now));
    }
}
