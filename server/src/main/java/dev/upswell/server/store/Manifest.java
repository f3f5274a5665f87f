package dev.upswell.server.store;

import dev.upswell.server.postgres.RowTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which files of the lake can be read: the rows of table `lake_file`.
///
/// All calls run inside the caller's tenant transaction, so a file appears, or is replaced, together with whatever else that
/// transaction says, or not at all.
///
/// Transactions that publish together with other changes take their turn first. That locks one row of the tenant before any
/// other, so such transactions follow one another and never wait for each other crosswise, whatever they write after it.
public final class Manifest {

    Manifest() {
    }

    /// Waits until no other transaction of this tenant has its turn, and keeps it until the transaction ends.
    ///
    /// Importers and computations, which publish and write due work alike, do so before anything else.
    public void takeTurn(JdbcClient db) {
        db.sql("""
            insert into lake_sequence (last_seq) values (0)
            on conflict (tenant_id) do update set last_seq = lake_sequence.last_seq""").update();
    }

    /// The place of the last file of these datasets, replaced ones included; 0 before the first.
    public long last(JdbcClient db, List<Dataset> datasets) {
        return db.sql("select coalesce(max(seq), 0) from lake_file where dataset = any(?)")
                .param(datasets.stream().map(Dataset::name).toArray(String[]::new)).query(Long.class).single();
    }

    /// Makes sure that nobody published files of these datasets since `last` was read; call it in one's turn.
    ///
    /// A [TenantLocks.Held] ends unnoticed when its connection does. What was made from the lake under such a lock is refused
    /// here instead of being stored a second time beside the work of whoever got the lock next.
    ///
    /// **errors** a retryable [StoreException] when somebody did.
    public void requireLast(JdbcClient db, List<Dataset> datasets, long last) {
        if (last(db, datasets) != last) {
            throw StoreException.retryable("another process stored rows of the same kind meanwhile", "lake",
                    "Try again: what is stored already is not stored twice.", null);
        }
    }

    /// Makes the file visible when the transaction commits, and returns its place in the order of commits.
    ///
    /// **errors** a second publication of the same file is refused by the database.
    public long publish(JdbcClient db, StagedFile file) {
        return publish(db, file, null);
    }

    /// The same for a file of rows of these files, which are retired in the same transaction: it brings nothing new, and is as
    /// old as the youngest of them.
    public long publishInPlaceOf(JdbcClient db, StagedFile file, Collection<LakeFile> files) {
        Instant youngest = files.stream().map(LakeFile::storedAt).max(Comparator.naturalOrder()).orElseThrow();
        long seq = publish(db, file, youngest);
        db.sql("update lake_file set rows_since = (select max(coalesce(rows_since, seq)) from lake_file where id = any(?))"
                + " where id = ?").param(files.stream().map(LakeFile::id).toArray(UUID[]::new)).param(file.id())
                .update();
        return seq;
    }

    /// The same for a file of rows that were stored before, in other files, and say something else now.
    ///
    /// @param storedAt when the youngest of them was stored; null for now
    public long publish(JdbcClient db, StagedFile file, @Nullable Instant storedAt) {
        long seq = db.sql("""
            insert into lake_sequence (last_seq) values (1)
            on conflict (tenant_id) do update set last_seq = lake_sequence.last_seq + 1
            returning last_seq""").query(Long.class).single();
        db.sql("""
            insert into lake_file (tenant_id, id, dataset, path, rows, bytes, min_time, max_time, seq, stored_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, coalesce(?, now()))""")
                .params(file.tenant().value(), file.id(), file.dataset(), file.path(), file.rows(), file.bytes())
                .param(RowTime.utcOrNull(file.minTime())).param(RowTime.utcOrNull(file.maxTime())).param(seq)
                .param(RowTime.utcOrNull(storedAt)).update();
        return seq;
    }

    /// Hides these files when the transaction commits; they are deleted after a grace period, when no reader needs them.
    ///
    /// **errors** `IllegalStateException` when one of them is not visible, for then somebody else replaced it already.
    public void retire(JdbcClient db, Collection<LakeFile> files) {
        for (LakeFile file : files) {
            int hidden = db.sql("update lake_file set retired_at = now() where id = ? and retired_at is null")
                    .param(file.id()).update();
            if (hidden != 1) {
                throw new IllegalStateException("file (" + file.path()
                        + ") must be visible to be retired\nMaybe another run replaced it: hold a TenantLock.");
            }
        }
    }

    /// All visible files of the dataset, in the order in which they were published.
    public List<LakeFile> visible(JdbcClient db, Dataset dataset) {
        return select(db, "dataset = ?", dataset.name());
    }

    /// The visible files of the dataset that may hold rows with `from ≤ time ≤ to`.
    public List<LakeFile> visible(JdbcClient db, Dataset dataset, Instant from, Instant to) {
        return select(db, "dataset = ? and (min_time is null or (max_time >= ? and min_time <= ?))", dataset.name(),
                RowTime.utcOrNull(from), RowTime.utcOrNull(to));
    }

    /// The visible files of the dataset that hold rows which were first published after a place; files that were merged since
    /// from older ones are not among them.
    public List<LakeFile> visibleSince(JdbcClient db, Dataset dataset, long place) {
        return select(db, "dataset = ? and coalesce(rows_since, seq) > ?", dataset.name(), place);
    }

    /// A text that is another one whenever other files are visible: what was read of files may be gone by as long as it stays.
    public String state(JdbcClient db) {
        return db
                .sql("""
                    select coalesce(md5(string_agg(seq::text, ',' order by seq)), '') from lake_file where retired_at is null""")
                .query(String.class).single();
    }

    /// The names of all datasets with a visible file, in alphabetical order.
    public List<String> datasets(JdbcClient db) {
        return db.sql("select distinct dataset from lake_file where retired_at is null order by dataset")
                .query(String.class).list();
    }

    List<LakeFile> visible(JdbcClient db, String dataset) {
        return select(db, "dataset = ?", dataset);
    }

    private static List<LakeFile> select(JdbcClient db, String condition, @Nullable Object... parameters) {
        return db.sql("select * from lake_file where retired_at is null and " + condition + " order by seq")
                .params(parameters).query((row, index) -> file(row)).list();
    }

    private static LakeFile file(ResultSet row) throws SQLException {
        return new LakeFile(row.getObject("id", UUID.class), row.getString("dataset"), row.getString("path"),
                row.getLong("rows"), row.getLong("bytes"), instant(row, "min_time"), instant(row, "max_time"),
                row.getLong("seq"), row.getObject("stored_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
