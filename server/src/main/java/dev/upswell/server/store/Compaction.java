package dev.upswell.server.store;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Merges the many small files that small imports and frequent runs leave into one, because each file costs every reader.
///
/// Rows stay as they are; readers see either the small files or the merged one.
public final class Compaction {

    private static final long SMALL = 32L << 20;

    /// About the size of a merged file; more files are merged into several.
    private static final long MERGED = 4 * SMALL;

    private final TenantTransactions transactions;
    private final Lake lake;
    private final Manifest manifest;
    private final TenantLocks locks;

    Compaction(TenantTransactions transactions, Lake lake, Manifest manifest, TenantLocks locks) {
        this.transactions = transactions;
        this.lake = lake;
        this.manifest = manifest;
        this.locks = locks;
    }

    /// Merges the small files of each of these datasets, as `compact` does, under the lock of the work that writes them.
    ///
    /// Returns how many were merged; nothing happens while that work goes on.
    public int compactBetween(TenantId tenant, String work, List<Dataset> datasets, int atMost) {
        Optional<TenantLocks.Held> right = locks.tryAcquire(tenant, work);
        if (right.isEmpty()) {
            return 0;
        }
        try (TenantLocks.Held _ = right.get()) {
            return datasets.stream().mapToInt(dataset -> compact(tenant, dataset, atMost)).sum();
        }
    }

    /// Merges the files below 32 MB, month of storing by month, when there are more than `atMost` of them; returns how many were
    /// merged.
    ///
    /// Call it after publishing, outside any transaction, and hold whatever lock keeps others from retiring files of this
    /// dataset. Nothing happens while another process compacts the same dataset.
    public int compact(TenantId tenant, Dataset dataset, int atMost) {
        Optional<TenantLocks.Held> right = locks.tryAcquire(tenant, "compact " + dataset.name());
        if (right.isEmpty()) {
            return 0;
        }
        try (TenantLocks.Held _ = right.get()) {
            List<LakeFile> small = transactions.call(tenant, db -> manifest.visible(db, dataset)).stream()
                    .filter(file -> file.bytes() < SMALL).toList();
            if (small.size() <= atMost) {
                return 0;
            }
            List<List<LakeFile>> merged = portions(small).stream().filter(portion -> portion.size() > 1).toList();
            merged.forEach(portion -> merge(tenant, dataset, portion));
            return merged.stream().mapToInt(List::size).sum();
        }
    }

    /// Files of one month of storing, so that what is kept for a time can go with its file.
    private static List<List<LakeFile>> portions(List<LakeFile> files) {
        Map<YearMonth, List<LakeFile>> months = files.stream().collect(Collectors.groupingBy(
                file -> YearMonth.from(file.storedAt().atOffset(ZoneOffset.UTC)), TreeMap::new, Collectors.toList()));
        return months.values().stream().flatMap(month -> ofOneSize(month).stream()).toList();
    }

    private static List<List<LakeFile>> ofOneSize(List<LakeFile> files) {
        List<List<LakeFile>> portions = new ArrayList<>();
        long bytes = MERGED;
        for (LakeFile file : files) {
            if (bytes >= MERGED) {
                portions.add(new ArrayList<>());
                bytes = 0;
            }
            portions.getLast().add(file);
            bytes += file.bytes();
        }
        return portions;
    }

    private void merge(TenantId tenant, Dataset dataset, List<LakeFile> files) {
        try (LakeSession session = lake.open(tenant)) {
            StagedFile merged = session.stage(dataset, "SELECT * FROM " + session.relation(dataset, files))
                    .orElseThrow();
            transactions.run(tenant, db -> {
                manifest.takeTurn(db);
                manifest.retire(db, files);
                manifest.publishInPlaceOf(db, merged, files);
            });
        }
    }
}
