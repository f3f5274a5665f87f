package dev.upswell.server.collect.pipeline;

import dev.upswell.server.collect.Collected;
import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.ImportRefused;
import dev.upswell.server.collect.Quarantine;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.RowResult;
import dev.upswell.server.collect.mapper.MappedRows;
import dev.upswell.server.collect.pipeline.ChunkRepository.Batched;
import dev.upswell.server.collect.pipeline.QuarantineRepository.Kept;
import dev.upswell.server.collect.row.MappingContext;
import dev.upswell.server.collect.row.RawRow;
import dev.upswell.server.collect.row.RowMapper;
import dev.upswell.server.collect.row.StoreGate;
import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.mapping.ColumnMapping;
import dev.upswell.server.mapping.KeptMapping;
import dev.upswell.server.mapping.KeptMappingRepository;
import dev.upswell.server.mapping.MappingRefused;
import dev.upswell.server.mapping.MappingVersion;
import dev.upswell.server.quality.BatchRows;
import dev.upswell.server.quality.BatchScope;
import dev.upswell.server.quality.Gates;
import dev.upswell.server.quality.Judged;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TenantLocks;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads quarantined rows again, chunk by chunk, on the way that rows of a file take.
final class QuarantineRetry implements Quarantine.Retrying {

    private static final int ROWS = 10_000;
    private static final EventLogRepository EVENTS = new EventLogRepository("collect");

    private final Database database;
    private final Map<FileFormat, RowMapper> mappers;
    private final InstantSource clock;
    private final Gates gates;

    QuarantineRetry(Database database, List<RowMapper> mappers, InstantSource clock) {
        this.database = database;
        this.mappers = mappers.stream().collect(Collectors.toMap(RowMapper::format, Function.identity()));
        this.clock = clock;
        this.gates = new Gates(database, clock);
    }

    /// What was counted so far.
    private static final class Count {
        private final Map<RejectReason, Long> left = new EnumMap<>(RejectReason.class);
        private long tried;
        private long stored;
        private long known;
    }

    @Override
    public Quarantine.Retried retry(TenantId tenant, Quarantine.Wanted wanted) {
        List<ImportedContent> contents = database.transactions().call(tenant,
                db -> QuarantineRepository.contents(db, wanted));
        if (wanted.mapping() != null
                && contents.stream().anyMatch(content -> content.format() != FileFormat.MAPPED)) {
            throw new MappingRefused("The mapping cannot be used for all these rows:", List.of(
                    "some are of a known format, which needs none; choose those of a mapped file by its name"));
        }
        Count count = new Count();
        contents.forEach(content -> retry(tenant, wanted, content, count));
        long notKept = database.transactions().call(tenant, db -> QuarantineRepository.notKept(db, wanted));
        return new Quarantine.Retried(count.tried, count.stored, count.known, count.left, notKept);
    }

    private void retry(TenantId tenant, Quarantine.Wanted wanted, ImportedContent content, Count count) {
        long after = 0;
        while (true) {
            long behind = after;
            List<Kept> rows = database.transactions().call(tenant,
                    db -> QuarantineRepository.kept(db, content, wanted, behind, ROWS));
            if (rows.isEmpty()) {
                return;
            }
            Reading reading = reading(tenant, content, wanted, rows.getFirst());
            chunk(tenant, reading.mapper(), reading.content(), rows, count);
            after = rows.getLast().position().row();
        }
    }

    /// How rows are read now.
    ///
    /// @param content as it is read so, which is what stays written beside the rows that still cannot be used
    private record Reading(RowMapper mapper, ImportedContent content) {
    }

    private Reading reading(TenantId tenant, ImportedContent content, Quarantine.Wanted wanted, Kept first) {
        if (content.format() != FileFormat.MAPPED) {
            RowMapper mapper = mappers.get(content.format());
            if (mapper == null) {
                throw new IllegalStateException("format (" + content.format().label()
                        + ") must have a mapper\nMaybe it was taken out of Mappers.");
            }
            return new Reading(mapper, content);
        }
        if (wanted.mapping() != null) {
            return mapped(tenant, content, new ImportOptions(null, observedAt(content), wanted.mapping()));
        }
        MappingVersion id = content.mapping();
        Optional<KeptMapping> newest = id == null
                ? Optional.empty()
                : database.transactions().call(tenant, db -> KeptMappingRepository.mended(db, id));
        if (newest.isPresent()) {
            KeptMapping kept = newest.get();
            return mapped(tenant, content, new ImportOptions(null, observedAt(content), kept.of(columns(first)), kept));
        }
        Map<String, String> identity = new HashMap<>();
        options(content).path("mapping").properties()
                .forEach(entry -> identity.put(entry.getKey(), entry.getValue().asString()));
        return new Reading(new MappedRows(ColumnMapping.ofIdentity(identity)), content);
    }

    /// **errors** `ImportRefused` when the mapping's source may not be stored: the rows would not be kept whole then
    private Reading mapped(TenantId tenant, ImportedContent content, ImportOptions options) {
        MappedRows mapper = new MappedRows(Objects.requireNonNull(options.mapping()));
        database.transactions().call(tenant, StoreGate::current).refusal(mapper.contentSource())
                .ifPresent(denied -> {
                    throw new ImportRefused(denied.why(), denied.advice());
                });
        return new Reading(mapper, ImportedContent.of(content.name(), content.sha256(), content.format(),
                MappedRows.VERSION, options));
    }

    private static List<String> columns(Kept row) {
        return KeptRow.read(row.position(), row.text()) instanceof RawRow.Csv csv ? csv.header().columns() : List.of();
    }

    private static JsonNode options(ImportedContent content) {
        return JsonMapper.shared().readTree(content.options());
    }

    private static @Nullable Instant observedAt(ImportedContent content) {
        JsonNode at = options(content).path("observedAt");
        return at.isMissingNode() ? null : Instant.parse(at.asString());
    }

    /// What the rows tell was told when their file was imported first: a later report has corrected it since.
    private MappingContext context(TenantId tenant, ImportedContent content) {
        Instant now = clock.instant();
        Instant said = observedAt(content);
        return said == null
                ? new MappingContext(now, null, database.transactions()
                        .call(tenant, db -> ImportRepository.begun(db, content)).filter(now::isAfter).orElse(now))
                : new MappingContext(now, said);
    }

    private void chunk(TenantId tenant, RowMapper mapper, ImportedContent content, List<Kept> kept, Count count) {
        MappingContext context = context(tenant, content);
        try (TenantLocks.Held _ = database.locks().acquire(tenant, Collected.WORK);
                LakeSession lake = database.lake().open(tenant);
                ChunkRepository table = new ChunkRepository(lake, content.sha256());
                Chunk chunk = table.chunk()) {
            BatchRows rows = new BatchRows();
            StoreGate gate = database.transactions().call(tenant, StoreGate::current);
            for (Kept one : kept) {
                RawRow row = KeptRow.read(one.position(), one.text());
                RowResult result = gate.pass(row, mapper.map(row, context), mapper.contentSource(row),
                        chunk.gate());
                String source = result instanceof RowResult.Mapped
                        ? mapper.contentSource(row)
                        : mapper.contentSource();
                chunk.add(row, result, source);
                rows.row(source, mapper.format().label(), result instanceof RowResult.Mapped,
                        fields -> RowFields.tell(row, fields));
            }
            Judged judged = table.judge(gates, chunk,
                    new Batched(BatchScope.FILE, content.name() + ", tried again", rows,
                            mapper.cumulative(), false));
            StagedChunk staged = table.stage(chunk, judged);
            database.transactions().run(tenant, db -> {
                database.manifest().takeTurn(db);
                database.manifest().requireLast(db, Collected.DATASETS, staged.comparedTo());
                QuarantineRepository.tried(db, content, kept, chunk.rejected());
                chunk.gate().write(db, clock.instant(), ChunkedImporter.ACTOR, content.name());
                ImportRepository.mended(db, content, staged);
                EntityRepository.touch(db, staged.touched(), chunk.names());
                EntityRepository.seen(db, staged.sources(), mapper.cumulative());
                staged.files().forEach(file -> database.manifest().publish(db, file));
                if (!staged.files().isEmpty()) {
                    gates.keep(db, judged, staged.heldRows());
                }
                EVENTS.write(db, EventType.QUARANTINE_RETRIED, Map.of("file", content.name(), "tried", kept.size(),
                        "stored", staged.storedRows(), "left", chunk.rejected().size()));
            });
            count(count, staged);
        }
    }

    private static void count(Count count, StagedChunk staged) {
        Chunk chunk = staged.chunk();
        count.tried += chunk.rows();
        count.stored += staged.storedRows();
        count.known += staged.duplicateRows();
        chunk.rejected().forEach(row -> count.left.merge(row.reason(), 1L, Long::sum));
        if (staged.heldRows() > 0) {
            count.left.merge(RejectReason.SET_ASIDE, staged.heldRows(), Long::sum);
        }
    }
}
