package dev.upswell.pattern;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Videos of a bucket by engagement: the top tenth, the next fifth, the middle 40 %, the bottom 30 %.
///
/// @param tiers for each video 0 for the top tier to 3 for the bottom
record Tiers(int[] tiers) {

    /// Tiers of these videos, each beside others of its origin; of equally engaged ones the first by id counts as the better.
    static Tiers of(List<AnalysedVideo> videos) {
        int size = videos.size();
        int[] tiers = new int[size];
        double[] engagement = VideoTable.levelled(videos);
        List<Integer> order = IntStream.range(0, size).boxed()
                .sorted(Comparator.comparingDouble(row -> -engagement[row])).toList();
        int top = (int) Math.max(1, Math.round(.1 * size));
        int high = (int) Math.max(top, Math.round(.3 * size));
        int middle = (int) Math.max(high, Math.round(.7 * size));
        for (int rank = 0; rank < size; rank++) {
            tiers[order.get(rank)] = rank < top ? 0 : rank < high ? 1 : rank < middle ? 2 : 3;
        }
        return new Tiers(tiers);
    }

    /// Share of a tier's videos, among those of which it is known, that do so; 0 where it is known of none.
    double share(double[] does, int tier) {
        double known = rows(does).filter(row -> tiers[row] == tier).count();
        return known == 0 ? 0 : rows(does).filter(row -> tiers[row] == tier && does[row] == 1).count() / known;
    }

    /// Share of those in the tiers from one to another among those that do so, over that among all; null where nobody does so.
    @Nullable
    Double lift(double[] does, int from, int to) {
        double doing = rows(does).filter(row -> does[row] == 1).count();
        double within = rows(does).filter(row -> tiers[row] >= from && tiers[row] <= to).count();
        if (doing == 0 || within == 0) {
            return null;
        }
        double both = rows(does).filter(row -> does[row] == 1 && tiers[row] >= from && tiers[row] <= to).count();
        return both / doing / (within / rows(does).count());
    }

    private static IntStream rows(double[] does) {
        return IntStream.range(0, does.length).filter(row -> !Double.isNaN(does[row]));
    }
}
