package dev.upswell.server.forecast;

import dev.upswell.feature.HashtagFeatures;
import dev.upswell.forecast.SurgeProtocol;
import dev.upswell.forecast.TrainSettings;
import dev.upswell.learn.Calibration;
import dev.upswell.learn.TreeSettings;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.feature.FeatureStore;
import dev.upswell.server.feature.OnlineVectors;
import dev.upswell.server.registry.ModelRegistry;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StagedFile;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/// A tenant whose watched hashtags a test makes up, and the services over them.
final class Watch {

    static final Instant START = Instant.parse("2025-03-01T00:00:00Z");
    static final SurgeProtocol PROTOCOL = SurgeProtocol.DAILY.every(Duration.ofHours(6)).minEligible(4);

    /// A few small trees: the tests are about what is kept, not about how good it is.
    static final ForecastSettings SETTINGS = new ForecastSettings(new TrainSettings(PROTOCOL, HashtagFeatures.RECIPE,
            new TreeSettings(8, 3, 0.3, 1, 1, 1, 1, 16, 1, 0, 42),
            new TreeSettings(4, 2, 0.3, 1, 1, 1, 1, 16, 1, 0, 42),
            TrainSettings.STANDARD.logistic(), TrainSettings.STANDARD.sequence(), Calibration.Kind.PLATT, 56, 10, 5,
            "test-version"));

    final Database database = TestDatabase.shared();
    final TenantId tenant = TestDatabase.newTenant();
    final List<ForecastEvent> heard = new ArrayList<>();
    final FeatureStore features = new FeatureStore(database, new OnlineVectors(1_000, InstantSource.system()));
    final Training training = new Training(database, SETTINGS, heard::add);
    final Predicting predicting = new Predicting(database, SETTINGS, training, features, heard::add);
    final Outcomes outcomes = new Outcomes(database, SETTINGS);
    final Backtesting backtesting = new Backtesting(database, SETTINGS);
    final Judging judging = new Judging(database, backtesting, SETTINGS.task());
    final ModelRegistry registry = new ModelRegistry(database);
    final SeriesRepository series = SETTINGS.series(database);

    record Reading(String hashtag, String source, Instant at, long views) {
    }

    static Reading reading(String hashtag, String at, long views) {
        return new Reading(hashtag, "poll", Instant.parse(at), views);
    }

    /// Ten hashtags read every three hours for so many days; each grows at a pace of its own that wanders.
    static Watch ofDays(int days) {
        return ofDays(days, 7);
    }

    static Watch ofDays(int days, long seed) {
        Watch watch = new Watch();
        watch.publish(wandering(days, seed));
        return watch;
    }

    static List<Reading> wandering(int days, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Reading> readings = new ArrayList<>();
        for (int tag = 0; tag < 10; tag++) {
            double views = 20_000 * (tag + 1);
            double pace = random.nextDouble(0.01);
            for (int step = 0; step < days * 8; step++) {
                pace = Math.max(0, pace * 0.9 + random.nextDouble(0.002) + (random.nextInt(40) == 0 ? 0.05 : 0));
                views *= 1 + pace;
                readings.add(new Reading("tag" + tag, "poll", START.plus(Duration.ofHours(3L * step)), (long) views));
            }
        }
        return readings;
    }

    void publish(List<Reading> readings) {
        try (LakeSession lake = database.lake().open(tenant)) {
            lake.execute("CREATE OR REPLACE TEMP TABLE fresh (kind VARCHAR, entity_id VARCHAR, source VARCHAR,"
                    + " observed_at TIMESTAMP, views BIGINT, views_step BIGINT)");
            try (var rows = lake.appender("fresh")) {
                for (Reading one : readings) {
                    rows.beginRow();
                    rows.append("hashtag");
                    rows.append(one.hashtag());
                    rows.append(one.source());
                    rows.append(LocalDateTime.ofInstant(one.at(), ZoneOffset.UTC));
                    rows.append(one.views());
                    rows.append(1L);
                    rows.endRow();
                }
            }
            String unread = Collected.OBSERVATION.columns().stream().skip(6)
                    .map(column -> ", CAST(NULL AS BIGINT) AS " + column.name()).collect(Collectors.joining());
            StagedFile file = lake.stage(Collected.OBSERVATION, "SELECT *" + unread + " FROM fresh").orElseThrow();
            database.transactions().run(tenant, db -> database.manifest().publish(db, file));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    void name(String hashtag, String name) {
        execute("insert into entity (kind, entity_id, name) values ('hashtag', '" + hashtag + "', '" + name + "')");
    }

    void execute(String sql) {
        database.transactions().run(tenant, db -> db.sql(sql).update());
    }

    List<Map<String, Object>> rows(String sql) {
        return database.transactions().call(tenant, db -> db.sql(sql).query().listOfRows());
    }

    List<String> eventTypes() {
        return rows("select type from event_log order by occurred_at, type").stream()
                .map(row -> (String) row.get("type")).toList();
    }
}
