package dev.upswell.server.collect.pipeline;

import dev.upswell.server.collect.Collected;
import dev.upswell.server.collect.FileReport;
import dev.upswell.server.collect.FrozenFeed;
import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.ImportPreview;
import dev.upswell.server.collect.ImportProgress;
import dev.upswell.server.collect.ImportRefused;
import dev.upswell.server.collect.ImportSource;
import dev.upswell.server.collect.Importer;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.ahead.WorkBehind;
import dev.upswell.server.collect.kept.KeptOpening;
import dev.upswell.server.collect.pipeline.ChunkRepository.Batched;
import dev.upswell.server.collect.row.FileReading;
import dev.upswell.server.collect.row.MappingContext;
import dev.upswell.server.collect.row.OpenFile;
import dev.upswell.server.collect.row.RowMapper;
import dev.upswell.server.collect.row.StoreGate;
import dev.upswell.server.comply.AuditEntry;
import dev.upswell.server.comply.AuditRepository;
import dev.upswell.server.mapping.MappingVersion;
import dev.upswell.server.mapping.TableHead;
import dev.upswell.server.quality.BatchScope;
import dev.upswell.server.quality.Gates;
import dev.upswell.server.quality.Judged;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TenantLocks;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Imports files in chunks of rows, each published in one transaction together with the progress of the import.
///
/// While a chunk is compared and stored, the rows of the next are read and mapped; chunks are stored in their order.
///
/// A kill between two chunks leaves the file imported up to a known row; the next import of the same content maps the rows
/// before it again only to report on the whole file, and goes on storing behind it. Chunks of several processes may
/// interleave: comparing with the lake and publishing happens under a lock of the tenant, so no row is stored twice.
public final class ChunkedImporter implements Importer {

    /// By what the audit trail calls imports.
    static final String ACTOR = "import";

    private final Database database;
    private final FileReading reading;
    private final KeptOpening opening;
    private final InstantSource clock;
    private final ChunkBounds bounds;
    private final ImportRepository runs;
    private final FrozenFeedRepository frozenFeeds;
    private final Gates gates;

    public ChunkedImporter(Database database, FileReading reading, InstantSource clock, ChunkBounds bounds) {
        this.database = database;
        this.reading = reading;
        this.opening = new KeptOpening(reading, database.transactions());
        this.clock = clock;
        this.bounds = bounds;
        this.runs = new ImportRepository(database.transactions(), database.manifest());
        this.frozenFeeds = new FrozenFeedRepository(database.transactions());
        this.gates = new Gates(database, clock);
    }

    @Override
    public FileReport importFile(TenantId tenant, ImportSource source, ImportOptions options, ImportProgress progress) {
        String hash = ContentHash.of(source);
        options.requirePlausibleTime(clock.instant());
        KeptOpening.Opened opened = opening.open(tenant, source, options);
        try (OpenFile file = opened.file();
                TenantLocks.Held _ = database.locks().acquire(tenant, "import " + hash)) {
            opened.requireDated();
            RowMapper mapper = file.mapper();
            StoreGate gate = gate(tenant, source.name(), mapper.contentSource());
            var content = ImportedContent.of(source.name(), hash, mapper.format(), mapper.version(), opened.options());
            var context = new MappingContext(clock.instant(), options.observedAt());
            return importRows(new ImportJob(tenant, source, content, context, progress), opened, gate);
        }
    }

    /// The terms as they stand when an import begins.
    ///
    /// **errors** `ImportRefused` when nothing of this source may be kept, which the audit trail then tells.
    private StoreGate gate(TenantId tenant, String file, String source) {
        StoreGate gate = database.transactions().call(tenant, StoreGate::current);
        gate.refusal(source).ifPresent(denied -> {
            database.transactions().run(tenant, db -> AuditRepository.write(db,
                    new AuditEntry(clock.instant(), ACTOR, AuditEntry.Action.STORE, file,
                            AuditEntry.Decision.DENIED, denied.rule(), denied.why(), Map.of())));
            throw new ImportRefused(denied.why(), denied.advice());
        });
        return gate;
    }

    private FileReport importRows(ImportJob job, KeptOpening.Opened opened, StoreGate gate) {
        OpenFile file = opened.file();
        ImportRun run = runs.openRun(job.tenant(), job.content());
        try (LakeSession lake = database.lake().open(job.tenant());
                ChunkRepository table = new ChunkRepository(lake, job.content().sha256());
                ImportPass pass = new ImportPass(job, file, run, table, bounds, gate)) {
            read(job, file, run, table, pass);
            Set<String> findings = new LinkedHashSet<>(opened.remarks());
            unusable(job.content(), run).ifPresent(findings::add);
            findings.addAll(run.findingsWith(List.of()));
            if (file.mapper().cumulative()) {
                runs.ofPeriods(job.tenant(), pass.tally().sources()).forEach(source -> findings
                        .add("the source " + source + " is known for totals of a period: the readings are kept, but no"
                                + " growth is computed from them; give running totals another source"));
            }
            for (String source : pass.tally().sources()) {
                frozenFeeds.judge(job.tenant(), lake, source).map(FrozenFeed::text).ifPresent(findings::add);
            }
            FileReport report = pass.report(List.copyOf(findings));
            runs.finish(job.tenant(), run, report);
            return report;
        } catch (RuntimeException e) {
            rememberFailure(job.tenant(), run, e);
            throw e;
        }
    }

    /// Reads the file while what was read before is stored, chunk by chunk in their order.
    private void read(ImportJob job, OpenFile file, ImportRun run, ChunkRepository table, ImportPass pass) {
        try (WorkBehind storing = new WorkBehind("import-store")) {
            pass.read((chunk, rows, whole) -> {
                Batched batch = new Batched(BatchScope.FILE, job.content().name(), rows, file.mapper().cumulative(),
                        whole);
                storing.begin(() -> commit(job, file, run, table, chunk, batch));
            });
            storing.end();
        }
    }

    /// What to say when a kept mapping could use no row at all.
    private static Optional<String> unusable(ImportedContent content, ImportRun run) {
        MappingVersion mapping = content.mapping();
        long quarantined = run.quarantined().entrySet().stream()
                .filter(reason -> reason.getKey() != RejectReason.SET_ASIDE).mapToLong(Map.Entry::getValue).sum();
        return mapping == null || quarantined == 0 || quarantined < run.rowsDone()
                ? Optional.empty()
                : Optional.of("the mapping " + mapping.called()
                        + " could use no row: the columns may say something else"
                        + " now. Mend it, then read the rows again: upswell quarantine retry --map " + mapping.name());
    }

    /// Stores a chunk, with what the gates found in it.
    private void commit(ImportJob job, OpenFile file, ImportRun run, ChunkRepository table, Chunk chunk,
            Batched batch) {
        try (chunk; TenantLocks.Held _ = database.locks().acquire(job.tenant(), Collected.WORK)) {
            Judged judged = table.judge(gates, chunk, batch);
            StagedChunk staged = table.stage(chunk, judged);
            boolean stored = runs.commit(job, run, staged, file.mapper().cumulative(), judged.remarks(),
                    db -> gates.keep(db, judged, staged.heldRows()));
            run.count(staged);
            if (stored) {
                run.found(judged.remarks());
            }
        }
    }

    private void rememberFailure(TenantId tenant, ImportRun run, RuntimeException failure) {
        try {
            runs.fail(tenant, run, String.valueOf(failure.getMessage()));
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    @Override
    public ImportPreview preview(TenantId tenant, ImportSource source, ImportOptions options) {
        options.requirePlausibleTime(clock.instant());
        KeptOpening.Opened opened = opening.open(tenant, source, options);
        try (OpenFile _ = opened.file()) {
            return Previewing.of(source.name(), opened, new MappingContext(clock.instant(), options.observedAt()),
                    database.transactions().call(tenant, StoreGate::current));
        }
    }

    @Override
    public TableHead head(ImportSource source) {
        return reading.head(source);
    }
}
