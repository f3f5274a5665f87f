package dev.upswell.server.trend.compute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.content.EntityId;
import dev.upswell.content.Video;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingRepositoryTest {

    private static final Instant START = Instant.parse("2025-03-01T00:00:00Z");
    private static final EntityId VIDEO = EntityId.video("7000000000000000001");
    private static final EntityId FIRST = EntityId.hashtag("first");
    private static final EntityId SECOND = EntityId.hashtag("second");

    private final TenantId tenant = TestDatabase.newTenant();
    private final ObservedLake lake = new ObservedLake(tenant);
    private final ReadingRepository readings = new ReadingRepository();

    @Test
    void videosAreGatheredOnceForAllBatchesOfAPass() {
        lake.describe(List.of(carrying(FIRST)));
        var wanted = List.of(new ReadingRepository.Wanted(VIDEO, START));
        try (LakeSession session = TestDatabase.shared().lake().open(tenant)) {
            assertThat(readings.carriedBy(session, wanted)).containsOnlyKeys(FIRST);
            lake.describe(List.of(carrying(SECOND)));
            assertThat(readings.carriedBy(session, wanted)).containsOnlyKeys(FIRST);

            readings.forgetVideos();
            assertThat(readings.carriedBy(session, wanted)).containsOnlyKeys(FIRST, SECOND);
        }
    }

    @Test
    void readingsAreLookedForBetweenTheFirstAndTheLastId() {
        try (LakeSession session = TestDatabase.shared().lake().open(tenant)) {
            assertThat(ReadingRepository.within(session, "id", "SELECT unnest(['b', 'o''neil', 'a']) AS id"))
                    .isEqualTo("id BETWEEN 'a' AND 'o''neil'");
            assertThat(ReadingRepository.within(session, "id", "SELECT 'a' AS id WHERE false")).isEqualTo("false");
        }
    }

    private static Video carrying(EntityId tag) {
        return new Video(VIDEO, null, null, List.of(tag), START, null, null);
    }
}
