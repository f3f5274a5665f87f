package dev.upswell.server.across;

import dev.upswell.across.HandleReading;
import dev.upswell.across.HandleReport;
import dev.upswell.across.HandleVideo;
import dev.upswell.across.HashtagUse;
import dev.upswell.content.EntityId;
import dev.upswell.creative.DurationBucket;
import dev.upswell.server.creative.PatternRuns.Posted;
import dev.upswell.server.creative.PatternRuns;
import dev.upswell.server.creative.PatternSubject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// What competitors do, read from their stored videos.
public final class Competitors {

    private final PatternRuns videos;

    public Competitors(PatternRuns videos) {
        this.videos = videos;
    }

    /// A competitor, beside an account of one's own where one is named.
    ///
    /// @param unknown videos left out because engagement or the time of posting is unknown, or engagement impossible
    /// @param gaps hashtags to adopt that the own account does not use; null where none is named
    public record Rival(HandleReport report, int unknown, @Nullable HandleReport own, @Nullable List<HashtagUse> gaps) {
    }

    /// What this handle does, beside that of one's own.
    ///
    /// **errors** [AcrossRefused] when no video of one is stored
    public Rival of(String handle, @Nullable String own) {
        Read rival = read(handle);
        HandleReport beside = own == null ? null : read(own).report();
        return new Rival(rival.report(), rival.unknown(), beside,
                beside == null ? null : beside.missing(rival.report()));
    }

    private record Read(HandleReport report, int unknown) {
    }

    private Read read(String handle) {
        String name;
        try {
            name = EntityId.creator(handle).value();
        } catch (IllegalArgumentException noName) {
            throw AcrossRefused.noHandle();
        }
        List<Posted> posted = videos.posted(new PatternSubject(PatternSubject.Kind.CREATORS, List.of(name)));
        if (posted.isEmpty()) {
            throw AcrossRefused.handle(name);
        }
        List<HandleVideo> usable = posted.stream().flatMap(one -> usable(one).stream()).toList();
        return new Read(HandleReading.of(name, usable), posted.size() - usable.size());
    }

    private static Optional<HandleVideo> usable(Posted one) {
        OptionalDouble engagement = one.reactions().engagementRate();
        if (one.postedAt() == null || engagement.isEmpty() || !(engagement.getAsDouble() > 0)
                || engagement.getAsDouble() > 1) {
            return Optional.empty();
        }
        Double seconds = one.lengthSeconds();
        return Optional.of(new HandleVideo(one.id(),
                seconds == null ? null : DurationBucket.find(seconds).orElse(null), one.hashtags(), one.postedAt(),
                engagement.getAsDouble()));
    }
}
