package dev.upswell.server.collect;

import java.time.Instant;

/// A source that stopped moving: it repeats one answer, crawl after crawl.
///
/// @param since time of the first of the equal crawls
/// @param until time of the last of them, which is the source's latest
/// @param crawls how many there are, at least 3
/// @param entities how many entities each of them lists
public record FrozenFeed(String source, Instant since, Instant until, int crawls, long entities) {

    /// The finding in one sentence.
    public String text() {
        return "frozen feed: " + source + " gave the same counters for all " + entities + " entities at " + crawls
                + " crawl times from " + since + " to " + until
                + "; it is one answer repeated, and says nothing of growth";
    }
}
