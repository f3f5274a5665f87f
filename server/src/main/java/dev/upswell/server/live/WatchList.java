package dev.upswell.server.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is watched at providers.
public interface WatchList {

    /// How something is to be watched.
    ///
    /// @param pinned exactly as often as `every` says; else the plan chooses how often
    /// @param pages of a visit, at most
    record Manner(Watch.Kind kind, Watch.Priority priority, boolean pinned, Duration every, int pages) {

        /// A topic of normal priority that is visited exactly so often.
        public static Manner pinned(Duration every, int pages) {
            return new Manner(Watch.Kind.TOPIC, Watch.Priority.NORMAL, true, every, pages);
        }

        /// A topic of normal priority that is visited as often as the plan chooses.
        public static Manner automatic(int pages) {
            return new Manner(Watch.Kind.TOPIC, Watch.Priority.NORMAL, false, Duration.ofHours(1), pages);
        }
    }

    /// A watch with how its last sweep went.
    ///
    /// @param last its newest sweep; null before the first
    record Watched(Watch watch, @Nullable LastSweep last) {
    }

    /// How a sweep went.
    ///
    /// @param state `OPEN`, `DONE` or `BROKEN`
    /// @param pages that were kept
    /// @param note why it ended before its last page; null otherwise
    record LastSweep(Instant slot, String state, int pages, @Nullable String note) {
    }

    /// Puts a subject on the list; its first sweep is due at once.
    ///
    /// **errors** [LiveRefused] when the source is none, cannot be asked for that, or watches it already, or when a bound is not
    /// kept.
    Watch add(String source, Subject subject, Manner manner);

    /// As [#add(String, Subject, Manner)] for a topic that is visited exactly so often.
    default Watch add(String source, Subject subject, Duration every, int pages) {
        return add(source, subject, Manner.pinned(every, pages));
    }

    /// Watches the same in another manner, and returns it as it is then.
    ///
    /// **errors** [LiveRefused] when there is none, or when a bound is not kept.
    Watch change(UUID id, Manner manner);

    /// Takes a watch off the list and returns it, with its sweeps and dead letters; what was stored stays.
    ///
    /// **errors** [LiveRefused] when there is none.
    Watch remove(UUID id);

    /// All watches, by source and subject.
    List<Watched> list();
}
