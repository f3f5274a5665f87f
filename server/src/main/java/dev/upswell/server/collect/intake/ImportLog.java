package dev.upswell.server.collect.intake;

import dev.upswell.server.collect.FileReport;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TenantLocks;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What is known of a tenant's imports: those of the database, and those that this process has in hand.
public final class ImportLog {

    private final TenantId tenant;
    private final Intake intake;
    private final TenantLocks locks;
    private final ImportRunRepository runs;

    public ImportLog(TenantId tenant, Database database, Intake intake) {
        this.tenant = tenant;
        this.intake = intake;
        this.locks = database.locks();
        this.runs = new ImportRunRepository(database.transactions());
    }

    /// Whether nothing was imported yet and nothing is being imported.
    public boolean empty() {
        return intake.jobs().stream().noneMatch(job -> job.state().active()) && runs.knowsNothing(tenant);
    }

    /// Imports, newest first.
    public Listing<ImportRecord> list(Paging paging) {
        List<IntakeJob> jobs = intake.jobs();
        List<ImportRunRepository.Run> rows = runs.newest(tenant, paging.offset() + (long) paging.limit());
        List<IntakeJob> alone = jobs.stream().filter(job -> isShown(job) && row(job, rows).isEmpty()).toList();
        List<ImportRecord> all = new ArrayList<>(alone.stream().map(ImportLog::record).toList());
        rows.forEach(row -> all.add(record(row, jobs)));
        all.sort(Comparator.comparing(ImportRecord::startedAt).reversed());
        return new Listing<>(all.stream().skip(paging.offset()).limit(paging.limit()).toList(),
                runs.count(tenant) + alone.size(), paging);
    }

    /// The import with this id, or with this id of background work, which is known as long as this process lives.
    public Optional<ImportRecord> find(UUID id) {
        List<IntakeJob> jobs = intake.jobs();
        Optional<IntakeJob> job = jobs.stream().filter(each -> each.id().equals(id)).findFirst();
        if (job.isEmpty()) {
            return runs.find(tenant, id).map(row -> record(row, jobs));
        }
        String sha256 = job.get().sha256();
        Optional<ImportRunRepository.Run> row = sha256 == null
                ? Optional.empty()
                : row(job.get(), runs.of(tenant, sha256));
        return row.map(own -> record(own, jobs)).or(() -> job.map(ImportLog::record));
    }

    private static boolean isShown(IntakeJob job) {
        return !(job.state() instanceof JobState.Loaded);
    }

    private static Optional<ImportRunRepository.Run> row(IntakeJob job, List<ImportRunRepository.Run> rows) {
        return rows.stream().filter(row -> job.owns(row.record().id(), row.sha256())).findFirst();
    }

    private ImportRecord record(ImportRunRepository.Run row, List<IntakeJob> jobs) {
        Optional<IntakeJob> job = jobs.stream().filter(each -> each.owns(row.record().id(), row.sha256())).findFirst();
        if (job.isPresent() && job.get().state() instanceof JobState.Running running) {
            return row.record().with(new ImportState.Running(running.share()));
        }
        if (job.isPresent() && job.get().state() instanceof JobState.Failed failed) {
            return row.record().with(new ImportState.Failed(failed.reason()));
        }
        return row.open() && isLocked(row.sha256()) ? row.record().with(new ImportState.Running(0)) : row.record();
    }

    /// Whether some process imports this content right now: whoever does holds this lock.
    private boolean isLocked(String sha256) {
        Optional<TenantLocks.Held> free = locks.tryAcquire(tenant, "import " + sha256);
        free.ifPresent(TenantLocks.Held::close);
        return free.isEmpty();
    }

    private static ImportRecord record(IntakeJob job) {
        ImportRecord empty = new ImportRecord(job.id(), job.name(), job.sha256() == null ? Intake.SAMPLE : null,
                new ImportState.Waiting(), job.begunAt(), null, ImportRecord.Rows.NONE, ImportRecord.Found.NOTHING,
                null);
        return switch (job.state()) {
            case JobState.Waiting _ -> empty;
            case JobState.Running running -> empty.with(new ImportState.Running(running.share()));
            case JobState.Loaded _ -> empty.with(new ImportState.Done());
            case JobState.Failed failed -> empty.with(new ImportState.Failed(failed.reason()));
            case JobState.Done done -> repeat(job, done.report());
        };
    }

    private static ImportRecord repeat(IntakeJob job, FileReport report) {
        ImportState state = report.endedEarly()
                .<ImportState>map(told -> new ImportState.BrokenOff(ImportState.told(told)))
                .orElseGet(ImportState.Done::new);
        return new ImportRecord(job.id(), job.name(), report.format().label(), state, job.begunAt(), null,
                ImportRecord.Rows.of(report), ImportRecord.Found.of(report), report.mapping());
    }
}
