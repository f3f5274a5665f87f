package dev.upswell.server.contest;

import dev.upswell.ranking.PairwiseTrees;
import dev.upswell.recommend.RankingColumns;
import java.util.List;

/// Shown lists as rows that trees learn from and score.
final class RankerRows {

    /// The order by the formula as it was then.
    static final Orders.Order FORMULA = list -> list.videos().stream().mapToDouble(ShownList.Video::score).toArray();

    private static final int WIDTH = RankingColumns.NAMES.size();
    private static final int PLACE = RankingColumns.NAMES.indexOf("place");

    private RankerRows() {
    }

    /// Groups of rows, one group a list. What was hidden is worst, then what nothing was done with.
    static PairwiseTrees.Groups of(List<ShownList> lists) {
        int rows = lists.stream().mapToInt(list -> list.videos().size()).sum();
        float[] values = new float[rows * WIDTH];
        float[] gains = new float[rows];
        int at = 0;
        for (ShownList list : lists) {
            for (ShownList.Video video : list.videos()) {
                fill(values, at * WIDTH, video);
                gains[at++] = video.worth() < 0 ? 0 : (float) (1 + video.worth());
            }
        }
        return new PairwiseTrees.Groups(values, WIDTH, gains,
                lists.stream().mapToInt(list -> list.videos().size()).toArray());
    }

    /// The order by trees, as if each video stood first.
    static Orders.Order order(PairwiseTrees trees) {
        return list -> {
            float[] values = new float[list.videos().size() * WIDTH];
            for (int i = 0; i < list.videos().size(); i++) {
                fill(values, i * WIDTH, list.videos().get(i));
                values[i * WIDTH + PLACE] = 1;
            }
            return trees.scores(values, list.videos().size());
        };
    }

    private static void fill(float[] values, int from, ShownList.Video video) {
        for (int i = 0; i < WIDTH; i++) {
            values[from + i] = video.columns().get(i);
        }
    }
}
