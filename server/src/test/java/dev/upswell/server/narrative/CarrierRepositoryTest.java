package dev.upswell.server.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.content.Count;
import dev.upswell.content.Counts;
import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.content.Video;
import dev.upswell.server.narrative.CarrierRepository.Share;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.text.NamedCreatorRepository;
import dev.upswell.server.trend.compute.ObservedLake;
import dev.upswell.timeline.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CarrierRepositoryTest {

    private static final Instant END = Instant.parse("2025-09-15T00:00:00Z");
    private static final EntityId TAG = EntityId.hashtag("corgi");

    private final TenantId tenant = TestDatabase.newTenant();
    private final ObservedLake lake = new ObservedLake(tenant);

    private static Video video(int number, String creator, long hoursOld) {
        return new Video(MovingWorld.video(number), new EntityId(EntityKind.CREATOR, creator),
                new EntityId(EntityKind.SOUND, "71"), List.of(TAG), END.minus(Duration.ofHours(hoursOld)), null, null);
    }

    private static Observation reading(int number, long hoursBefore, long views) {
        return new Observation(MovingWorld.video(number), "test", END.minus(Duration.ofHours(hoursBefore)),
                new Counts(Count.exact(views), null, null, null, null, null, null));
    }

    @Test
    void aDayIsCountedFromAReadingAtMostTwoHoursBeforeItOrFromThePosting() {
        lake.describe(List.of(video(0, "near", 200), video(1, "gap", 200), video(2, "late", 200), video(3, "new", 9)));
        lake.observe(List.of(reading(0, 26, 1_000), reading(0, 0, 1_300), reading(1, 27, 1_000), reading(1, 0, 9_000),
                reading(2, 20, 1_000), reading(2, 0, 9_000), reading(3, 5, 100), reading(3, 0, 250)));

        assertThat(new CarrierRepository(tenant, TestDatabase.shared(),
                new NamedCreatorRepository(tenant, TestDatabase.shared(), 0)).creators(TAG, END, 9))
                .containsExactly(new Share("near", 300), new Share("new", 250));
    }
}
