package dev.upswell.server.collect.pipeline;

import dev.upswell.server.collect.AnswerContents;
import dev.upswell.server.collect.AnswerIntake;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.RowResult;
import dev.upswell.server.collect.format.Answers;
import dev.upswell.server.collect.pipeline.ChunkRepository.Batched;
import dev.upswell.server.collect.row.MappingContext;
import dev.upswell.server.collect.row.OpenFile;
import dev.upswell.server.collect.row.RawRow;
import dev.upswell.server.collect.row.RowMapper;
import dev.upswell.server.collect.row.StoreGate;
import dev.upswell.server.quality.BatchRows;
import dev.upswell.server.quality.BatchScope;
import dev.upswell.server.quality.Gates;
import dev.upswell.server.quality.Judged;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Takes several answers in as one chunk: one comparison with the lake, one set of files, one transaction.
final class AnswerBatches implements AnswerIntake, AnswerContents {

    /// By what the audit trail calls the taking in of answers.
    private static final String ACTOR = "collector";

    private final Database database;
    private final Map<FileFormat, RowMapper> mappers;
    private final InstantSource clock;
    private final Gates gates;
    private final FrozenFeedRepository frozenFeeds;

    AnswerBatches(Database database, List<RowMapper> mappers, InstantSource clock) {
        this.database = database;
        this.mappers = mappers.stream().collect(Collectors.toMap(RowMapper::format, Function.identity()));
        this.clock = clock;
        this.gates = new Gates(database, clock);
        this.frozenFeeds = new FrozenFeedRepository(database.transactions());
    }

    @Override
    public TakenIn take(TenantId tenant, List<RawAnswer> answers, Consumer<JdbcClient> alongside) {
        try (TenantLocks.Held _ = database.locks().acquire(tenant, Collected.WORK);
                LakeSession lake = database.lake().open(tenant);
                ChunkRepository table = new ChunkRepository(lake);
                Chunk chunk = table.chunk()) {
            StoreGate gate = database.transactions().call(tenant, StoreGate::current);
            Map<ImportedContent, List<RejectedRow>> rejected = new LinkedHashMap<>();
            BatchRows rows = new BatchRows();
            answers.forEach(answer -> rejected.computeIfAbsent(content(answer), any -> new ArrayList<>())
                    .addAll(map(answer, chunk, new Gated(gate, rows))));
            boolean told = rows.rows() > 0;
            Judged judged = table.judge(gates, chunk, new Batched(BatchScope.LIVE, name(answers), rows,
                    answers.stream().allMatch(answer -> mapper(answer).cumulative()), true));
            StagedChunk staged = table.stageFirstOfWindow(chunk, judged);
            Set<String> due = frozenFeeds.due(tenant, staged.sources());
            database.transactions().run(tenant, db -> {
                database.manifest().takeTurn(db);
                database.manifest().requireLast(db, Collected.DATASETS, staged.comparedTo());
                rejected.forEach((content, bad) -> QuarantineRepository.replace(db, content, bad));
                EntityRepository.touch(db, staged.touched(), chunk.names());
                EntityRepository.seen(db, staged.sources(), true);
                chunk.gate().write(db, clock.instant(), ACTOR, subject(answers));
                for (StagedFile file : staged.files()) {
                    database.manifest().publish(db, file);
                }
                if (told && (!staged.files().isEmpty() || !rejected.values().stream().allMatch(List::isEmpty))) {
                    gates.keep(db, judged, staged.heldRows());
                }
                alongside.accept(db);
            });
            due.forEach(source -> frozenFeeds.judge(tenant, lake, source));
            return takenIn(staged, rejected.values());
        }
    }

    private static String subject(List<RawAnswer> answers) {
        return answers.size() == 1 ? answers.getFirst().name() : answers.size() + " answers";
    }

    private static String name(List<RawAnswer> answers) {
        String first = answers.isEmpty() ? "nothing" : answers.getFirst().name();
        return answers.size() <= 1 ? first : first + " and " + (answers.size() - 1) + " more";
    }

    private static ImportedContent content(RawAnswer answer) {
        String hash = ContentHash.of(Answers.source(answer.name(), answer.body()));
        return new ImportedContent(answer.name(), hash, answer.format(), "{}", null);
    }

    private RowMapper mapper(RawAnswer answer) {
        RowMapper mapper = mappers.get(answer.format());
        if (mapper == null) {
            throw new IllegalArgumentException(
                    "format (" + answer.format().label() + ") must have a mapper\nMaybe it is read by a mapping only.");
        }
        return mapper;
    }

    /// What an item passes, and what counts it.
    private record Gated(StoreGate gate, BatchRows rows) {
    }

    /// Adds what the answer says to the chunk and returns what it says wrongly.
    private List<RejectedRow> map(RawAnswer answer, Chunk chunk, Gated gated) {
        RowMapper mapper = mapper(answer);
        MappingContext context = new MappingContext(clock.instant(), answer.answeredAt());
        List<RejectedRow> rejected = new ArrayList<>();
        String format = answer.format().label();
        gated.rows().answer(answer.source(), format);
        try (OpenFile items = Answers.open(Answers.source(answer.name(), answer.body()), mapper)) {
            for (RawRow row = items.next(); row != null; row = items.next()) {
                RowResult result = mapper.map(row, context);
                RowResult named = result instanceof RowResult.Mapped mapped ? from(answer.source(), mapped) : result;
                RowResult passed = gated.gate().pass(row, named, answer.source(), chunk.gate());
                RawRow item = row;
                gated.rows().row(answer.source(), format, passed instanceof RowResult.Mapped,
                        fields -> RowFields.tell(item, fields));
                switch (passed) {
                    case RowResult.Rejected no -> rejected.add(RejectedRow.ofAnswer(row, no));
                    case RowResult.Mapped yes -> chunk.add(yes, answer.source());
                }
            }
        }
        return rejected;
    }

    @Override
    public List<String> videos(RawAnswer answer) {
        RowMapper mapper = mapper(answer);
        MappingContext context = new MappingContext(clock.instant(), answer.answeredAt());
        Set<String> videos = new LinkedHashSet<>();
        try (OpenFile items = Answers.open(Answers.source(answer.name(), answer.body()), mapper)) {
            for (RawRow row = items.next(); row != null; row = items.next()) {
                if (mapper.map(row, context) instanceof RowResult.Mapped mapped) {
                    mapped.content().forEach(video -> videos.add(video.id().value()));
                }
            }
        }
        return List.copyOf(videos);
    }

    /// The same readings under the name of whoever was asked, which may be a sandbox.
    private static RowResult.Mapped from(String source, RowResult.Mapped mapped) {
        List<Observation> readings = mapped.observations().stream().map(reading -> new Observation(reading.entity(),
                source, reading.observedAt(), reading.counts())).toList();
        return new RowResult.Mapped(readings, mapped.content(),
                mapped.facts().stream().map(fact -> fact.from(source)).toList(), mapped.names(), mapped.notes());
    }

    private static TakenIn takenIn(StagedChunk staged, Iterable<List<RejectedRow>> rejected) {
        Map<RejectReason, Long> reasons = new EnumMap<>(RejectReason.class);
        rejected.forEach(rows -> rows.forEach(row -> reasons.merge(row.reason(), 1L, Long::sum)));
        if (staged.heldRows() > 0) {
            reasons.merge(RejectReason.SET_ASIDE, staged.heldRows(), Long::sum);
        }
        long refused = reasons.values().stream().mapToLong(Long::longValue).sum();
        long read = staged.chunk().rows() + refused - staged.heldRows();
        return new TakenIn(read, staged.storedRows(), staged.duplicateRows(),
                staged.observations(), reasons);
    }
}
