package dev.upswell.server.app;

import dev.upswell.server.sandbox.Fate;
import dev.upswell.server.sandbox.Sandbox;
import dev.upswell.server.sandbox.SandboxSettings;
import dev.upswell.server.sandbox.Shares;
import dev.upswell.simulate.SimulatedWorld;
import dev.upswell.simulate.SimulatedWorld.Passing;
import dev.upswell.simulate.WorldSettings;
import dev.upswell.simulate.WorldSettings.Judging;
import dev.upswell.simulate.WorldSettings.Population;
import dev.upswell.simulate.WorldSize;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// A day at a sandbox on a bad day of its own, after two weeks that were collected before: what agents are judged by.
final class SandboxDay {

    /// When the day begins: a Sunday, so that the night has what is done daily and what is done on Mondays.
    static final Instant BEGIN = Instant.parse("2026-03-01T06:00:00Z");

    /// The faults that the release on collecting is to stand.
    static final Shares BAD_DAY = new Shares(Map.of(Fate.THROTTLED, 0.05, Fate.FAILING, 0.05, Fate.SILENT, 0.02,
            Fate.MALFORMED, 0.01, Fate.REPEATED, 0.01), Duration.ZERO);

    /// Under which name the readings of the sandbox are kept.
    static final String SOURCE = "sim-ensembledata";

    private static final int DAYS_BEFORE = 14;
    private static final long SEED = 20_260_302;

    private SandboxDay() {
    }

    /// @param hashtags how many live in it; each has a hundred posts or so in the week that can be asked for
    static WorldSettings world(int hashtags) {
        WorldSettings small = WorldSettings.of(WorldSize.SMALL, SEED);
        Population population = new Population(hashtags, 10, 4 * hashtags, 10 * hashtags * (DAYS_BEFORE + 2));
        return new WorldSettings(SEED, BEGIN.minus(Duration.ofDays(DAYS_BEFORE)), DAYS_BEFORE + 3, small.cadence(),
                population, small.watches(), small.faults(), new Judging(1, 1));
    }

    /// A world that began a day before, so that little is older than a day.
    ///
    /// @param postsADay videos posted in it each day
    static WorldSettings youngWorld(int hashtags, int postsADay) {
        WorldSettings small = WorldSettings.of(WorldSize.SMALL, SEED);
        int days = 4;
        Population population = new Population(hashtags, 10, 4 * hashtags, postsADay * days);
        return new WorldSettings(SEED, BEGIN.minus(Duration.ofDays(1)), days, small.cadence(), population,
                small.watches(), small.faults(), new Judging(1, 1));
    }

    /// The videos that carry one of these hashtags and were posted by an instant, as the world knows them then.
    static List<Passing.Shown> posted(WorldSettings world, List<String> watched, Instant until) {
        Passing passing = SimulatedWorld.of(world).passing();
        while (!passing.now().plus(world.cadence()).isAfter(until)) {
            passing.advance();
        }
        return passing.videos().stream().filter(video -> !video.createdAt().isAfter(until))
                .filter(video -> video.hashtags().stream().anyMatch(tag -> watched.contains(tag.id()))).toList();
    }

    static Sandbox sandbox(WorldSettings world, Shares faults, long unitsPerDay, InstantSource clock) {
        return Sandbox.start(new SandboxSettings(world, unitsPerDay, 1_000, faults), clock, 0).orElseThrow();
    }

    /// Writes what was collected of the hashtags before the day, every hour, as the source would have given it.
    static Path history(WorldSettings world, Path file) {
        Passing passing = SimulatedWorld.of(world).passing();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("kind,id,source,observed_at,views,posts\n");
            do {
                if (passing.now().getEpochSecond() % 3600 == 0) {
                    for (Passing.Tally hashtag : hashtags(passing).values()) {
                        out.write("hashtag,%s,%s,%s,%d,%d%n".formatted(hashtag.id(), SOURCE, passing.now(),
                                hashtag.views(), hashtag.posts()));
                    }
                }
            } while (passing.now().isBefore(BEGIN) && passing.advance());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /// Writes which videos were posted before the day and what was read of them in their first hours, as a source that missed nothing
    /// would have told: first their readings, then what they are.
    static List<Path> firstHours(WorldSettings world, Path folder) {
        Path readings = folder.resolve("readings.csv");
        Path videos = folder.resolve("videos.jsonl");
        Passing passing = SimulatedWorld.of(world).passing();
        Map<String, String> described = new TreeMap<>();
        try (BufferedWriter out = Files.newBufferedWriter(readings)) {
            out.write("kind,id,source,observed_at,views,likes,comments,shares\n");
            while (passing.now().plus(world.cadence()).isBefore(BEGIN) && passing.advance()) {
                for (Passing.Shown video : passing.videos()) {
                    described.put(video.id(),
                            "{\"id\":\"%s\",\"createdAt\":\"%s\"}%n".formatted(video.id(), video.createdAt()));
                    if (Duration.between(video.createdAt(), passing.now()).toHours() < 2) {
                        out.write("video,%s,%s,%s,%d,%d,%d,%d%n".formatted(video.id(), SOURCE, passing.now(),
                                video.views(),
                                video.likes(), video.comments(), video.shares()));
                    }
                }
            }
            Files.write(videos, described.values().stream().map(String::strip).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of(readings, videos);
    }

    /// What a source that missed nothing told of these hashtags' videos at every quarter from `from`: time, id, views and likes.
    static List<String> truth(WorldSettings world, List<String> watched, Instant from, int quarters) {
        Passing passing = SimulatedWorld.of(world).passing();
        TreeSet<String> truth = new TreeSet<>();
        for (int quarter = 0; quarter < quarters; quarter++) {
            Instant at = from.plus(Duration.ofMinutes(15L * quarter));
            while (!passing.now().plus(world.cadence()).isAfter(at)) {
                passing.advance();
            }
            passing.videos().stream()
                    .filter(video -> video.hashtags().stream().anyMatch(tag -> watched.contains(tag.id())))
                    .forEach(video -> truth.add(at + " " + video.id() + " " + video.views() + " " + video.likes()));
        }
        return List.copyOf(truth);
    }

    /// The hashtags that videos of now carry, by name.
    static Map<String, Passing.Tally> hashtags(Passing passing) {
        Map<String, Passing.Tally> hashtags = new TreeMap<>();
        passing.videos().forEach(video -> video.hashtags().forEach(tag -> hashtags.put(tag.id(), tag)));
        return hashtags;
    }
}
