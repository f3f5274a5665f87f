package dev.upswell.server.trend.compute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.forecast.expect.ExpectationRepository;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.trend.MetricProgress;
import dev.upswell.server.trend.TrendDocument;
import dev.upswell.server.trend.TrendQuery;
import dev.upswell.server.trend.TrendTable;
import dev.upswell.timeline.Observation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;

/// Holds the promise that nothing shown for an instant changes because something was observed later.
class TrendsAsOfTest {

    private static final Instant START = Instant.parse("2025-03-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2025-06-01T00:00:00Z");
    private static final int HOURS = 24 * 11;

    private final Database database = TestDatabase.shared();

    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void trendsAtAnInstantAreWhatWasShownThen(@ForAll int seed) {
        Random random = new Random(seed);
        List<Observation> world = world(random);
        Instant at = START.plus(Duration.ofMinutes(60 * 24 * 9 + random.nextInt(60 * 24)));
        List<Observation> known = world.stream().filter(reading -> !reading.observedAt().isAfter(at)).toList();

        TrendTable shown = table(List.of(known), null);
        TrendTable later = table(chunks(world, random), at);

        assertThat(shown.lines()).isNotEmpty();
        assertThat(later.lines()).isEqualTo(shown.lines());
        assertThat(TrendDocument.of(later, 50)).isEqualTo(TrendDocument.of(shown, 50));
        assertThat(later.lastReading()).isEqualTo(shown.lastReading());
    }

    private TrendTable table(List<List<Observation>> arrivals, @Nullable Instant at) {
        TenantId tenant = TestDatabase.newTenant();
        ObservedLake lake = new ObservedLake(tenant);
        MetricJob job = new MetricJob(database, InstantSource.fixed(NOW), computed -> {
        });
        for (List<Observation> arrival : arrivals) {
            lake.observe(arrival);
            job.computeDue(tenant, MetricProgress.NONE);
        }
        return new TrendQuery(database, new ExpectationRepository()).trends(tenant, EntityKind.HASHTAG, at);
    }

    /// The same readings out of order, some of them twice, in parts that are computed one after the other.
    private static List<List<Observation>> chunks(List<Observation> world, Random random) {
        List<Observation> shuffled = new ArrayList<>(world);
        shuffled.addAll(world.subList(0, world.size() / 10));
        Collections.shuffle(shuffled, random);
        int middle = shuffled.size() / 3 + random.nextInt(shuffled.size() / 3);
        return List.of(shuffled.subList(0, middle), shuffled.subList(middle, shuffled.size()));
    }

    private static List<Observation> world(Random random) {
        List<Observation> readings = new ArrayList<>();
        for (int tag = 0; tag < 6; tag++) {
            EntityId entity = EntityId.hashtag("tag" + tag);
            double pace = 20 + random.nextInt(400);
            long views = 20_000 + random.nextInt(50_000);
            for (int hour = 0; hour < HOURS; hour++) {
                pace = Math.clamp(pace * Math.exp(random.nextGaussian() * 0.2), 1, 5_000);
                views += (long) pace;
                if (random.nextInt(20) > 0) {
                    Instant at = START.plus(Duration.ofMinutes(60L * hour + random.nextInt(40)));
                    readings.add(
                            tag % 2 == 0 ? Readings.views(entity, at, views) : Readings.engaged(entity, at, views));
                }
            }
        }
        return readings;
    }
}
