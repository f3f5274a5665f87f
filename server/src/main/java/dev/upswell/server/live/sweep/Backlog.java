package dev.upswell.server.live.sweep;

import dev.upswell.server.live.RoundReport;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// What the sources of a round have kept and is not stored yet: when 20 answers or 16 million characters wait they are stored, and
/// meanwhile nobody keeps more, so that a slow store slows the asking down.
final class Backlog {

    private static final int MOST_WAITING = 20;
    private static final long MOST_CHARACTERS = 16L << 20;

    private final Lock turn = new ReentrantLock();
    private final Storing storing;
    private int waiting;
    private long waitingCharacters;
    private volatile boolean stopped;

    Backlog(Storing storing) {
        this.storing = storing;
    }

    /// An answer of this length was kept.
    void kept(int characters) {
        turn.lock();
        try {
            waiting++;
            waitingCharacters += characters;
            if (waiting >= MOST_WAITING || waitingCharacters >= MOST_CHARACTERS) {
                storeAll();
            }
        } finally {
            turn.unlock();
        }
    }

    /// Stores what waits, if anything was kept since the last time.
    void storeWaiting() {
        turn.lock();
        try {
            if (waiting > 0) {
                storeAll();
            }
        } finally {
            turn.unlock();
        }
    }

    /// Stores what waits.
    void storeAll() {
        turn.lock();
        try {
            storing.all();
            waiting = 0;
            waitingCharacters = 0;
        } finally {
            turn.unlock();
        }
    }

    /// Nobody shall ask for more, because a source failed.
    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }

    RoundReport.Taken taken() {
        return storing.taken();
    }
}
