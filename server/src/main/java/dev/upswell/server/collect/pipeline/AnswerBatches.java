package dev.upswell.server.collect.pipeline;

import dev.upswell.server.collect.AnswerIntake;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.RowResult;
import dev.upswell.server.collect.format.Answers;
import dev.upswell.server.collect.row.Excerpts;
import dev.upswell.server.collect.row.MappingContext;
import dev.upswell.server.collect.row.OpenFile;
import dev.upswell.server.collect.row.RawRow;
import dev.upswell.server.collect.row.RowMapper;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StagedFile;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TenantLocks;
import dev.upswell.timeline.Observation;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Takes several answers in as one chunk: one comparison with the lake, one set of files, one transaction.
final class AnswerBatches implements AnswerIntake {

    private final Database database;
    private final Map<FileFormat, RowMapper> mappers;
    private final InstantSource clock;

    AnswerBatches(Database database, List<RowMapper> mappers, InstantSource clock) {
        this.database = database;
        this.mappers = mappers.stream().collect(Collectors.toMap(RowMapper::format, Function.identity()));
        this.clock = clock;
    }

    @Override
    public TakenIn take(TenantId tenant, List<RawAnswer> answers, Consumer<JdbcClient> alongside) {
        try (TenantLocks.Held _ = database.locks().acquire(tenant, Collected.WORK);
                LakeSession lake = database.lake().open(tenant);
                ChunkRepository table = new ChunkRepository(lake)) {
            table.begin();
            Chunk chunk = new Chunk();
            Map<ImportedContent, List<RejectedRow>> rejected = new LinkedHashMap<>();
            answers.forEach(answer -> rejected.computeIfAbsent(content(answer), any -> new ArrayList<>())
                    .addAll(map(answer, chunk, table)));
            StagedChunk staged = table.stageFirstOfWindow(chunk);
            database.transactions().run(tenant, db -> {
                database.manifest().takeTurn(db);
                database.manifest().requireLast(db, Collected.DATASETS, staged.comparedTo());
                rejected.forEach((content, rows) -> QuarantineRepository.replace(db, content, rows));
                EntityRepository.touch(db, staged.touched(), chunk.names());
                EntityRepository.seen(db, staged.sources(), true);
                for (StagedFile file : staged.files()) {
                    database.manifest().publish(db, file);
                }
                alongside.accept(db);
            });
            return takenIn(staged, rejected.values());
        }
    }

    private static ImportedContent content(RawAnswer answer) {
        String hash = ContentHash.of(Answers.source(answer.name(), answer.body()));
        return new ImportedContent(answer.name(), hash, answer.format(), "{}");
    }

    private RowMapper mapper(RawAnswer answer) {
        RowMapper mapper = mappers.get(answer.format());
        if (mapper == null) {
            throw new IllegalArgumentException(
                    "format (" + answer.format().label() + ") must have a mapper\nMaybe it is read by a mapping only.");
        }
        return mapper;
    }

    /// Adds what the answer says to the chunk and returns what it says wrongly.
    private List<RejectedRow> map(RawAnswer answer, Chunk chunk, ChunkRepository table) {
        RowMapper mapper = mapper(answer);
        MappingContext context = new MappingContext(clock.instant(), answer.answeredAt());
        List<RejectedRow> rejected = new ArrayList<>();
        try (OpenFile items = Answers.open(Answers.source(answer.name(), answer.body()), mapper)) {
            for (RawRow row = items.next(); row != null; row = items.next()) {
                switch (mapper.map(row, context)) {
                    case RowResult.Rejected no -> rejected.add(new RejectedRow(row.position(), no.reason(),
                            Excerpts.storable(no.detail()), row.excerpt()));
                    case RowResult.Mapped yes -> chunk.add(from(answer.source(), yes), table, answer.source());
                }
            }
        }
        return rejected;
    }

    /// The same readings under the name of whoever was asked, which may be a sandbox.
    private static RowResult.Mapped from(String source, RowResult.Mapped mapped) {
        List<Observation> readings = mapped.observations().stream().map(reading -> new Observation(reading.entity(),
                source, reading.observedAt(), reading.counts())).toList();
        return new RowResult.Mapped(readings, mapped.content(), mapped.names(), mapped.notes());
    }

    private static TakenIn takenIn(StagedChunk staged, Iterable<List<RejectedRow>> rejected) {
        Map<RejectReason, Long> reasons = new EnumMap<>(RejectReason.class);
        rejected.forEach(rows -> rows.forEach(row -> reasons.merge(row.reason(), 1L, Long::sum)));
        long refused = reasons.values().stream().mapToLong(Long::longValue).sum();
        return new TakenIn(staged.chunk().rows() + refused, staged.storedRows(), staged.duplicateRows(),
                staged.observations(), reasons);
    }
}
