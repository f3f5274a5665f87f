package dev.upswell.server.notify;

import java.time.Duration;
import java.util.List;

/// How often what goes to others is tried, and how long is waited between two tries.
public final class Patience {

    private static final List<Duration> WAITS = List.of(Duration.ofMinutes(1), Duration.ofMinutes(3),
            Duration.ofMinutes(10), Duration.ofMinutes(30), Duration.ofHours(1), Duration.ofHours(3),
            Duration.ofHours(6));

    /// The last try, about eleven hours after the first.
    public static final int TRIES = WAITS.size() + 1;

    private Patience() {
    }

    /// How long after this try the next one is due, counted from 1. A try after the last one follows where a server was killed in it.
    public static Duration after(int attempt) {
        return WAITS.get(Math.min(attempt, WAITS.size()) - 1);
    }

    /// The same, and no shorter than the other side asked for; what asks for more than the longest wait gets that.
    public static Duration after(int attempt, Duration asked) {
        Duration longest = WAITS.getLast();
        Duration heard = asked.compareTo(longest) > 0 ? longest : asked;
        return heard.compareTo(after(attempt)) > 0 ? heard : after(attempt);
    }
}
