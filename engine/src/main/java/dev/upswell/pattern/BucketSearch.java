package dev.upswell.pattern;

import dev.upswell.pattern.Confirming.Tested;
import dev.upswell.wide.Folds;
import dev.upswell.wide.WideRows;
import java.util.ArrayList;
import java.util.List;

/// What one bucket's videos suggest and confirm.
///
/// Videos are dealt into two halves several times, all of a creator into the same. Each half chooses once, and the other confirms it: two
/// directions a deal, whose p-values are valid each by itself, but not together.
///
/// @param directions what came of the candidates of each half; the two of a deal stand beside each other
/// @param importance for each feature its share of what forests of all halves explain
record BucketSearch(VideoTable table, List<List<Tested>> directions, double[] importance) {

    /// The search in this table.
    static BucketSearch of(VideoTable table, SearchSettings settings) {
        List<List<Tested>> directions = new ArrayList<>();
        double[] importance = new double[table.features().size()];
        for (int direction = 0; direction < settings.directions(); direction++) {
            int half = direction % 2;
            int[] halves = Folds.deal(table.rows().owners(), 2, settings.seed() + direction / 2);
            WideRows choosing = table.rows().take(Folds.rows(halves, half, true));
            WideRows confirming = table.tested().take(Folds.rows(halves, half, false));
            if (choosing.size() == 0 || confirming.size() == 0) {
                directions.add(List.of());
                continue;
            }
            Voting voting = Voting.of(choosing, settings.seed());
            directions.add(Confirming.of(Choosing.of(table, choosing, voting,
                    Confirming.most(confirming, settings.candidates()), settings), confirming,
                    Label.LEVEL / settings.directions()));
            for (int column = 0; column < importance.length; column++) {
                importance[column] += voting.importance()[column] / settings.directions();
            }
        }
        return new BucketSearch(table, List.copyOf(directions), importance);
    }
}
