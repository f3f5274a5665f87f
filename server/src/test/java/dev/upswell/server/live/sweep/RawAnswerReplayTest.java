package dev.upswell.server.live.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.collect.Collected;
import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.pipeline.Collecting;
import dev.upswell.server.live.AnswerReplay;
import dev.upswell.server.live.AnswerReplay.Replayed;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.trend.Expectations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RawAnswerReplayTest {

    private final TenantId tenant = TestDatabase.newTenant();
    private final LiveParts parts = new LiveParts(tenant, TestDatabase.shared(), List::of, Set.of(),
            Expectations.NONE,
            Collecting.answers(TestDatabase.shared(), () -> LiveBench.NOON), () -> LiveBench.NOON, time -> {
            }, new SplittableRandom(1));

    private void store(String subject, String views) {
        String body = "{\"data\":[{\"aweme_id\":\"7600000000000000001\",\"statistics\":{\"play_count\":5}},"
                + "{\"aweme_id\":\"7600000000000000002\",\"statistics\":{\"play_count\":" + views + "}}]}";
        parts.run(db -> new InboxRepository().put(db, new KeptAnswer(UUID.randomUUID(), "sim-ensembledata",
                FileFormat.ENSEMBLEDATA_POSTS, subject, 1, body, LiveBench.NOON)));
        LiveCollecting.of(parts).collector().round();
    }

    private String readings() {
        try (LakeSession lake = parts.database().lake().open(tenant);
                Statement statement = lake.connection().createStatement();
                ResultSet row = statement
                        .executeQuery("SELECT string_agg(entity_id || ' ' || views, ', ' ORDER BY entity_id)"
                                + " FROM " + lake.scan(Collected.OBSERVATION))) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> quarantined() {
        return parts.call(db -> db.sql("select file_name || ' ' || row_number from quarantine order by 1")
                .query(String.class).list());
    }

    /// Twenty are held at a time; of the same answer, which came twice, one is read.
    @Test
    void manyAnswersAreReadAgainEachOnceInTheOrderOfTheirComing() {
        for (int i = 0; i < 45; i++) {
            store("hashtag:bad" + i, "\"lots" + i + "\"");
        }
        store("hashtag:bad0", "\"lots0\"");

        assertThat(LiveCollecting.replay(parts).replay(""))
                .isEqualTo(new Replayed(45, 0, 0, Map.of(RejectReason.BAD_NUMBER, 45L)));
        List<String> batches = parts.call(db -> db
                .sql("select payload->>'answers' from event_log where type = 'ANSWERS_REPLAYED'").query(String.class)
                .list());
        assertThat(batches).hasSize(3);
    }

    @Test
    void onlyAnswersWithQuarantinedItemsAreReadAgainAndNothingIsDoubled() {
        store("hashtag:bad", "\"lots\"");
        store("hashtag:good", "7");
        String before = readings();
        AnswerReplay replay = LiveCollecting.replay(parts);

        assertThat(replay.replay("")).isEqualTo(new Replayed(1, 0, 0, Map.of(RejectReason.BAD_NUMBER, 1L)));
        assertThat(replay.replay("sim-ensembledata").answers()).isEqualTo(1);
        assertThat(replay.replay("tiktok-research").answers()).isZero();

        assertThat(readings()).isEqualTo(before).contains("7600000000000000001 5");
        assertThat(quarantined()).containsExactly("sim-ensembledata hashtag:bad page 1 2");
        Long events = parts.call(db -> db.sql("select count(*) from event_log where type = 'ANSWERS_REPLAYED'")
                .query(Long.class).single());
        assertThat(events).isEqualTo(2);
    }
}
