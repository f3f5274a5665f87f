package dev.upswell.recommend;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a person must not be shown.
///
/// @param shown videos shown within the last fourteen days, and all that were watched or liked
/// @param hidden videos that the person never wants to see again
/// @param own handles of the person's accounts
public record Exclusions(Set<String> shown, Set<String> hidden, Set<String> own) {

    /// How long a video that was shown is not shown again.
    public static final Duration REPEAT_AFTER = Duration.ofDays(14);

    /// Nothing is left out.
    public static final Exclusions NONE = new Exclusions(Set.of(), Set.of(), Set.of());

    public Exclusions {
        shown = Set.copyOf(shown);
        hidden = Set.copyOf(hidden);
        own = Set.copyOf(own);
    }

    /// Why a video is left out.
    public enum Reason {
        SHOWN,
        HIDDEN,
        OWN,
        EXPIRED
    }

    /// Exclusions of a person.
    ///
    /// @param shownAt when each video was shown last
    /// @param acted videos that were watched or liked, whenever
    /// @param now those shown fourteen days ago or earlier may come again
    public static Exclusions of(Map<String, Instant> shownAt, Set<String> acted, Set<String> hidden, Set<String> own,
            Instant now) {
        Set<String> shown = new HashSet<>(acted);
        shownAt.forEach((video, at) -> {
            if (at.isAfter(now.minus(REPEAT_AFTER))) {
                shown.add(video);
            }
        });
        return new Exclusions(shown, hidden, own);
    }

    /// Why this video must not be shown; empty when it may.
    public Optional<Reason> reason(Candidate candidate, Instant now) {
        if (hidden.contains(candidate.video())) {
            return Optional.of(Reason.HIDDEN);
        }
        if (shown.contains(candidate.video())) {
            return Optional.of(Reason.SHOWN);
        }
        if (candidate.creator() != null && own.contains(candidate.creator())) {
            return Optional.of(Reason.OWN);
        }
        if (candidate.expiresAt() != null && !candidate.expiresAt().isAfter(now)) {
            return Optional.of(Reason.EXPIRED);
        }
        return Optional.empty();
    }

    /// All videos that must not be shown.
    public Set<String> videos() {
        Set<String> videos = new HashSet<>(shown);
        videos.addAll(hidden);
        return videos;
    }
}
