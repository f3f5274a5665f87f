package dev.upswell.server.collect.pipeline;

import dev.upswell.server.collect.Collected;
import dev.upswell.server.quality.BatchStates;
import dev.upswell.server.quality.HeldBatches;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.Dataset;
import dev.upswell.server.store.LakeFile;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StagedFile;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TenantLocks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows that gates set aside, in the lake. Letting one batch in, or dropping it, writes the others' rows anew: batches that
/// wait are few.
final class HeldRowRepository implements HeldBatches {

    private final Database database;
    private final TenantId tenant;
    private final InstantSource clock;

    HeldRowRepository(Database database, TenantId tenant, InstantSource clock) {
        this.database = database;
        this.tenant = tenant;
        this.clock = clock;
    }

    /// What is left of a dataset of held rows once a batch has gone.
    private record Rest(List<LakeFile> before, List<StagedFile> after, long gone) {
    }

    @Override
    public long release(UUID batch) {
        try (TenantLocks.Held _ = database.locks().acquire(tenant, Collected.WORK);
                LakeSession lake = database.lake().open(tenant);
                ChunkRepository table = new ChunkRepository(lake)) {
            Rest readings = rest(lake, Collected.HELD_OBSERVATION, batch);
            Rest videos = rest(lake, Collected.HELD_VIDEO, batch);
            StagedChunk staged = table.stageHeld(where(lake, Collected.HELD_OBSERVATION, batch),
                    where(lake, Collected.HELD_VIDEO, batch));
            database.transactions().run(tenant, db -> {
                database.manifest().takeTurn(db);
                database.manifest().requireLast(db, Collected.DATASETS, staged.comparedTo());
                EntityRepository.touch(db, staged.touched(), Map.of());
                EntityRepository.seen(db, staged.sources(), BatchStates.cumulative(db, batch));
                staged.files().forEach(file -> database.manifest().publish(db, file));
                List.of(readings, videos).forEach(rest -> replace(db, rest));
                BatchStates.released(db, batch, clock.instant());
            });
            return staged.storedRows();
        }
    }

    @Override
    public long drop(UUID batch) {
        try (TenantLocks.Held _ = database.locks().acquire(tenant, Collected.WORK);
                LakeSession lake = database.lake().open(tenant)) {
            long comparedTo = lake.last(Collected.DATASETS);
            Rest readings = rest(lake, Collected.HELD_OBSERVATION, batch);
            Rest videos = rest(lake, Collected.HELD_VIDEO, batch);
            database.transactions().run(tenant, db -> {
                database.manifest().takeTurn(db);
                database.manifest().requireLast(db, Collected.DATASETS, comparedTo);
                List.of(readings, videos).forEach(rest -> replace(db, rest));
                BatchStates.dropped(db, batch, clock.instant());
            });
            return readings.gone() + videos.gone();
        }
    }

    private void replace(JdbcClient db, Rest rest) {
        if (rest.gone() > 0) {
            database.manifest().retire(db, rest.before());
            rest.after().forEach(file -> database.manifest().publish(db, file));
        }
    }

    private Rest rest(LakeSession lake, Dataset dataset, UUID batch) {
        List<LakeFile> before = database.transactions().call(tenant, db -> database.manifest().visible(db, dataset));
        long gone = number(lake, "SELECT count(*) FROM " + where(lake, dataset, batch));
        List<StagedFile> after = new ArrayList<>();
        if (gone > 0) {
            lake.stage(dataset,
                    "SELECT * FROM " + lake.relation(dataset, before) + " WHERE batch_id <> '" + batch + "'")
                    .ifPresent(after::add);
        }
        return new Rest(before, after, gone);
    }

    private static String where(LakeSession lake, Dataset dataset, UUID batch) {
        return "(SELECT * EXCLUDE (batch_id) FROM " + lake.scan(dataset) + " WHERE batch_id = '" + batch + "')";
    }

    private static long number(LakeSession lake, String sql) {
        try (Statement statement = lake.connection().createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw ChunkRepository.failure("a batch that was set aside was not read", e);
        }
    }
}
