package dev.upswell.server.access.tenancy;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectFactory;

/// The beans of one tenant.
final class Room {

    private static final Logger LOG = LoggerFactory.getLogger(Room.class);

    private final Map<String, Object> beans = new ConcurrentHashMap<>();
    private final Deque<Runnable> closing = new ArrayDeque<>();
    /// Held while a bean is made, which makes those that it needs: each is made once.
    private final ReentrantLock making = new ReentrantLock();
    private final AtomicInteger inside = new AtomicInteger();
    private volatile Instant usedAt = Instant.EPOCH;

    Object bean(String name, ObjectFactory<?> factory) {
        Object bean = beans.get(name);
        if (bean != null) {
            return bean;
        }
        making.lock();
        try {
            Object made = beans.get(name);
            if (made == null) {
                made = factory.getObject();
                beans.put(name, made);
            }
            return made;
        } finally {
            making.unlock();
        }
    }

    void onClose(Runnable callback) {
        making.lock();
        try {
            closing.push(callback);
        } finally {
            making.unlock();
        }
    }

    void enter(Instant now) {
        inside.incrementAndGet();
        usedAt = now;
    }

    void leave() {
        inside.decrementAndGet();
    }

    Instant usedAt() {
        return usedAt;
    }

    boolean canBeEmptied() {
        if (inside.get() > 0) {
            return false;
        }
        making.lock();
        try {
            return inside.get() == 0 && closing.isEmpty();
        } finally {
            making.unlock();
        }
    }

    /// What was made last is closed first.
    void close() {
        making.lock();
        try {
            while (!closing.isEmpty()) {
                try {
                    closing.pop().run();
                } catch (RuntimeException e) {
                    LOG.warn("something of a tenant did not close", e);
                }
            }
        } finally {
            making.unlock();
        }
    }
}
