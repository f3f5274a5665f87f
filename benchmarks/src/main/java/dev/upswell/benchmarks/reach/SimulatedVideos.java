package dev.upswell.benchmarks.reach;

import dev.upswell.content.Count;
import dev.upswell.content.Counts;
import dev.upswell.content.EntityId;
import dev.upswell.content.Video;
import dev.upswell.forecast.reach.ReachArchive;
import dev.upswell.forecast.reach.ReachTarget;
import dev.upswell.simulate.SimulatedWorld;
import dev.upswell.simulate.WorldSettings;
import dev.upswell.timeline.Counter;
import dev.upswell.timeline.CounterSeries;
import dev.upswell.timeline.EntitySeries;
import dev.upswell.timeline.Observation;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The videos of a simulated world without faults, as an archive.
final class SimulatedVideos {

    private static final Pattern FIELD = Pattern
            .compile("\"(\\w+)\":(?:\"((?:[^\"\\\\]|\\\\.)*)\"|\\[([^\\]]*)]|(\\d+))");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"");

    private SimulatedVideos() {
    }

    static ReachArchive of(WorldSettings settings) throws IOException {
        SimulatedWorld world = SimulatedWorld.of(settings.with(WorldSettings.Faults.NONE));
        StringBuilder observations = new StringBuilder();
        world.writeObservations(observations);
        StringBuilder lines = new StringBuilder();
        world.writeVideos(lines);
        Map<EntityId, List<Observation>> readings = new HashMap<>();
        observations.toString().lines().skip(1).map(line -> line.split(",", -1))
                .filter(cells -> cells[0].equals("video") || cells[0].equals("creator")).map(SimulatedVideos::reading)
                .forEach(one -> readings.computeIfAbsent(one.entity(), id -> new ArrayList<>()).add(one));
        List<ReachArchive.Watched> videos = lines.toString().lines().map(SimulatedVideos::video)
                .map(video -> new ReachArchive.Watched(video, series(video.id(), readings))).toList();
        Map<EntityId, CounterSeries> followers = new HashMap<>();
        readings.keySet().stream().filter(id -> id.kind().label().equals("creator")).forEach(id -> {
            EntitySeries series = series(id, readings);
            if (series != null) {
                series.counter(Counter.FOLLOWERS).ifPresent(one -> followers.put(id, one));
            }
        });
        return ReachArchive.of(ReachTarget.DAY, videos, followers);
    }

    private static @Nullable EntitySeries series(EntityId id, Map<EntityId, List<Observation>> readings) {
        List<Observation> own = readings.get(id);
        return own == null ? null : EntitySeries.of(id, own.getFirst().source(), own);
    }

    private static Observation reading(String[] cells) {
        EntityId id = cells[0].equals("video") ? EntityId.video(cells[1]) : EntityId.creator(cells[1]);
        return new Observation(id, cells[3], Instant.parse(cells[4]), new Counts(count(cells[5]), count(cells[6]),
                count(cells[7]), count(cells[8]), count(cells[9]), count(cells[10]), count(cells[11])));
    }

    private static @Nullable Count count(String cell) {
        if (cell.isEmpty()) {
            return null;
        }
        long unit = switch (cell.charAt(cell.length() - 1)) {
            case 'K' -> 1_000;
            case 'M' -> 1_000_000;
            case 'B' -> 1_000_000_000;
            default -> 1;
        };
        String number = unit == 1 ? cell : cell.substring(0, cell.length() - 1);
        return new Count(Math.round(Double.parseDouble(number) * unit), unit == 1 ? 1 : unit / 10);
    }

    private static Video video(String line) {
        Map<String, String> fields = new HashMap<>();
        Matcher found = FIELD.matcher(line);
        while (found.find()) {
            String value = found.group(2) != null
                    ? found.group(2)
                    : found.group(3) != null ? found.group(3) : found.group(4);
            fields.put(found.group(1), value);
        }
        List<EntityId> hashtags = WORD.matcher(fields.getOrDefault("hashtags", "")).results()
                .map(tag -> EntityId.hashtag(tag.group(1))).toList();
        return new Video(EntityId.video(text(fields, "id")), EntityId.creator(text(fields, "creator")),
                EntityId.sound(text(fields, "sound")), hashtags, Instant.parse(text(fields, "createdAt")),
                Duration.ofSeconds(Long.parseLong(text(fields, "durationSeconds"))), fields.get("caption"));
    }

    private static String text(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalStateException(
                    "line of a video must have a field " + name + "\nMaybe the format changed.");
        }
        return value;
    }
}
