package dev.upswell.server.creative.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.upswell.server.creative.PatternWorker;
import dev.upswell.server.creative.RunSummary;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A search for patterns, and how far it is.
///
/// @param running whether it is at work in this server; an open search that is not is at work elsewhere, or was cut off and is taken up when a server is free, unless it broke three times
/// @param secondsLeft how long the other videos may take; null when it is not at work, before its first video, and once all are read
record RunAnswer(@JsonUnwrapped RunSummary run, boolean running, @Nullable Long secondsLeft) {

    static RunAnswer of(RunSummary run, Optional<PatternWorker.Way> way) {
        return new RunAnswer(run, way.isPresent(),
                way.map(PatternWorker.Way::left).map(Duration::toSeconds).orElse(null));
    }
}
