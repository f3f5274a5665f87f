package dev.upswell.forecast.reach;

import dev.upswell.learn.Dataset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The vectors and outcomes of all videos of an archive at one stage, in the order in which the outcomes became known.
///
/// @param rows labels are decimal logarithms of one more than the views; entities are creators; cuts are when the outcome was
///     known
/// @param askedAt when each video was asked about, in epoch seconds
/// @param markets what was known of videos in general then
record StageRows(Dataset rows, List<ReachArchive.Entry> entries, long[] askedAt, List<ReachArchive.Market> markets) {

    private record Row(ReachArchive.Entry entry, ReachMoment moment, ReachTarget.Outcome outcome, float[] values) {
    }

    static StageRows of(ReachArchive archive, ReachStage stage) {
        List<Row> found = archive.entries().parallelStream().flatMap(entry -> {
            ReachTarget.Outcome outcome = entry.outcome();
            return outcome == null
                    ? Stream.<Row>empty()
                    : archive.moment(entry.video(), entry.createdAt(), stage, entry.series()).stream()
                            .map(moment -> new Row(entry, moment, outcome, ReachFeatures.at(moment)));
        }).sorted(Comparator.comparingLong((Row row) -> row.outcome().knownAt())
                .thenComparing(row -> row.entry().video().id())).toList();
        float[] labels = new float[found.size()];
        int[] creators = new int[found.size()];
        long[] knownAt = new long[found.size()];
        long[] askedAt = new long[found.size()];
        for (int i = 0; i < labels.length; i++) {
            Row row = found.get(i);
            labels[i] = (float) row.outcome().logViews();
            creators[i] = archive.creatorNumber(row.entry().video().creator());
            knownAt[i] = row.outcome().knownAt();
            askedAt[i] = row.moment().now();
        }
        Dataset rows = new Dataset(ReachFeatures.names(),
                ReachFeatures.packed(found.stream().map(Row::values).toList()),
                labels, creators, knownAt);
        return new StageRows(rows, found.stream().map(Row::entry).toList(), askedAt,
                new ArrayList<>(found.stream().map(row -> row.moment().market()).toList()));
    }

    /// The rows whose outcome was known at this second.
    Dataset knownAt(long second) {
        return rows.slice(0, rows.firstAt(second + 1));
    }

    int size() {
        return rows.size();
    }

    boolean brokeOut(int row) {
        return rows.labels()[row] > markets.get(row).breakout();
    }
}
