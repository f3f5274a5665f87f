package dev.upswell.server.audit;

import dev.upswell.server.store.Database;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.store.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The way of requests into the request audit: written to a file at once, moved into the table in batches.
///
/// A row is in the file when [#write] returns, and stays there through a kill of the process. One thread moves rows into the table:
/// each batch is a transaction that also writes down how far the file was taken, so that a row comes once, whatever is killed. Files
/// that killed processes left are taken in at the next start. Files have room for a fixed number of rows; where the table does not keep
/// up, [#write] waits, and nothing is lost.
///
/// **cost** of a write half a microsecond, of a row in the table some ten of one core, PostgreSQL's part included · **errors** of the
/// store are logged once and tried again until they pass.
public final class RequestJournal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RequestJournal.class);
    private static final int BATCH = 5_000;
    private static final long PAUSE_MS = 250;
    private static final long AFTER_FAILURE_MS = 1_000;

    /// How much the journal holds.
    ///
    /// @param fileBytes room of a file
    /// @param files how many there are at most
    public record Room(int fileBytes, int files) {

        /// Some 60,000 requests.
        public static final Room USUAL = new Room(2 << 20, 4);

        public Room {
            if (fileBytes < 8_192 || files < 2) {
                throw new IllegalArgumentException("room (" + fileBytes + " bytes, " + files
                        + " files) must be 8192 bytes and 2 files or more\nMaybe take Room.USUAL.");
            }
        }
    }

    private final TenantId tenant;
    private final Database database;
    private final Path folder;
    private final Room room;
    private final JournalOwner owner;
    private final Thread mover;

    private final ReentrantLock appending = new ReentrantLock();
    private final Condition freed = appending.newCondition();
    private final Condition due = appending.newCondition();
    /// The oldest first; the last is written to.
    private final Deque<JournalFile> files = new ArrayDeque<>();
    private @Nullable JournalFile spare;
    private boolean closed;
    private final AtomicInteger made = new AtomicInteger();

    private final ReentrantLock moving = new ReentrantLock();
    private long taken;
    private final List<UUID> gone = new ArrayList<>();

    private RequestJournal(TenantId tenant, Database database, Path folder, Room room) throws IOException {
        this.tenant = tenant;
        this.database = database;
        this.folder = Files.createDirectories(folder.resolve(tenant.toString()));
        this.room = room;
        this.owner = JournalOwner.claim(this.folder);
        files.add(created());
        this.mover = Thread.ofPlatform().name("request-audit").daemon().unstarted(this::move);
    }

    /// The journal of a tenant below this folder; what killed processes left there is taken in.
    ///
    /// **errors** `UncheckedIOException` where the folder cannot be written.
    public static RequestJournal open(TenantId tenant, Database database, Path folder, Room room) {
        try {
            RequestJournal journal = new RequestJournal(tenant, database, folder, room);
            journal.takeIn();
            journal.mover.start();
            return journal;
        } catch (IOException e) {
            throw new UncheckedIOException("the journal of requests cannot be written in " + folder, e);
        }
    }

    /// Writes a request down; waits while there is no room.
    public void write(AuditedRequest request) {
        byte[] row = request.bytes();
        appending.lock();
        try {
            JournalFile file = files.getLast();
            while (!file.fits(row)) {
                file = withRoom(file);
            }
            file.append(row);
        } finally {
            appending.unlock();
        }
    }

    /// The file to write to, once the one at hand is full.
    private JournalFile withRoom(JournalFile full) {
        due.signal();
        JournalFile next = spare == null && files.size() < room.files() ? createdIfPossible() : spare;
        spare = null;
        if (next != null) {
            files.add(next);
        } else if (files.getLast() == full) {
            awaitRoom();
        }
        return files.getLast();
    }

    /// Null where the disk has no room: what was done must not go unwritten, so the request waits as it does for the table.
    private @Nullable JournalFile createdIfPossible() {
        try {
            return created();
        } catch (UncheckedIOException e) {
            LOG.error("requests wait, for the journal cannot be written", e);
            return null;
        }
    }

    private void awaitRoom() {
        boolean interrupted = Thread.interrupted();
        try {
            freed.await(AFTER_FAILURE_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private JournalFile created() {
        try {
            return JournalFile.create(folder, owner.name(), made.incrementAndGet(), room.fileBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the journal of requests cannot be written", e);
        }
    }

    /// Has the next file ready before it is needed, so that no request waits for the disk.
    private void prepare() {
        if (!wantsSpare()) {
            return;
        }
        JournalFile file = created();
        appending.lock();
        try {
            spare = file;
        } finally {
            appending.unlock();
        }
    }

    private boolean wantsSpare() {
        appending.lock();
        try {
            return spare == null && files.size() < room.files();
        } finally {
            appending.unlock();
        }
    }

    private void move() {
        boolean failed = false;
        while (pause(failed ? AFTER_FAILURE_MS : PAUSE_MS)) {
            try {
                flush();
                prepare();
                failed = false;
            } catch (RuntimeException e) {
                // Whatever it is: were this thread to end, every request would wait once the journal is full.
                if (!failed) {
                    LOG.warn("requests wait in the journal, for they cannot be written to the audit", e);
                }
                failed = true;
            }
        }
    }

    /// Waits until something is due; false once the journal is closed.
    private boolean pause(long millis) {
        appending.lock();
        try {
            if (!closed) {
                due.await(millis, TimeUnit.MILLISECONDS);
            }
            return !closed;
        } catch (InterruptedException e) {
            return false;
        } finally {
            appending.unlock();
        }
    }

    /// Moves all that was written before this call into the table.
    public void flush() {
        moving.lock();
        try {
            boolean last;
            do {
                JournalFile file = oldest();
                takeOver(file);
                last = done(file);
            } while (!last);
        } finally {
            moving.unlock();
        }
    }

    private JournalFile oldest() {
        appending.lock();
        try {
            return files.getFirst();
        } finally {
            appending.unlock();
        }
    }

    /// Moves what a file holds by now into the table. What comes meanwhile waits for the next time: to run after it would make a transaction
    /// of every few rows, and cost more than the requests themselves.
    private void takeOver(JournalFile file) {
        long end = file.end();
        while (taken < end) {
            taken = takeOver(file, taken);
            gone.clear();
        }
    }

    /// Moves a batch, and says how far it came. A transaction of which it is not known whether it was done is asked for how far it was.
    private long takeOver(JournalFile file, long from) {
        return database.transactions().call(tenant, db -> {
            ChainState chain = RequestAuditRepository.holdChain(db);
            long known = RequestAuditRepository.taken(db, file.id());
            if (known > from) {
                return known;
            }
            JournalFile.Part part = file.read(from, BATCH);
            List<AuditedRow> rows = chained(chain, part.rows());
            if (!rows.isEmpty()) {
                RequestAuditRepository.append(db, rows);
            }
            RequestAuditRepository.take(db, file.id(), part.next());
            RequestAuditRepository.forget(db, gone);
            return part.next();
        });
    }

    private static List<AuditedRow> chained(ChainState chain, List<byte[]> written) {
        List<AuditedRow> rows = new ArrayList<>(written.size());
        long seq = chain.seq();
        String hash = chain.hash();
        for (byte[] bytes : written) {
            AuditedRequest request = AuditedRequest.of(bytes).orElse(null);
            if (request == null) {
                // Its checksum fits, so a newer program wrote it: better told of than lost without a word.
                LOG.error("a row of {} bytes in the journal of requests cannot be read and is left out", bytes.length);
                continue;
            }
            seq++;
            AuditedRow row = AuditedRow.after(hash, seq, request);
            hash = row.hash();
            rows.add(row);
        }
        return rows;
    }

    /// Lets go of a file that is taken and full; whether there is no other.
    private boolean done(JournalFile file) {
        appending.lock();
        try {
            if (files.getLast() == file) {
                return true;
            }
            if (taken < file.end()) {
                return false;
            }
            drop(file);
            files.removeFirst();
            taken = 0;
            freed.signalAll();
            return false;
        } finally {
            appending.unlock();
        }
    }

    private void drop(JournalFile file) {
        try {
            file.delete();
            gone.add(file.id());
        } catch (IOException e) {
            throw new UncheckedIOException("a file of the journal that is in the audit cannot be deleted", e);
        }
    }

    /// Takes in what killed processes left.
    private void takeIn() throws IOException {
        for (Path path : JournalFile.list(folder)) {
            JournalOwner former = JournalFile.owner(path).equals(owner.name())
                    ? null
                    : JournalOwner.inherit(folder, JournalFile.owner(path)).orElse(null);
            if (former != null) {
                try (former) {
                    takeIn(path);
                }
            }
        }
    }

    private void takeIn(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        JournalFile file = JournalFile.leftover(path);
        taken = 0;
        takeOver(file);
        taken = 0;
        file.delete();
        gone.add(file.id());
    }

    /// Moves what is left into the table and takes the files away. What cannot be moved stays for the next start.
    @Override
    public void close() {
        appending.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            due.signalAll();
        } finally {
            appending.unlock();
        }
        try {
            mover.join();
            flush();
            end();
        } catch (StoreException | UncheckedIOException | IOException e) {
            LOG.warn("requests wait in the journal for the next start", e);
            abandon();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            abandon();
        }
    }

    private void end() throws IOException {
        drop(files.getLast());
        if (spare != null) {
            spare.delete();
        }
        database.transactions().run(tenant, db -> RequestAuditRepository.forget(db, gone));
        owner.close();
    }

    /// Ends as a kill does: nothing more is moved, and the files stay.
    void abandon() {
        appending.lock();
        try {
            closed = true;
            due.signalAll();
        } finally {
            appending.unlock();
        }
        try {
            mover.join();
            owner.abandon();
        } catch (IOException e) {
            LOG.debug("the lock of the journal was lost", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
