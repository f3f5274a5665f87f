package dev.upswell.server.app;

import dev.upswell.server.collect.Collected;
import dev.upswell.server.feature.FeatureDataset;
import dev.upswell.server.live.sweep.AnswerDataset;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.Dataset;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.trend.MetricDataset;
import java.util.List;
import java.util.stream.Stream;

/// Keeps the lake quick to read while the program runs: merges the small files that imports and computations leave, and
/// deletes the files that were replaced longer ago than [Database#GRACE].
///
/// Work that goes on is not disturbed: its files are left for the next time.
///
/// **cost** some milliseconds when there is nothing to do, else about a second for 100 MB.
final class LakeUpkeep {

    /// Every dataset that any slice keeps in the lake, in the order in which data travels.
    static final List<Dataset> DATASETS = Stream
            .of(Collected.DATASETS, List.of(AnswerDataset.ANSWER), MetricDataset.DATASETS, FeatureDataset.DATASETS)
            .flatMap(List::stream).toList();

    /// So many small files of a dataset are left for readers to open.
    private static final int SMALL_FILES = 32;

    private final Database database;

    LakeUpkeep(Database database) {
        this.database = database;
    }

    /// What was done.
    ///
    /// @param merged files that were replaced by larger ones
    /// @param deleted files that had been replaced before
    record Tidied(int merged, int deleted) {
    }

    /// Tidies the lake of this tenant. Call it after an import or a round of computing, outside any transaction.
    Tidied tidy(TenantId tenant) {
        int merged = database.compaction().compactBetween(tenant, Collected.WORK, Collected.DATASETS, SMALL_FILES)
                + database.compaction().compactBetween(tenant, MetricDataset.WORK, MetricDataset.DATASETS, SMALL_FILES)
                + database.compaction().compactBetween(tenant, FeatureDataset.WORK, FeatureDataset.DATASETS,
                        SMALL_FILES)
                + database.compaction().compactBetween(tenant, AnswerDataset.WORK, List.of(AnswerDataset.ANSWER),
                        SMALL_FILES);
        return new Tidied(merged, database.deleteRetiredFiles(Database.GRACE));
    }
}
