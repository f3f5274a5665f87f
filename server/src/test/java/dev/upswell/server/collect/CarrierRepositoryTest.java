package dev.upswell.server.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.content.Video;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.trend.compute.ObservedLake;
import dev.upswell.server.trend.compute.Readings;
import dev.upswell.timeline.Carriers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CarrierRepositoryTest {

    private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");
    private static final EntityId TAG = EntityId.hashtag("quilting");
    private static final EntityId SOUND = EntityId.sound("700");

    private final Database database = TestDatabase.shared();
    private final TenantId tenant = TestDatabase.newTenant();
    private final ObservedLake lake = new ObservedLake(tenant);

    @Test
    void aVideoCarriesItsHashtagsAndSoundFromItsFirstReadingOn() {
        lake.describe(List.of(video("71", "ann"), video("72", "bo"), video("73", "ann")));
        lake.observe(List.of(Readings.views(EntityId.video("72"), NOON, 10),
                Readings.views(EntityId.video("71"), NOON.plusMillis(1_500), 10),
                Readings.views(EntityId.video("71"), NOON.plusSeconds(60), 20),
                Readings.views(EntityId.video("73"), NOON.plusSeconds(100), 10)));

        Carriers carriers = carriers(EntityKind.HASHTAG, NOON.plusSeconds(90)).get(TAG);

        assertThat(carriers).isNotNull();
        assertThat(carriers.size()).isEqualTo(2);
        assertThat(List.of(carriers.epochSecondAt(0), carriers.epochSecondAt(1)))
                .containsExactly(NOON.getEpochSecond(), NOON.getEpochSecond() + 2);
        assertThat(List.of(carriers.creatorAt(0), carriers.creatorAt(1))).containsExactly(0, 1);
        assertThat(carriers(EntityKind.SOUND, NOON.plusSeconds(100)).get(SOUND).size()).isEqualTo(3);
        assertThat(carriers(EntityKind.SOUND, NOON.minusSeconds(1))).isEmpty();
        assertThat(carriers(EntityKind.CREATOR, NOON.plusSeconds(100))).isEmpty();
    }

    private Map<EntityId, Carriers> carriers(EntityKind kind, Instant to) {
        try (LakeSession session = database.lake().open(tenant)) {
            return CarrierRepository.carriers(session, kind, to);
        }
    }

    private static Video video(String id, String creator) {
        return new Video(EntityId.video(id), EntityId.creator(creator), SOUND, List.of(TAG), NOON, null, null);
    }
}
