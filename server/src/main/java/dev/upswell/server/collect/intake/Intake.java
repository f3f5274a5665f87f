package dev.upswell.server.collect.intake;

import dev.upswell.server.collect.FileReport;
import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.ImportPreview;
import dev.upswell.server.collect.ImportRefused;
import dev.upswell.server.collect.ImportSource;
import dev.upswell.server.collect.Importer;
import dev.upswell.server.collect.SnapshotsIngested;
import dev.upswell.server.mapping.TableHead;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes files of one tenant: keeps them aside, looks at them, and imports them in the background, one after another.
///
/// A kill loses the files that wait; of the one being imported everything committed stays, and importing the same file again
/// goes on behind it. Close it before the store.
public final class Intake implements AutoCloseable {

    /// The name under which loading the sample is listed.
    public static final String SAMPLE = "sample";

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final Setup setup;
    private final Uploads uploads;
    private final ImportQueue queue;
    private final ImportRunRepository runs;

    /// What the intake works with.
    ///
    /// @param dataFolder in whose folder `uploads` the files lie, those of each tenant apart
    /// @param sample loads the bundled sample, in the import thread
    /// @param ingested told of every import that stored something, in the import thread: the next import waits for it
    public record Setup(TenantId tenant, Database database, Importer importer, Path dataFolder, InstantSource clock,
            Runnable sample, Consumer<SnapshotsIngested> ingested, IntakeLimits limits) {
    }

    /// An uploaded file that can be imported.
    ///
    /// @param token under which it is kept
    /// @param name without folders
    public record Looked(String token, String name, long bytes, ImportPreview preview) {
    }

    /// Begins work; also deletes uploads that an earlier process left long ago.
    public Intake(Setup setup) {
        this.setup = setup;
        this.uploads = new Uploads(setup.dataFolder().resolve("uploads").resolve(setup.tenant().toString()),
                setup.limits(), setup.clock());
        this.queue = new ImportQueue(setup.limits().mostWaiting());
        this.runs = new ImportRunRepository(setup.database().transactions());
        uploads.sweep();
    }

    /// The size of the largest file taken, in bytes.
    public long largest() {
        return setup.limits().mostBytes();
    }

    /// Keeps the file aside and looks at its first rows.
    ///
    /// **errors** `ImportRefused` when it cannot be used, `IOException` when it does not arrive; it is not kept then.
    public Looked look(String name, InputStream content, ImportOptions options) throws IOException {
        KeptFile file = uploads.keep(name, content);
        try {
            return new Looked(file.token(), file.name(), file.bytes(),
                    setup.importer().preview(setup.tenant(), file.source(setup.limits()).upTo(IntakeLimits.LOOKED_AT),
                            options));
        } catch (RuntimeException e) {
            uploads.drop(file);
            throw e;
        }
    }

    /// What an uploaded file turned out to be.
    public sealed interface Seen {

        /// Its format is known.
        record Known(Looked looked) implements Seen {
        }

        /// It is a CSV of unknown columns, kept until somebody says what they are.
        record Columns(String token, String name, long bytes, TableHead head) implements Seen {
        }
    }

    /// Keeps the file aside and looks at it; a CSV of no known format is kept too.
    ///
    /// **errors** as [#look]
    public Seen see(String name, InputStream content) throws IOException {
        KeptFile file = uploads.keep(name, content);
        boolean usable = false;
        try {
            Seen seen = seen(file);
            usable = true;
            return seen;
        } finally {
            if (!usable) {
                uploads.drop(file);
            }
        }
    }

    private Seen seen(KeptFile file) {
        ImportSource source = file.source(setup.limits()).upTo(IntakeLimits.LOOKED_AT);
        try {
            return new Seen.Known(new Looked(file.token(), file.name(), file.bytes(),
                    setup.importer().preview(setup.tenant(), source, ImportOptions.AUTO)));
        } catch (ImportRefused unknown) {
            try {
                TableHead head = setup.importer().head(source);
                if (head.columns().size() < 2) {
                    throw unknown;
                }
                return new Seen.Columns(file.token(), file.name(), file.bytes(), head);
            } catch (ImportRefused noTable) {
                throw unknown;
            }
        }
    }

    /// Keeps a CSV of any columns aside.
    ///
    /// **errors** `ImportRefused` when it is none, `IOException` when it does not arrive; it is not kept then.
    public Seen.Columns table(String name, InputStream content) throws IOException {
        KeptFile file = uploads.keep(name, content);
        try {
            return new Seen.Columns(file.token(), file.name(), file.bytes(),
                    setup.importer().head(file.source(setup.limits()).upTo(IntakeLimits.LOOKED_AT)));
        } catch (RuntimeException e) {
            uploads.drop(file);
            throw e;
        }
    }

    /// The columns of a file that is kept; empty when it is kept no more.
    public Optional<Seen.Columns> columns(String token) {
        return uploads.find(token).map(file -> new Seen.Columns(token, file.name(), file.bytes(),
                setup.importer().head(file.source(setup.limits()).upTo(IntakeLimits.LOOKED_AT))));
    }

    /// What would become of a kept file with these options; empty when it is kept no more.
    ///
    /// **errors** `ImportRefused` and `MappingRefused` when they do not fit it
    public Optional<ImportPreview> tried(String token, ImportOptions options) {
        return uploads.find(token).map(file -> setup.importer()
                .preview(setup.tenant(), file.source(setup.limits()).upTo(IntakeLimits.LOOKED_AT), options));
    }

    /// Forgets a file that nobody wants imported.
    public void drop(String token) {
        uploads.take(token).ifPresent(uploads::drop);
    }

    /// What became of the wish to import.
    public sealed interface Begun {

        /// It waits or runs under this id.
        record Accepted(UUID id) implements Begun {
        }

        /// No file is kept under the token (any more).
        record Unknown() implements Begun {
        }

        /// Too many imports wait; the file is still kept.
        record Full() implements Begun {
        }
    }

    /// Begins to import the file kept under this token.
    public Begun begin(String token, ImportOptions options) {
        Optional<KeptFile> kept = uploads.take(token);
        if (kept.isEmpty()) {
            return new Begun.Unknown();
        }
        KeptFile file = kept.get();
        Optional<IntakeJob> job = queue.submit(file.name(), file.sha256(), setup.clock().instant(),
                id -> importNow(id, file, options), () -> uploads.drop(file));
        if (job.isEmpty()) {
            uploads.putBack(file);
            return new Begun.Full();
        }
        return new Begun.Accepted(job.get().id());
    }

    /// Begins to load the sample, unless that is going on.
    public Begun beginSample() {
        for (IntakeJob job : queue.jobs()) {
            if (job.sha256() == null && job.state().active()) {
                return new Begun.Accepted(job.id());
            }
        }
        return queue.submit(SAMPLE, null, setup.clock().instant(), id -> {
            queue.progress(id, 0);
            setup.sample().run();
            return new JobState.Loaded();
        }, () -> {
        }).<Begun>map(job -> new Begun.Accepted(job.id())).orElseGet(Begun.Full::new);
    }

    private JobState importNow(UUID id, KeptFile file, ImportOptions options) {
        queue.update(id, job -> job.after(runs.finished(setup.tenant(), file.sha256())));
        queue.progress(id, 0);
        FileReport report = setup.importer().importFile(setup.tenant(), file.source(setup.limits()), options,
                (rows, read, total) -> queue.progress(id, total == 0 ? 0 : (double) read / total));
        JobState done = new JobState.Done(report);
        queue.update(id, job -> job.with(done));
        if (report.stored() > 0) {
            ring(SnapshotsIngested.of(setup.tenant(), report));
        }
        return done;
    }

    private void ring(SnapshotsIngested ingested) {
        try {
            setup.ingested().accept(ingested);
        } catch (RuntimeException e) {
            LOG.error("what follows from an import failed; it stays due and is made up for later", e);
        }
    }

    /// The refusal as one text for people.
    public static String words(ImportRefused refused) {
        return refused.what() + " " + refused.advice();
    }

    List<IntakeJob> jobs() {
        return queue.jobs();
    }

    @Override
    public void close() {
        queue.close();
    }
}
