package dev.upswell.server.live;

/// All that this slice does, for one tenant: what a server process or a command works with.
public record Live(SourceBoard sources, WatchList watches, WatchPlans plans, Collector collector,
        DeadLetters deadLetters) {
}
