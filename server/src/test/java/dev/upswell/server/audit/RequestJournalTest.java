package dev.upswell.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.audit.AuditedRequest.Kind;
import dev.upswell.server.audit.RequestJournal.Room;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Requests reach the table once each, whatever is killed on the way.
class RequestJournalTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123456789Z");
    private static final Room SMALL = new Room(8_192, 2);

    @TempDir
    Path folder;

    private final Database database = TestDatabase.shared();
    private final TenantId tenant = TestDatabase.newTenant();
    private final RequestAudit audit = new RequestAudit(tenant, database);

    private RequestJournal open(Room room) {
        return RequestJournal.open(tenant, database, folder, room);
    }

    private static AuditedRequest request(String subject) {
        return new AuditedRequest(NOW, Kind.TOKEN, "scoring", "POST", "/api/v1/things/{id}", subject, 200, "",
                "127.0.0.1");
    }

    private List<String> subjects() {
        List<String> subjects = new ArrayList<>(audit.list(RequestFilter.ALL, 10_000, 0).stream()
                .map(row -> row.request().subject()).toList());
        return subjects.reversed();
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(String::valueOf).toList();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> found = Files.list(folder.resolve(tenant.toString()))) {
            return found.sorted().toList();
        }
    }

    private void assertChained(long rows) {
        assertThat(audit.verify()).isEqualTo(new Verification.Sound(audit.chain()));
        assertThat(audit.chain().rows()).isEqualTo(rows);
    }

    @Test
    void aRequestIsKeptAsItWas() {
        var odd = new AuditedRequest(NOW, Kind.NOBODY, "", "GET", "", "/päth/\u0000\n😀".repeat(80), 401,
                "no-sign-in", "::1");
        try (RequestJournal journal = open(Room.USUAL)) {
            journal.write(request("a/b"));
            journal.write(odd);
        }

        assertThat(audit.list(RequestFilter.ALL, 10, 0)).extracting(AuditedRow::request).containsExactly(odd,
                request("a/b"));
        assertThat(odd.subject()).startsWith("/päth/\ufffd\ufffd😀").hasSize(300);
        assertThat(odd.at()).isEqualTo("2026-03-01T10:00:00.123456Z");
        assertChained(2);
    }

    @Test
    void rowsComeByThemselves() {
        try (RequestJournal journal = open(Room.USUAL)) {
            journal.write(request("soon"));
            long deadline = System.nanoTime() + 10_000_000_000L;
            while (audit.chain().rows() == 0 && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
            assertThat(subjects()).containsExactly("soon");
        }
    }

    @Test
    void whatComesWhileRowsAreMovedWaitsForTheNextBatch() throws Exception {
        var moved = new AtomicBoolean();
        try (RequestJournal journal = open(Room.USUAL); ExecutorService writer = Executors.newSingleThreadExecutor()) {
            journal.write(request("before"));
            Future<?> writing = writer.submit(() -> {
                for (int row = 0; row < 5_000 && !moved.get(); row++) {
                    journal.write(request("meanwhile"));
                    LockSupport.parkNanos(100_000);
                }
            });
            journal.flush();
            moved.set(true);
            writing.get();

            // The mover comes by itself four times a second; a transaction for every few rows would be hundreds.
            assertThat(transactions()).isBetween(1L, 5L);
        }
    }

    private long transactions() {
        return database.transactions().call(tenant, db -> db.sql("select count(distinct xmin::text) from request_audit")
                .query(Long.class).single());
    }

    @Test
    void aFullJournalSlowsDownAndLosesNothing() throws Exception {
        try (RequestJournal journal = open(SMALL); ExecutorService threads = Executors.newFixedThreadPool(100)) {
            List<Callable<Object>> work = new ArrayList<>();
            for (int thread = 0; thread < 100; thread++) {
                int first = thread * 50;
                work.add(() -> {
                    IntStream.range(first, first + 50).forEach(n -> journal.write(request(String.valueOf(n))));
                    return first;
                });
            }
            for (Future<Object> done : threads.invokeAll(work)) {
                done.get();
            }
            journal.flush();
            assertThat(subjects()).containsExactlyInAnyOrderElementsOf(numbers(0, 5_000));
        }

        assertChained(5_000);
        assertThat(files()).isEmpty();
        long positions = TestDatabase.<Long>asOwner(db -> db
                .sql("select count(*) from request_audit_journal where tenant_id = ?").param(tenant.value())
                .query(Long.class).single());
        assertThat(positions).isZero();
    }

    @Test
    void whatAKilledProcessWroteIsTakenInOnceAtTheNextStart() throws IOException {
        RequestJournal killed = open(SMALL);
        numbers(0, 60).forEach(n -> killed.write(request(n)));
        killed.flush();
        numbers(60, 100).forEach(n -> killed.write(request(n)));
        killed.abandon();

        try (RequestJournal next = open(Room.USUAL)) {
            next.write(request("100"));
        }

        assertThat(subjects()).containsExactlyElementsOf(numbers(0, 101));
        assertChained(101);
        assertThat(files()).isEmpty();
        open(Room.USUAL).close();
        assertChained(101);
    }

    /// The kill came after the transaction and before the file was known to be taken: the position in the table tells.
    @Test
    void rowsThatWereTakenAreNotTakenAgain() throws IOException {
        RequestJournal killed = open(Room.USUAL);
        numbers(0, 10).forEach(n -> killed.write(request(n)));
        killed.flush();
        killed.abandon();
        assertThat(files()).isNotEmpty();

        open(Room.USUAL).close();

        assertThat(subjects()).containsExactlyElementsOf(numbers(0, 10));
    }

    @Test
    void aRowThatAKillCutShortIsLeftOutAndThoseBeforeItAreTaken() throws IOException {
        RequestJournal killed = open(Room.USUAL);
        numbers(0, 3).forEach(n -> killed.write(request(n)));
        killed.abandon();
        Path file = files().stream().filter(path -> path.toString().endsWith(".journal")).findFirst().orElseThrow();
        long torn = 2L * (8 + request("0").bytes().length) + 20;
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(torn);
            bytes.write(new byte[64]);
        }

        open(Room.USUAL).close();

        assertThat(subjects()).containsExactly("0", "1");
        assertChained(2);
    }

    @Test
    void theFilesOfAProcessThatLivesAreLeftAlone() {
        try (RequestJournal first = open(Room.USUAL)) {
            first.write(request("first"));
            try (RequestJournal second = open(Room.USUAL)) {
                second.write(request("second"));
            }
            first.write(request("third"));
        }

        assertThat(subjects()).containsExactlyInAnyOrder("first", "second", "third");
        assertChained(3);
    }
}
