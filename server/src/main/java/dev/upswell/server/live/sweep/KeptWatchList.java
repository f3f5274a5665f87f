package dev.upswell.server.live.sweep;

import dev.upswell.server.live.Feed;
import dev.upswell.server.live.LiveRefused;
import dev.upswell.server.live.Source;
import dev.upswell.server.live.Subject;
import dev.upswell.server.live.Watch;
import dev.upswell.server.live.WatchList;
import dev.upswell.server.registry.EventLogRepository;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The watch list of a tenant, in the database.
final class KeptWatchList implements WatchList {

    private final LiveParts parts;
    private final WatchRepository watches = new WatchRepository();

    KeptWatchList(LiveParts parts) {
        this.parts = parts;
    }

    @Override
    public Watch add(String source, Subject subject, Duration every, int pages) {
        require(source, subject.feed(), every, pages);
        return parts.call(db -> {
            Watch added = watches.add(db, source, subject, every, pages, parts.now())
                    .orElseThrow(() -> LiveRefused.conflict(source + " watches " + subject + " already.",
                            "Remove that watch first, if it shall be watched in another way."));
            parts.events().write(db, EventLogRepository.WATCH_ADDED, Map.of("source", source, "subject",
                    subject.toString(), "everyMinutes", every.toMinutes(), "pages", pages));
            return added;
        });
    }

    private void require(String source, Feed feed, Duration every, int pages) {
        if (!parts.known().contains(source)) {
            throw LiveRefused.unusable("There is no source " + source + ".",
                    "Use one of: " + String.join(", ", parts.known()) + ".");
        }
        boolean canBeAsked = parts.sources().stream().filter(one -> one.name().equals(source)).map(Source::feeds)
                .allMatch(feeds -> feeds.contains(feed));
        if (!canBeAsked) {
            throw LiveRefused.unusable(source + " cannot be asked for a " + feed.label() + ".", "Use another source.");
        }
        if (every.compareTo(Watch.SHORTEST) < 0 || every.compareTo(Watch.LONGEST) > 0) {
            throw LiveRefused.unusable("A subject cannot be watched every " + every.toMinutes() + " minutes.",
                    "Use " + Watch.SHORTEST.toMinutes() + " to " + Watch.LONGEST.toMinutes() + " minutes.");
        }
        if (pages < 1 || pages > Watch.MOST_PAGES) {
            throw LiveRefused.unusable("A sweep cannot have " + pages + " pages.",
                    "Use 1 to " + Watch.MOST_PAGES + ".");
        }
    }

    @Override
    public Watch remove(UUID id) {
        return parts.call(db -> {
            Watch removed = watches.remove(db, id).orElseThrow(() -> LiveRefused
                    .unknown("There is no watch with this id.", "The watch list has them all."));
            parts.events().write(db, EventLogRepository.WATCH_REMOVED,
                    Map.of("source", removed.source(), "subject", removed.subject().toString()));
            return removed;
        });
    }

    @Override
    public List<Watched> list() {
        return parts.call(watches::list);
    }
}
