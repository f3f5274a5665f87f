package dev.upswell.server.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// Shows how far a piece of work is: a bar with the remaining time for a person, a plain line now and then otherwise.
///
/// Work under two seconds shows nothing. What was done before this process began, as of work that was cut off, counts for the bar and not
/// for the time that is left. Any number of threads may tell.
public final class ProgressLine implements AutoCloseable {

    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration REDRAW = Duration.ofMillis(200);
    private static final Duration PLAIN_LINE_EVERY = Duration.ofSeconds(10);
    private static final Duration IN_MINUTES = Duration.ofSeconds(120);
    private static final int WIDTH = 28;

    private final Screen screen;
    private final Instant started;
    private String work;
    private Instant drawn;
    private boolean shown;
    private Instant since;
    private long before = -1;
    private long most;

    ProgressLine(Screen screen, String work) {
        this.screen = screen;
        this.work = work;
        this.started = screen.clock().instant();
        this.drawn = started;
        this.since = started;
    }

    /// Goes on with another piece, whose units are counted from 0.
    public synchronized void next(String another) {
        work = another;
        since = screen.clock().instant();
        before = -1;
        most = 0;
        if (screen.interactive()) {
            drawn = Instant.EPOCH;
        }
    }

    /// Tells that `done` of `total` units are finished; `total` 0 means that the whole is not known.
    public synchronized void at(long done, long total) {
        Instant now = screen.clock().instant();
        most = Math.max(most, done);
        if (before < 0) {
            before = done <= 1 ? 0 : done;
            since = done <= 1 ? since : now;
        }
        boolean due = Duration.between(drawn, now).compareTo(screen.interactive() ? REDRAW : PLAIN_LINE_EVERY) >= 0;
        if (Duration.between(started, now).compareTo(QUIET) < 0 || !due) {
            return;
        }
        drawn = now;
        shown = true;
        if (screen.interactive()) {
            screen.err().print("\r\033[K" + bar(total, now));
            screen.err().flush();
        } else {
            screen.err().println(bar(total, now));
        }
    }

    private String bar(long total, Instant now) {
        if (total <= 0) {
            return String.format(Locale.ROOT, "%s  %,d", work, most);
        }
        double share = Math.min(1, (double) most / total);
        int filled = (int) Math.round(share * WIDTH);
        return String.format(Locale.ROOT, "%-22s %s%s %3.0f %%%s", work, "━".repeat(filled), "─".repeat(WIDTH - filled),
                share * 100, left(total, now));
    }

    /// What is said of the time that is left; nothing while it cannot be told.
    private String left(long total, Instant now) {
        if (most <= before || most >= total) {
            return "";
        }
        double seconds = Duration.between(since, now).toMillis() / 1000.0 / (most - before) * (total - most);
        return seconds < IN_MINUTES.toSeconds()
                ? String.format(Locale.ROOT, "  about %d s left", Math.max(1, Math.round(seconds)))
                : String.format(Locale.ROOT, "  about %,d min left", Math.round(seconds / 60));
    }

    @Override
    public synchronized void close() {
        if (shown && screen.interactive()) {
            screen.err().print("\r\033[K");
            screen.err().flush();
        }
    }
}
