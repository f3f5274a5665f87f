package dev.upswell.server.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.collect.ReadingTimeRepository.Wanted;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.trend.compute.ObservedLake;
import dev.upswell.server.trend.compute.Readings;
import dev.upswell.timeline.Counter;
import dev.upswell.timeline.Observation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

class ReadingTimeRepositoryTest {

    private static final Instant START = Instant.parse("2025-03-01T00:00:00Z");

    private final Database database = TestDatabase.shared();
    private final ReadingTimeRepository times = new ReadingTimeRepository(database);

    @Property(tries = 5, shrinking = ShrinkingMode.OFF)
    void firstAndLastAreThoseOfAllReadingsHoweverTheyLieInFiles(@ForAll int seed) {
        Random random = new Random(seed);
        TenantId tenant = TestDatabase.newTenant();
        ObservedLake lake = new ObservedLake(tenant);
        List<Observation> all = new ArrayList<>();
        for (int file = 0; file < 7; file++) {
            List<Observation> part = Stream.generate(() -> reading(random)).limit(1 + random.nextInt(4)).toList();
            lake.observe(part);
            all.addAll(part);
        }
        try (LakeSession session = database.lake().open(tenant)) {
            for (EntityKind kind : EntityKind.values()) {
                Instant at = START.plusSeconds(random.nextInt(100_000));
                assertThat(times.last(session, Wanted.all(kind), at)).isEqualTo(of(all, kind)
                        .filter(time -> !time.isAfter(at)).max(Comparator.naturalOrder()));
                assertThat(times.first(session, Wanted.all(kind)))
                        .isEqualTo(of(all, kind).min(Comparator.naturalOrder()));
            }
        }
    }

    private static Observation reading(Random random) {
        EntityId entity = new EntityId(EntityKind.values()[random.nextInt(3)], "7" + random.nextInt(3));
        return Readings.views(entity, START.plusSeconds(random.nextInt(100_000)), 1 + random.nextInt(1_000));
    }

    private static Stream<Instant> of(List<Observation> all, EntityKind kind) {
        return all.stream().filter(reading -> reading.entity().kind() == kind).map(Observation::observedAt);
    }

    @Test
    void theBeginningOfTimeIsATimeLikeAnyOtherAndSourcesCanBeLeftOut() {
        TenantId tenant = TestDatabase.newTenant();
        new ObservedLake(tenant).observe(List.of(Readings.views(EntityId.hashtag("a"), Instant.EPOCH, 5)));
        try (LakeSession session = database.lake().open(tenant)) {
            assertThat(times.last(session, Wanted.all(EntityKind.HASHTAG), START)).hasValue(Instant.EPOCH);
            assertThat(times.last(session, new Wanted(EntityKind.HASHTAG, Counter.VIEWS, List.of("test")), START))
                    .isEqualTo(Optional.empty());
        }
    }
}
