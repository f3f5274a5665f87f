package dev.upswell.server.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// Shows how far a piece of work is: a bar with the remaining time for a person, a plain line now and then otherwise.
///
/// Work under two seconds shows nothing.
public final class ProgressLine implements AutoCloseable {

    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration REDRAW = Duration.ofMillis(200);
    private static final Duration PLAIN_LINE_EVERY = Duration.ofSeconds(10);
    private static final int WIDTH = 28;

    private final Screen screen;
    private final String work;
    private final Instant started;
    private Instant drawn;
    private boolean shown;

    ProgressLine(Screen screen, String work) {
        this.screen = screen;
        this.work = work;
        this.started = screen.clock().instant();
        this.drawn = started;
    }

    /// Tells that `done` of `total` units are finished; `total` 0 means that the whole is not known.
    public void at(long done, long total) {
        Instant now = screen.clock().instant();
        boolean due = Duration.between(drawn, now).compareTo(screen.interactive() ? REDRAW : PLAIN_LINE_EVERY) >= 0;
        if (Duration.between(started, now).compareTo(QUIET) < 0 || !due) {
            return;
        }
        drawn = now;
        shown = true;
        if (screen.interactive()) {
            screen.err().print("\r\033[K" + bar(done, total, now));
            screen.err().flush();
        } else {
            screen.err().println(bar(done, total, now));
        }
    }

    private String bar(long done, long total, Instant now) {
        if (total <= 0) {
            return String.format(Locale.ROOT, "%s  %,d", work, done);
        }
        double share = Math.min(1, (double) done / total);
        int filled = (int) Math.round(share * WIDTH);
        double elapsed = Duration.between(started, now).toMillis() / 1000.0;
        long left = share > 0 ? Math.round(elapsed / share - elapsed) : 0;
        return String.format(Locale.ROOT, "%-22s %s%s %3.0f %%  about %d s left", work, "━".repeat(filled),
                "─".repeat(WIDTH - filled), share * 100, left);
    }

    @Override
    public void close() {
        if (shown && screen.interactive()) {
            screen.err().print("\r\033[K");
            screen.err().flush();
        }
    }
}
