package dev.upswell.simulate;

import dev.upswell.content.Count;
import dev.upswell.content.Counts;
import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.content.Video;
import dev.upswell.timeline.EntitySeries;
import dev.upswell.timeline.Observation;
import dev.upswell.trend.EngagementPrior;
import dev.upswell.trend.MetricRow;
import dev.upswell.trend.WatchedEntity;
import dev.upswell.trend.Window;
import dev.upswell.trend.WindowsOf;
import dev.upswell.trend.rank.RankedEntity;
import dev.upswell.trend.rank.Ranking;
import dev.upswell.trend.rank.TrailingWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A simulated world with its bought campaigns, and what the product flags in it.
///
/// @param campaigns when views were bought, by hashtag
/// @param flagged those of the windows judged that were flagged as possible boosts
/// @param judged the ranked windows of a day, every six hours of the second week
record BoostedWorld(List<Campaign> campaigns, List<Judged> flagged, List<Judged> judged) {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Pattern VIDEO = Pattern.compile(
            "\\{\"id\":\"(\\d+)\",\"createdAt\":\"([^\"]+)\",\"creator\":\"([^\"]+)\",\"sound\":\"([^\"]+)\",\"hashtags\":\\[([^\\]]*)\\].*");

    record Campaign(String hashtag, Instant start, Instant end) {

        /// Whether the day's window that ends then holds any of it.
        boolean isIn(Judged window) {
            return hashtag.equals(window.hashtag()) && start.isBefore(window.end())
                    && end.isAfter(window.end().minus(DAY));
        }
    }

    record Judged(String hashtag, Instant end) {
    }

    /// Whether a campaign lies in this window.
    boolean isBought(Judged window) {
        return campaigns.stream().anyMatch(each -> each.isIn(window));
    }

    static BoostedWorld of(WorldSettings settings) {
        WorldSettings.Faults faults = settings.faults();
        SmallWorld world = SmallWorld
                .of(settings.with(new WorldSettings.Faults(faults.missedShare(), faults.lateShare(),
                        faults.repeatedShare(), faults.outages(), faults.purgedShare(), faults.deletedShare(), 0)));
        Instant from = settings.start().plus(Duration.ofDays(8));
        Map<Instant, List<MetricRow>> rows = rows(world);
        List<Judged> flagged = new ArrayList<>();
        List<Judged> judged = new ArrayList<>();
        for (Instant end = from; !end.isAfter(settings.end()); end = end.plus(Duration.ofHours(6))) {
            TrailingWeek week = new TrailingWeek(end);
            rows.values().forEach(each -> each.forEach(week::add));
            for (RankedEntity each : Ranking
                    .of(rows.getOrDefault(end, List.of()), week, Ranking.Context.NONE, Ranking.Rules.STANDARD)
                    .ranked()) {
                Judged window = new Judged(each.row().entity().value(), end);
                judged.add(window);
                if (each.flags().contains(RankedEntity.Flag.POSSIBLE_BOOST)) {
                    flagged.add(window);
                }
            }
        }
        return new BoostedWorld(campaigns(world, settings), flagged, judged);
    }

    private static List<Campaign> campaigns(SmallWorld world, WorldSettings settings) {
        Map<String, Instant> open = new HashMap<>();
        List<Campaign> campaigns = new ArrayList<>();
        world.truth().lines().map(line -> line.split(",", -1)).filter(row -> row[1].equals("hashtag")).forEach(row -> {
            if (row[0].equals("boost_start")) {
                open.put(row[2], Instant.parse(row[3]));
            } else if (row[0].equals("boost_end")) {
                campaigns.add(new Campaign(row[2], Objects.requireNonNull(open.remove(row[2])), Instant.parse(row[3])));
            }
        });
        open.forEach((hashtag, start) -> campaigns.add(new Campaign(hashtag, start, settings.end())));
        return campaigns;
    }

    private static Map<Instant, List<MetricRow>> rows(SmallWorld world) {
        Map<EntityId, Video> videos = new HashMap<>();
        world.videos().lines().map(BoostedWorld::video).filter(Objects::nonNull)
                .forEach(video -> videos.put(video.id(), video));
        Map<EntityId, Map<String, List<Observation>>> readings = new TreeMap<>();
        world.observations().lines().skip(1).forEach(line -> read(line, readings));
        Map<EntityId, List<WatchedEntity.Carrier>> carriers = new HashMap<>();
        videos.values().forEach(video -> video.hashtags()
                .forEach(tag -> carriers.computeIfAbsent(tag, id -> new ArrayList<>())
                        .add(new WatchedEntity.Carrier(video, series(video.id(), readings)))));
        Map<Instant, List<MetricRow>> rows = new TreeMap<>();
        for (EntityId id : readings.keySet()) {
            if (id.kind() == EntityKind.HASHTAG) {
                WindowsOf
                        .entity(new WatchedEntity(id, null, series(id, readings), carriers.getOrDefault(id, List.of())),
                                EngagementPrior.NONE)
                        .between(Window.DAY, Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"),
                                row -> rows.computeIfAbsent(Instant.ofEpochSecond(row.endSecond()),
                                        end -> new ArrayList<>()).add(row.kept()));
            }
        }
        return rows;
    }

    private static List<EntitySeries> series(EntityId id, Map<EntityId, Map<String, List<Observation>>> readings) {
        return readings.getOrDefault(id, Map.of()).entrySet().stream()
                .map(each -> EntitySeries.of(id, each.getKey(), each.getValue())).toList();
    }

    private static @Nullable Video video(String line) {
        Matcher found = VIDEO.matcher(line);
        if (!found.matches()) {
            return null;
        }
        List<EntityId> tags = new ArrayList<>();
        for (String tag : found.group(5).split(",")) {
            if (tag.length() > 2) {
                tags.add(EntityId.hashtag(tag.substring(1, tag.length() - 1)));
            }
        }
        return new Video(EntityId.video(found.group(1)), EntityId.creator(found.group(3)),
                EntityId.sound(found.group(4)),
                tags, Instant.parse(found.group(2)), null, null);
    }

    private static void read(String line, Map<EntityId, Map<String, List<Observation>>> readings) {
        boolean hashtag = line.startsWith("hashtag,");
        String[] fields = line.split(",", -1);
        if (fields.length != 12 || !hashtag && !line.startsWith("video,")) {
            return;
        }
        EntityId id = hashtag ? EntityId.hashtag(fields[1]) : EntityId.video(fields[1]);
        Counts counts = new Counts(count(fields[5]), count(fields[6]), count(fields[7]), count(fields[8]), null,
                count(fields[10]), null);
        readings.computeIfAbsent(id, each -> new TreeMap<>())
                .computeIfAbsent(fields[3], source -> new ArrayList<>())
                .add(new Observation(id, fields[3], Instant.parse(fields[4]), counts));
    }

    private static @Nullable Count count(String field) {
        if (field.isEmpty()) {
            return null;
        }
        int unit = "KMB".indexOf(field.charAt(field.length() - 1));
        return unit < 0
                ? Count.displayed(Long.parseLong(field))
                : Count.displayed(Math.round(
                        Double.parseDouble(field.substring(0, field.length() - 1)) * Math.pow(1000, unit + 1)));
    }
}
