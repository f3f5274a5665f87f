package dev.upswell.server.taste;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Videos that an account met, as files of what people did tell.
///
/// @param known watched, liked, shared or otherwise acted on
/// @param hidden not wanted
/// @param acts what was done, the newest first
/// @param posts the account's own last 100 videos that are stored, the newest first
public record Met(Set<String> known, Set<String> hidden, List<Act> acts, List<Act> posts) {

    /// Nothing was met.
    public static final Met NOTHING = new Met(Set.of(), Set.of(), List.of(), List.of());

    /// Something that was done with a video.
    ///
    /// @param action as files tell it: watched, liked, reposted and so on; `posted` of own videos
    /// @param watched in seconds; null where nobody told
    public record Act(String video, String action, Instant at, @Nullable Double watched) {
    }

    /// The same, had some videos not been met; what was posted stays.
    public Met without(Predicate<String> some) {
        return new Met(known.stream().filter(some.negate()).collect(Collectors.toSet()),
                hidden.stream().filter(some.negate()).collect(Collectors.toSet()),
                acts.stream().filter(act -> !some.test(act.video())).toList(), posts);
    }

    public Met {
        known = Set.copyOf(known);
        hidden = Set.copyOf(hidden);
        acts = List.copyOf(acts);
        posts = List.copyOf(posts);
    }
}
