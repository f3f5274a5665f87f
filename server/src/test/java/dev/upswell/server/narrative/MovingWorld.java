package dev.upswell.server.narrative;

import dev.upswell.content.Count;
import dev.upswell.content.Counts;
import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.content.Video;
import dev.upswell.server.feature.FeatureStore;
import dev.upswell.server.feature.OnlineVectors;
import dev.upswell.server.registry.ModelRegistry;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.text.Texts;
import dev.upswell.server.theme.Themes;
import dev.upswell.server.trend.EntityQuery;
import dev.upswell.server.trend.Expectations;
import dev.upswell.server.trend.TrendQuery;
import dev.upswell.server.trend.compute.MetricJob;
import dev.upswell.server.trend.compute.ObservedLake;
import dev.upswell.server.wording.Wordings;
import dev.upswell.timeline.Observation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;

/// Eleven hashtags read every hour for four days. Ten grow by 100 to 1,000 views an hour; `corgi` by 1,000 an hour and on the last day by
/// 5,000, carried by videos, usually twelve: three of four are @ana's and gain 400 views an hour each, the others are @budi's and gain 100.
public final class MovingWorld {

    /// When the readings begin.
    public static final Instant START = Instant.parse("2025-09-11T00:00:00Z");
    /// When the last one was taken.
    public static final Instant END = START.plus(Duration.ofDays(4));
    /// A little later.
    public static final Instant NOW = END.plus(Duration.ofMinutes(30));
    /// The hashtag that moves most.
    public static final EntityId CORGI = EntityId.hashtag("corgi");

    private static final int USUAL_VIDEOS = 12;
    private static final int HOURS = 96;

    private final TenantId tenant;

    /// Stores it for this tenant and computes its metrics.
    ///
    /// @param captions of the videos that carry corgi, by their number from 0
    public MovingWorld(TenantId tenant, IntFunction<String> captions) {
        this(tenant, USUAL_VIDEOS, captions);
    }

    /// The same with so many videos that carry corgi.
    public MovingWorld(TenantId tenant, int number, IntFunction<String> captions) {
        this.tenant = tenant;
        List<Observation> readings = new ArrayList<>();
        for (int tag = 1; tag <= 10; tag++) {
            readings.addAll(hourly(EntityId.hashtag("tag" + tag), 100_000, 100L * tag, 100L * tag));
        }
        readings.addAll(hourly(CORGI, 200_000, 1_000, 5_000));
        List<Video> videos = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            EntityId id = video(i);
            boolean ana = 4 * i < 3 * number;
            readings.addAll(hourly(id, 10_000, ana ? 80 : 20, ana ? 400 : 100));
            videos.add(new Video(id, new EntityId(EntityKind.CREATOR, ana ? "ana" : "budi"),
                    new EntityId(EntityKind.SOUND, "71"), List.of(CORGI), START, null, captions.apply(i)));
        }
        ObservedLake lake = new ObservedLake(tenant);
        lake.describe(videos);
        lake.observe(readings);
        new MetricJob(TestDatabase.shared(), InstantSource.fixed(NOW), done -> {
        }).computeDue(tenant, (done, total) -> {
        });
    }

    static EntityId video(int number) {
        return new EntityId(EntityKind.VIDEO, "7550000000000000" + (100 + number));
    }

    private static List<Observation> hourly(EntityId entity, long start, long perHour, long lastDay) {
        List<Observation> readings = new ArrayList<>();
        long views = start;
        for (int hour = 0; hour <= HOURS; hour++) {
            readings.add(new Observation(entity, "test", START.plus(Duration.ofHours(hour)),
                    new Counts(Count.exact(views), Count.exact(views / 10), Count.exact(views / 100),
                            Count.exact(views / 200), null, null, null)));
            views += hour >= HOURS - 24 ? lastDay : perHour;
        }
        return readings;
    }

    static Texts texts(TenantId tenant) {
        return new Texts(tenant, TestDatabase.shared(), InstantSource.fixed(NOW), "test", Optional::empty);
    }

    /// The narratives of it, worded so.
    public Narratives narratives(Wordings wordings) {
        return narratives(tenant, wordings);
    }

    /// The narratives of whatever a tenant has.
    static Narratives narratives(TenantId tenant, Wordings wordings) {
        return narratives(tenant, wordings, Expectations.NONE);
    }

    /// The same where this is foretold.
    static Narratives narratives(TenantId tenant, Wordings wordings, Expectations foretold) {
        return narratives(tenant, wordings, foretold, 0);
    }

    /// The same where creators are named from so many followers on.
    static Narratives narratives(TenantId tenant, Wordings wordings, Expectations foretold, long namedFrom) {
        return new Narratives(tenant, TestDatabase.shared(), InstantSource.fixed(NOW),
                new Narratives.Services(new TrendQuery(TestDatabase.shared(), Expectations.NONE),
                        new EntityQuery(TestDatabase.shared(), foretold),
                        models(TestDatabase.shared()),
                        new Themes(tenant, TestDatabase.shared(), InstantSource.fixed(NOW), texts(tenant)), wordings,
                        new NarrativeSettings(3, namedFrom, List.of(Locale.of("en"), Locale.of("id")))));
    }

    /// Models of a store that keeps no readings to look back on.
    static Narratives.Models models(Database database) {
        return new Narratives.Models(new ModelRegistry(database),
                new FeatureStore(database, new OnlineVectors(10, InstantSource.fixed(NOW))),
                (task, entity, asOf) -> Optional.empty());
    }
}
