package dev.upswell.tune;

import dev.upswell.learn.Dataset;
import dev.upswell.numeric.LowerBound;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How a training window is divided in time: what candidates are chosen on, and the newest part on which the choice is put to
/// the test once.
///
/// ```
/// |------------- learnt from -------------|-- chosen on --|-- chosen on --|---- confirmed on ----|
/// ```
///
/// @param search the parts that choose, the earlier first
/// @param confirmation the part that no choice has seen
public record Folds(List<Fold> search, Fold confirmation) {

    /// No older outcomes are judged, however long the history is.
    private static final Duration LONGEST = Duration.ofDays(168);
    private static final int SEARCHED = 2;

    public Folds {
        search = List.copyOf(search);
    }

    /// The last third of the history, at most 24 weeks of it: its newer half confirms, the older is cut in two parts that
    /// choose.
    ///
    /// @param knownAt when the label of each row and of all before it was known, in epoch seconds, ascending
    /// @param minPositives so many surges are needed to learn from and in each judged part
    /// **absence** empty when a part would have too few surges
    public static Optional<Folds> of(Dataset rows, long[] knownAt, int minPositives) {
        if (rows.size() == 0) {
            return Optional.empty();
        }
        long end = rows.cuts()[rows.size() - 1] + 1;
        long judged = Math.min(LONGEST.toSeconds(), (end - rows.cuts()[0]) / 3);
        long confirmed = end - judged / 2;
        long[] begins = new long[SEARCHED + 2];
        for (int i = 0; i < SEARCHED; i++) {
            begins[i] = end - judged + i * (judged - judged / 2) / SEARCHED;
        }
        begins[SEARCHED] = confirmed;
        begins[SEARCHED + 1] = end;
        Fold[] folds = new Fold[SEARCHED + 1];
        for (int i = 0; i < folds.length; i++) {
            long begin = begins[i];
            int known = LowerBound.of(knownAt.length, row -> knownAt[row] <= begin);
            int from = rows.firstAt(begin);
            int to = rows.firstAt(begins[i + 1]);
            if (positives(rows, 0, known) < minPositives || positives(rows, from, to) < minPositives) {
                return Optional.empty();
            }
            folds[i] = new Fold(known, from, to);
        }
        return Optional.of(new Folds(List.of(folds).subList(0, SEARCHED), folds[SEARCHED]));
    }

    private static int positives(Dataset rows, int from, int to) {
        int count = 0;
        for (int row = from; row < to; row++) {
            count += rows.labels()[row] > 0 ? 1 : 0;
        }
        return count;
    }
}
