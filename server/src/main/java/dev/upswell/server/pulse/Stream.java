package dev.upswell.server.pulse;

import dev.upswell.server.store.TenantId;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// What one tab is told. What changes while nobody takes it comes together, so that a slow reader costs no more than a fast one.
public final class Stream {

    private final Key key;
    private final Set<Section> changed = EnumSet.noneOf(Section.class);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition told = lock.newCondition();
    private boolean ended;

    /// Whose tab it is.
    ///
    /// @param person who looks, as the audit calls them
    /// @param tab by which the browser tells its tabs apart
    record Key(TenantId tenant, String person, String tab) {
    }

    Stream(Key key) {
        this.key = key;
    }

    Key key() {
        return key;
    }

    /// What changed since the last time, as soon as anything does: nothing where nothing did for this long; empty once the stream is over.
    public Optional<Set<Section>> next(Duration atMost) {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (changed.isEmpty() && !ended && left > 0) {
                left = told.awaitNanos(left);
            }
            if (ended) {
                return Optional.empty();
            }
            Set<Section> all = changed.isEmpty() ? Set.of() : Set.copyOf(changed);
            changed.clear();
            return Optional.of(all);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    void tell(Set<Section> sections) {
        lock.lock();
        try {
            changed.addAll(sections);
            told.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void end() {
        lock.lock();
        try {
            ended = true;
            told.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
