package dev.upswell.server.live.plan;

import dev.upswell.server.event.EventType;
import dev.upswell.server.live.Feed;
import dev.upswell.server.live.LiveRefused;
import dev.upswell.server.live.Source;
import dev.upswell.server.live.Subject;
import dev.upswell.server.live.Watch;
import dev.upswell.server.live.WatchList;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The watch list of a tenant, in the database.
public final class KeptWatchList implements WatchList {

    private final PlanParts parts;
    private final WatchRepository watches = new WatchRepository();

    /// The list over these parts.
    public KeptWatchList(PlanParts parts) {
        this.parts = parts;
    }

    @Override
    public Watch add(String source, Subject subject, Manner manner) {
        require(source, subject.feed());
        require(subject.feed(), manner);
        return parts.call(db -> {
            Watch added = watches.add(db, source, subject, manner, parts.now())
                    .orElseThrow(() -> LiveRefused.conflict(source + " watches " + subject + " already.",
                            "Change that watch, if it shall be watched in another way."));
            parts.events().write(db, EventType.WATCH_ADDED, facts(added));
            return added;
        });
    }

    @Override
    public Watch change(UUID id, Manner manner) {
        return parts.call(db -> {
            Watch changed = watches.change(db, id, manner, parts.now()).orElseThrow(KeptWatchList::unknown);
            require(changed.subject().feed(), manner);
            parts.events().write(db, EventType.WATCH_CHANGED, facts(changed));
            return changed;
        });
    }

    private static Map<String, Object> facts(Watch watch) {
        return Map.of("source", watch.source(), "subject", watch.subject().toString(), "kind", watch.kind().label(),
                "priority", watch.priority().label(), "pinned", watch.pinned(), "everyMinutes",
                watch.every().toMinutes(), "pages", watch.pages());
    }

    private static LiveRefused unknown() {
        return LiveRefused.unknown("There is no watch with this id.", "The watch list has them all.");
    }

    private void require(String source, Feed feed) {
        if (!parts.known().contains(source)) {
            throw LiveRefused.unusable("There is no source " + source + ".",
                    "Use one of: " + String.join(", ", parts.known()) + ".");
        }
        boolean canBeAsked = parts.sources().stream().filter(one -> one.name().equals(source)).map(Source::feeds)
                .allMatch(feeds -> feeds.contains(feed));
        if (!canBeAsked) {
            throw LiveRefused.unusable(source + " cannot be asked for a " + feed.label() + ".", "Use another source.");
        }
    }

    private static void require(Feed feed, Manner manner) {
        if (manner.kind() != Watch.Kind.TOPIC && feed != Feed.CREATOR) {
            throw LiveRefused.unusable("A " + feed.label() + " cannot be watched as " + manner.kind().label() + ".",
                    "Watch a creator as competitor or own, or leave the kind out.");
        }
        Duration every = manner.every();
        if (every.compareTo(Watch.SHORTEST) < 0 || every.compareTo(Watch.LONGEST) > 0) {
            throw LiveRefused.unusable("A subject cannot be watched every " + every.toMinutes() + " minutes.",
                    "Use " + Watch.SHORTEST.toMinutes() + " to " + Watch.LONGEST.toMinutes() + " minutes.");
        }
        if (manner.pages() < 1 || manner.pages() > Watch.MOST_PAGES) {
            throw LiveRefused.unusable("A sweep cannot have " + manner.pages() + " pages.",
                    "Use 1 to " + Watch.MOST_PAGES + ".");
        }
    }

    @Override
    public Watch remove(UUID id) {
        return parts.call(db -> {
            Watch removed = watches.remove(db, id).orElseThrow(KeptWatchList::unknown);
            parts.events().write(db, EventType.WATCH_REMOVED,
                    Map.of("source", removed.source(), "subject", removed.subject().toString()));
            return removed;
        });
    }

    @Override
    public List<Watched> list() {
        return parts.call(watches::list);
    }
}
