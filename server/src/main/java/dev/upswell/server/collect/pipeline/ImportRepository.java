package dev.upswell.server.collect.pipeline;

import dev.upswell.server.collect.Collected;
import dev.upswell.server.collect.FileReport;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.mapping.MappingVersion;
import dev.upswell.server.store.Manifest;
import dev.upswell.server.store.StagedFile;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TenantTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Import runs in the database, and the one transaction by which a chunk becomes visible with all that follows from it.
final class ImportRepository {

    private static final String SAME = "content_sha256 = ? and format = ? and options = cast(? as jsonb)";
    private static final String SUPERSEDED = "The same file was read in another way before this import was done.";
    private final TenantTransactions transactions;
    private final Manifest manifest;

    ImportRepository(TenantTransactions transactions, Manifest manifest) {
        this.transactions = transactions;
        this.manifest = manifest;
    }

    /// Goes on with an interrupted import of this content, repeats a finished one, or begins a new one: also after one that put
    /// rows of an unlisted source aside, for that source may be allowed by now.
    ///
    /// A new one ends all interrupted imports of the same bytes in other ways, by other options or an older version of the
    /// mapping: going on with them would mix two readings of one file.
    ImportRun openRun(TenantId tenant, ImportedContent content) {
        return transactions.call(tenant, db -> {
            List<ImportRun> interrupted = db
                    .sql("select * from import_run where state in ('RUNNING', 'FAILED') and " + SAME
                            + " order by rows_done desc limit 1")
                    .params(content.sha256(), content.format().label(), content.options())
                    .query((row, index) -> run(row)).list();
            if (!interrupted.isEmpty()) {
                return interrupted.getFirst();
            }
            boolean finished = !db
                    .sql("select 1 from import_run where state = 'DONE' and reasons -> 'unlisted-source' is null and "
                            + SAME
                            + " limit 1")
                    .params(content.sha256(), content.format().label(), content.options()).query(Integer.class).list()
                    .isEmpty();
            if (finished) {
                return new ImportRun(null);
            }
            db.sql("update import_run set state = 'SUPERSEDED', message = ? where state in ('RUNNING', 'FAILED')"
                    + " and content_sha256 = ?").params(SUPERSEDED, content.sha256()).update();
            // The same bytes read in another way: what the earlier way put aside is put aside no longer.
            db.sql("delete from quarantine where content_sha256 = ?").param(content.sha256()).update();
            return new ImportRun(insert(db, content));
        });
    }

    private static ImportRun run(ResultSet row) throws SQLException {
        Map<RejectReason, Long> quarantined = new EnumMap<>(RejectReason.class);
        JsonMapper.shared().readTree(row.getString("reasons")).properties()
                .forEach(reason -> quarantined.put(RejectReason.of(reason.getKey()), reason.getValue().asLong()));
        return new ImportRun(row.getObject("id", UUID.class), row.getLong("rows_done"), row.getLong("stored"),
                row.getLong("duplicate"), row.getLong("observations"), quarantined,
                JsonMapper.shared().readTree(row.getString("notes")).valueStream().map(JsonNode::asString).toList());
    }

    private static UUID insert(JdbcClient db, ImportedContent content) {
        MappingVersion mapping = content.mapping();
        return db.sql(
                "insert into import_run (file_name, content_sha256, format, options, mapping_name, mapping_version)"
                        + " values (?, ?, ?, cast(? as jsonb), ?, ?) returning id")
                .params(content.name(), content.sha256(), content.format().label(), content.options())
                .param(mapping == null ? null : mapping.name()).param(mapping == null ? null : mapping.version())
                .query(UUID.class).single();
    }

    /// Makes a chunk visible: its files, the entities it touches and their due metrics, its sources, its quarantined rows,
    /// what was decided about them and the progress of the run, all or nothing.
    ///
    /// @param found by the gates in it; kept with the progress, so that a run that goes on later tells it too
    /// @param alongside what is written in the same transaction
    /// @return false when nothing was: a repeat leaves no trace
    boolean commit(ImportJob job, ImportRun run, StagedChunk staged, boolean cumulative, List<String> found,
            Consumer<JdbcClient> alongside) {
        ImportedContent content = job.content();
        if (run.id().isEmpty() && staged.files().isEmpty()) {
            return false;
        }
        UUID row = transactions.call(job.tenant(), db -> {
            manifest.takeTurn(db);
            manifest.requireLast(db, Collected.DATASETS, staged.comparedTo());
            UUID id = run.id().orElseGet(() -> insert(db, content));
            progress(db, id, run, staged, found);
            QuarantineRepository.insert(db, content, staged.chunk().rejected());
            EntityRepository.touch(db, staged.touched(), staged.chunk().names());
            EntityRepository.seen(db, staged.sources(), cumulative);
            staged.chunk().gate().write(db, job.context().now(), ChunkedImporter.ACTOR, content.name());
            for (StagedFile file : staged.files()) {
                manifest.publish(db, file);
            }
            alongside.accept(db);
            return id;
        });
        run.recordedAs(row);
        return true;
    }

    private static void progress(JdbcClient db, UUID id, ImportRun before, StagedChunk staged, List<String> found) {
        long done = before.rowsDone() + staged.chunk().rows();
        long stored = before.stored() + staged.storedRows();
        long duplicate = before.duplicate() + staged.duplicateRows();
        Map<RejectReason, Long> reasons = before.quarantinedWith(staged);
        long quarantined = reasons.values().stream().mapToLong(Long::longValue).sum();
        db.sql("""
            update import_run set state = 'RUNNING', message = null, rows_done = ?, rows_read = ?, stored = ?,
            duplicate = ?, quarantined = ?, reasons = cast(? as jsonb), observations = ?, notes = cast(? as jsonb)
            where id = ?""")
                .params(done, done, stored, duplicate, quarantined, json(reasons),
                        before.observations() + staged.observations(), notes(before.findingsWith(found)), id)
                .update();
    }

    /// When this content was first imported, in whatever way.
    ///
    /// **absence** empty when no import of it is remembered
    static Optional<Instant> begun(JdbcClient db, ImportedContent content) {
        return db.sql("select started_at from import_run where content_sha256 = ? order by started_at limit 1")
                .param(content.sha256()).query((row, index) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    /// Counts rows that passed when they were tried again as stored or known in the latest finished import of their content.
    static void mended(JdbcClient db, ImportedContent content, StagedChunk staged) {
        db.sql("""
            with left_over as (select reason, count(*) as n from quarantine where content_sha256 = ? group by reason),
            aside as (select r.id, coalesce((r.reasons->>'set-aside')::bigint, 0) + ? as n from import_run r
                where r.content_sha256 = ? and r.state = 'DONE' order by r.started_at desc limit 1)
            update import_run u set stored = u.stored + ?, observations = u.observations + ?,
                quarantined = (select coalesce(sum(n), 0) from left_over) + aside.n,
                duplicate = u.rows_read - u.stored - ? - (select coalesce(sum(n), 0) from left_over) - aside.n,
                reasons = coalesce((select jsonb_object_agg(reason, n) from left_over), '{}')
                    || case when aside.n > 0 then jsonb_build_object('set-aside', aside.n) else '{}' end
            from aside where u.id = aside.id and u.rows_read - u.stored - ? - aside.n
                >= (select coalesce(sum(n), 0) from left_over)""").params(content.sha256(), staged.heldRows(),
                content.sha256(), staged.storedRows(), staged.observations(), staged.storedRows(), staged.storedRows())
                .update();
    }

    private static String json(Map<RejectReason, Long> reasons) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        reasons.forEach((reason, rows) -> json.put(reason.label(), rows));
        return json.toString();
    }

    /// Those of the sources whose numbers count as totals of a period.
    List<String> ofPeriods(TenantId tenant, Collection<String> sources) {
        return transactions.call(tenant, db -> EntityRepository.ofPeriods(db, sources));
    }

    /// Ends the run with its report. A repeat that stored nothing leaves no trace.
    void finish(TenantId tenant, ImportRun run, FileReport report) {
        run.id().ifPresent(id -> transactions.run(tenant, db -> db.sql("""
            update import_run set state = 'DONE', finished_at = now(), from_time = ?, to_time = ?,
            entities = cast(? as jsonb), notes = cast(? as jsonb), message = ? where id = ?""")
                .param(utc(report.from())).param(utc(report.to())).param(entities(report)).param(notes(report.notes()))
                .param(report.problem()).param(id).update()));
    }

    /// Remembers why a run stopped; the next import of the same content goes on with it.
    void fail(TenantId tenant, ImportRun run, String message) {
        run.id().ifPresent(id -> transactions.run(tenant, db -> db
                .sql("update import_run set state = 'FAILED', message = ? where id = ?").params(message, id).update()));
    }

    private static String entities(FileReport report) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        report.entities().forEach((kind, count) -> json.put(kind.label(), count));
        return json.toString();
    }

    private static String notes(List<String> notes) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        notes.forEach(json::add);
        return json.toString();
    }

    static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
