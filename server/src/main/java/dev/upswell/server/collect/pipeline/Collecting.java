package dev.upswell.server.collect.pipeline;

import dev.upswell.server.collect.AnswerContents;
import dev.upswell.server.collect.AnswerIntake;
import dev.upswell.server.collect.Importer;
import dev.upswell.server.collect.Quarantine;
import dev.upswell.server.collect.format.ContentDetection;
import dev.upswell.server.collect.mapper.Mappers;
import dev.upswell.server.quality.HeldBatches;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.InstantSource;

/// The services of this slice, as the application wires them.
public final class Collecting {

    private Collecting() {
    }

    /// The importer with all mappers of this version.
    ///
    /// @param clock against which future times are recognised
    public static Importer importer(Database database, InstantSource clock) {
        return new ChunkedImporter(database, new ContentDetection(Mappers.all()), clock, ChunkBounds.USUAL);
    }

    /// What takes answers of providers in, with the same mappers.
    public static AnswerIntake answers(Database database, InstantSource clock) {
        return new AnswerBatches(database, Mappers.all(), clock);
    }

    /// What tells what stands in such answers.
    public static AnswerContents contents(Database database, InstantSource clock) {
        return new AnswerBatches(database, Mappers.all(), clock);
    }

    /// The batches of this tenant that gates set aside.
    public static HeldBatches held(Database database, TenantId tenant, InstantSource clock) {
        return new HeldRowRepository(database, tenant, clock);
    }

    /// What tries quarantined rows again, with all mappers of this version.
    public static Quarantine.Retrying retrying(Database database, InstantSource clock) {
        return new QuarantineRetry(database, Mappers.all(), clock);
    }

    /// The quarantine of this database.
    public static Quarantine quarantine(Database database) {
        return new QuarantineRepository(database);
    }
}
