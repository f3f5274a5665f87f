package dev.upswell.server.pulse;

import dev.upswell.server.event.Event;
import dev.upswell.server.event.EventFilter;
import dev.upswell.server.event.EventLog;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The streams of all open tabs, and who looks into the event log for them: one thread, one short reading for each tenant somebody looks
/// at, however many tabs there are. What other processes of the store do is told as well, for the log is one.
public final class Pulses implements AutoCloseable {

    /// The most streams of one person in a tenant.
    public static final int MOST_OF_ONE = 20;
    /// The most of a server.
    public static final int MOST = 500;

    private static final Logger LOG = LoggerFactory.getLogger(Pulses.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    /// Events of transactions that end later than others that began later.
    private static final Duration OVERLAP = Duration.ofSeconds(10);
    private static final int MOST_READ = 500;

    private final Database database;
    private final Map<Stream.Key, Stream> streams = new ConcurrentHashMap<>();
    /// How far the log of a tenant was read.
    private final Map<TenantId, Seen> seen = new ConcurrentHashMap<>();
    private final Set<TenantId> failed = ConcurrentHashMap.newKeySet();
    private final ReentrantLock opening = new ReentrantLock();
    private final ReentrantLock looking = new ReentrantLock();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread reader;

    /// @param until when the newest event happened
    /// @param ids of events shortly before it that were told
    private record Seen(Instant until, Set<UUID> ids) {

        private Seen {
            ids = Set.copyOf(ids);
        }
    }

    /// Why there is no stream.
    public enum Full {
        /// This person has as many as one may have.
        OF_ONE,
        /// The server has as many as it can.
        OF_ALL
    }

    /// A stream, or why there is none.
    ///
    /// @param stream null where there is none
    /// @param full null where there is one
    public record Opened(@Nullable Stream stream, @Nullable Full full) {
    }

    /// The streams over this store.
    public Pulses(Database database) {
        this.database = database;
    }

    /// Opens the stream of a tab; one that the tab had before ends.
    ///
    /// @param person who looks, as the audit calls them
    /// @param tab by which the browser tells its tabs apart
    public Opened open(TenantId tenant, String person, String tab) {
        opening.lock();
        try {
            var key = new Stream.Key(tenant, person, tab);
            Stream former = streams.remove(key);
            if (former != null) {
                former.end();
            }
            if (streams.size() >= MOST || stopping.getCount() == 0) {
                return new Opened(null, Full.OF_ALL);
            }
            if (streams.keySet().stream().filter(one -> one.tenant().equals(tenant) && one.person().equals(person))
                    .count() >= MOST_OF_ONE) {
                return new Opened(null, Full.OF_ONE);
            }
            var stream = new Stream(key);
            streams.put(key, stream);
            if (reader == null) {
                reader = Thread.ofPlatform().name("upswell-pulses").daemon().start(this::read);
            }
            return new Opened(stream, null);
        } finally {
            opening.unlock();
        }
    }

    /// Ends a stream, should it still be there.
    public void close(Stream stream) {
        stream.end();
        streams.remove(stream.key(), stream);
    }

    /// How many are open.
    public int open() {
        return streams.size();
    }

    private void read() {
        boolean failed = false;
        do {
            try {
                look();
                failed = false;
            } catch (RuntimeException e) {
                if (!failed) {
                    LOG.warn("open pages cannot be told what happens; it is tried again", e);
                }
                failed = true;
            }
        } while (!stopped());
    }

    private boolean stopped() {
        try {
            return stopping.await(EVERY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    /// Tells the tabs of each tenant what happened there since the last time.
    void look() {
        looking.lock();
        try {
            tell();
        } finally {
            looking.unlock();
        }
    }

    private void tell() {
        Map<TenantId, List<Stream>> open = streams.values().stream()
                .collect(Collectors.groupingBy(one -> one.key().tenant()));
        seen.keySet().retainAll(open.keySet());
        open.forEach((tenant, tabs) -> {
            try {
                Set<Section> changed = changed(tenant);
                if (!changed.isEmpty()) {
                    tabs.forEach(tab -> tab.tell(changed));
                }
                failed.remove(tenant);
            } catch (RuntimeException e) {
                // One whose log cannot be read keeps the others from nothing.
                if (failed.add(tenant)) {
                    LOG.warn("open pages of a tenant cannot be told what happens; it is tried again", e);
                }
            }
        });
    }

    private Set<Section> changed(TenantId tenant) {
        var log = new EventLog(tenant, database);
        Seen before = seen.get(tenant);
        if (before == null) {
            // One reading: what happens after it is told.
            List<Event> last = log.list(all(null), MOST_READ, 0);
            seen.put(tenant, new Seen(last.isEmpty() ? Instant.EPOCH : last.getFirst().at(), ids(last)));
            return Set.of();
        }
        Instant from = before.until().equals(Instant.EPOCH) ? null : before.until().minus(OVERLAP);
        List<Event> events = log.list(all(from), MOST_READ, 0);
        Set<Section> changed = EnumSet.noneOf(Section.class);
        events.stream().filter(event -> !before.ids().contains(event.id()))
                .forEach(event -> changed.addAll(Section.changedBy(event)));
        if (!events.isEmpty()) {
            seen.put(tenant, new Seen(events.getFirst().at(), ids(events)));
        }
        return changed;
    }

    private static EventFilter all(@Nullable Instant from) {
        return new EventFilter(null, List.of(), from, null);
    }

    private static Set<UUID> ids(List<Event> events) {
        return new HashSet<>(events.stream().map(Event::id).toList());
    }

    @Override
    public void close() {
        stopping.countDown();
        streams.values().forEach(Stream::end);
        streams.clear();
    }
}
