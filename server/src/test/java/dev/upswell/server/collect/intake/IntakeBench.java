package dev.upswell.server.collect.intake;

import dev.upswell.server.collect.Quarantine;
import dev.upswell.server.collect.SnapshotsIngested;
import dev.upswell.server.collect.pipeline.Collecting;
import dev.upswell.server.comply.Compliance;
import dev.upswell.server.comply.KeptCompliance;
import dev.upswell.server.mapping.KeptMappings;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/// An intake of a new tenant on the store of the tests.
public final class IntakeBench implements AutoCloseable {

    /// The time that clocks show.
    public static final Instant NOW = Instant.parse("2026-01-14T14:00:00Z");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    public final TenantId tenant = TestDatabase.newTenant();
    public final Database database = TestDatabase.shared();
    public final BlockingQueue<SnapshotsIngested> rung = new LinkedBlockingQueue<>();
    public final Intake intake;
    public final ImportLog imports;
    public final SourceRepository sources = new SourceRepository(tenant, database);
    public final SetAsideRepository setAside = new SetAsideRepository(tenant, database);
    public final Quarantine quarantine = Collecting.quarantine(database);
    public final Compliance compliance = new KeptCompliance(tenant, database, InstantSource.fixed(NOW));
    public final KeptMappings mappings = new KeptMappings(tenant, database, compliance, InstantSource.fixed(NOW));
    public final MappingUseRepository uses = new MappingUseRepository(tenant, database);
    public final Quarantine.Retrying retrying = Collecting.retrying(database, InstantSource.fixed(NOW));

    public IntakeBench(Path folder, Runnable sample, IntakeLimits limits) {
        InstantSource clock = InstantSource.fixed(NOW);
        intake = new Intake(
                new Intake.Setup(tenant, database, Collecting.importer(database, clock), folder, clock, sample,
                        rung::add, limits));
        imports = new ImportLog(tenant, database, intake);
    }

    public IntakeBench(Path folder) {
        this(folder, () -> {
        }, IntakeLimits.USUAL);
    }

    /// Waits until nothing is waiting or running.
    public void settle() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (intake.jobs().stream().anyMatch(job -> job.state().active())) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("still at work: " + intake.jobs());
            }
            Thread.yield();
        }
    }

    /// Waits until another thread has come to where it counts down.
    public static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("nobody came within " + PATIENCE);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// The text as bytes in UTF-8.
    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// The bytes packed by gzip.
    public static byte[] gzip(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    @Override
    public void close() {
        intake.close();
    }
}
