package dev.upswell.server.live.sweep;

import dev.upswell.server.live.Live;

/// The services of this slice, as the application wires them.
public final class LiveCollecting {

    private LiveCollecting() {
    }

    /// The services over these parts.
    public static Live of(LiveParts parts) {
        return new Live(new KeptSourceBoard(parts), new KeptWatchList(parts), new RoundCollector(parts),
                new KeptDeadLetters(parts));
    }
}
