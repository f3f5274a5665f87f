package dev.upswell.pattern;

import dev.upswell.pattern.Adjusting.Suggestion;
import dev.upswell.wide.OwnerRegression;
import dev.upswell.wide.WideRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Of what was confirmed, keeps what still stands out beside the rest, among all videos together.
///
/// Each half tests its candidates beside each other only, so that one half may confirm a cause and another something that goes along with
/// it. This only ever takes away: it makes nothing confirmed.
final class Thinning {

    private Thinning() {
    }

    /// Suggestions without those confirmed ones that are fewer standard errors than this from 0, in the sense suggested, in a model with all
    /// that are left.
    static List<Suggestion> of(List<Suggestion> suggestions, VideoTable table, double leastContrast) {
        List<Suggestion> confirmed = new ArrayList<>(
                suggestions.stream().filter(suggestion -> suggestion.q() < Label.LEVEL).toList());
        List<Suggestion> left = new ArrayList<>(suggestions);
        while (confirmed.size() > 1) {
            int weakest = weakest(confirmed, table.rows(), leastContrast);
            if (weakest < 0) {
                break;
            }
            left.remove(confirmed.remove(weakest));
        }
        return left;
    }

    /// The one with the least contrast, if that is too little; the last where two say the same; −1 where all stand out.
    private static int weakest(List<Suggestion> confirmed, WideRows rows, double leastContrast) {
        double[][] inputs = confirmed.stream()
                .map(suggestion -> Candidate.filled(suggestion.candidate().side(rows), rows.weights()))
                .toArray(double[][]::new);
        Optional<OwnerRegression> fit = OwnerRegression.levelled(inputs, rows);
        if (fit.isEmpty()) {
            return confirmed.size() - 1;
        }
        double least = leastContrast;
        int weakest = -1;
        for (int i = 0; i < inputs.length; i++) {
            double contrast = fit.get().coefficients()[i] / fit.get().errors()[i]
                    * (confirmed.get(i).candidate().rises() ? 1 : -1);
            if (contrast < least) {
                least = contrast;
                weakest = i;
            }
        }
        return weakest;
    }
}
