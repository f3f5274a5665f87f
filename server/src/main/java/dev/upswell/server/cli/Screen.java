package dev.upswell.server.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Where a command writes: results to standard output, progress and remarks to standard error.
///
/// @param interactive whether a person watches standard error, so that a line may be drawn over
/// @param json whether standard output carries one JSON document and nothing else
public record Screen(PrintStream out, PrintStream err, InstantSource clock, boolean interactive, boolean json) {

    /// The same screen, with or without JSON on standard output.
    public Screen withJson(boolean wanted) {
        return new Screen(out, err, clock, interactive, wanted);
    }

    /// Says something to the person, beside the result, in place of a progress bar that may stand there.
    public void remark(String text) {
        err.println(interactive ? "\r\033[K" + text : text);
    }

    /// Says to the person what went wrong, by the failure's own words where it has some.
    public void remark(Exception failure) {
        remark(failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage());
    }

    /// Prints a line of the result for people; silent under JSON.
    public void line(String text) {
        if (!json) {
            out.println(text);
        }
    }

    /// Prints the one JSON document of a command.
    public void document(Object value) {
        if (json) {
            out.println(Json.write(value));
        }
    }

    /// Seconds since this instant, to a tenth.
    public double secondsSince(Instant started) {
        return Math.round(Duration.between(started, clock.instant()).toMillis() / 100.0) / 10.0;
    }

    /// A progress display for work of this name.
    public ProgressLine progress(String work) {
        return new ProgressLine(this, work);
    }
}
