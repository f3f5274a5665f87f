package dev.upswell.server.access.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/// How often somebody may try to sign in from an address, under whatever names: twenty times a minute.
///
/// It remembers the ten thousand addresses that tried last, in this process.
final class SignInPace {

    static final int MOST = 20;
    static final Duration SPAN = Duration.ofMinutes(1);
    private static final int ADDRESSES = 10_000;

    private final Map<String, Deque<Instant>> tries = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > ADDRESSES;
        }
    };

    /// Counts a try; whether it may be made.
    synchronized boolean allows(String address, Instant now) {
        Deque<Instant> earlier = tries.computeIfAbsent(address, one -> new ArrayDeque<>());
        while (!earlier.isEmpty() && !earlier.getFirst().isAfter(now.minus(SPAN))) {
            earlier.removeFirst();
        }
        if (earlier.size() >= MOST) {
            return false;
        }
        earlier.addLast(now);
        return true;
    }
}
