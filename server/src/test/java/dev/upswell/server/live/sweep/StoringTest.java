package dev.upswell.server.live.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.pipeline.Collecting;
import dev.upswell.server.live.RoundReport;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TenantLocks;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.trend.Expectations;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Storing what waits while somebody else does.
class StoringTest {

    private final TenantId tenant = TestDatabase.newTenant();
    private final LiveParts parts = new LiveParts(tenant, TestDatabase.shared(), List::of, Set.of(),
            Expectations.NONE, Collecting.answers(TestDatabase.shared(), () -> LiveBench.NOON), () -> LiveBench.NOON,
            time -> {
            }, new SplittableRandom(1));

    private UUID waiting(long video) {
        UUID request = UUID.randomUUID();
        String body = "{\"data\":[{\"aweme_id\":\"" + video + "\",\"statistics\":{\"play_count\":5}}]}";
        parts.run(db -> new InboxRepository().put(db, new KeptAnswer(request, "sim-ensembledata",
                FileFormat.ENSEMBLEDATA_POSTS, "hashtag:x", 1, body, LiveBench.NOON)));
        return request;
    }

    private boolean isAwaited() {
        return parts.call(db -> db.sql("""
            select exists (select from pg_locks where locktype = 'advisory' and not granted
            and (classid::bigint << 32 | objid::bigint) = hashtextextended(?, 0))""")
                .param(tenant + "/" + AnswerDataset.WORK).query(Boolean.class).single());
    }

    @Test
    void whatAnotherStoredMeanwhileIsPassedOverAndTheRestStored() throws Exception {
        UUID gone = waiting(7_600_000_000_000_000_001L);
        waiting(7_600_000_000_000_000_002L);
        CompletableFuture<RoundReport.Taken> second;
        try (TenantLocks.Held _ = parts.database().locks().acquire(tenant, AnswerDataset.WORK)) {
            second = CompletableFuture.supplyAsync(() -> {
                Storing storing = new Storing(parts);
                storing.all();
                return storing.taken();
            });
            while (!isAwaited() && !second.isDone()) {
                Thread.onSpinWait();
            }
            parts.run(db -> db.sql("delete from answer_inbox where id = ?").param(gone).update());
        }

        RoundReport.Taken taken = second.get(1, TimeUnit.MINUTES);

        assertThat(taken.answers()).isEqualTo(1);
        assertThat(taken.items()).isEqualTo(1);
        List<KeptAnswer> left = parts.call(db -> new InboxRepository().first(db, 9, 1_000));
        assertThat(left).isEmpty();
    }
}
