package dev.upswell.server.sandbox;

import dev.upswell.simulate.SimulatedWorld;
import dev.upswell.simulate.SimulatedWorld.Passing;
import dev.upswell.simulate.SimulatedWorld.Passing.Shown;
import dev.upswell.simulate.WorldSettings;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The world as the sandbox's clock sees it: it passes as time does, one cadence at a time, and never backwards.
final class Stage {

    private final Passing passing;
    private final long cadenceSeconds;
    private final InstantSource clock;
    private List<Shown> videos;

    Stage(WorldSettings settings, InstantSource clock) {
        this.clock = clock;
        passing = SimulatedWorld.of(settings).passing();
        cadenceSeconds = settings.cadence().toSeconds();
        videos = passing.videos();
    }

    /// All videos that can be seen now, the newest first.
    synchronized List<Shown> videos() {
        Instant now = clock.instant();
        boolean moved = false;
        while (!passing.now().plusSeconds(cadenceSeconds).isAfter(now) && passing.advance()) {
            moved = true;
        }
        if (moved) {
            videos = passing.videos();
        }
        return videos;
    }

    List<Shown> videos(Predicate<Shown> wanted) {
        return videos().stream().filter(wanted).toList();
    }

    /// The handle with the most videos, of several the last of the alphabet.
    String busiestCreator() {
        return videos().stream().map(video -> video.creator().handle())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())).entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow(() -> new IllegalStateException("world (empty) must have videos\nMaybe it is too young."))
                .getKey();
    }

    Optional<Shown> video(String id) {
        return videos().stream().filter(video -> video.id().equals(id)).findFirst();
    }

    static Predicate<Shown> tagged(String name) {
        return video -> video.hashtags().stream().anyMatch(tag -> tag.id().equalsIgnoreCase(name));
    }

    static Predicate<Shown> by(String handle) {
        return video -> video.creator().handle().equalsIgnoreCase(handle);
    }

    static Predicate<Shown> with(String sound) {
        return video -> video.sound().id().equals(sound);
    }

    static Predicate<Shown> saying(String words) {
        String wanted = words.toLowerCase(Locale.ROOT);
        return video -> video.caption().toLowerCase(Locale.ROOT).contains(wanted);
    }
}
