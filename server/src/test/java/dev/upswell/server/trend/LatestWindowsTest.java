package dev.upswell.server.trend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.content.EntityKind;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.trend.LatestWindows.Windows;
import dev.upswell.trend.rank.TrailingWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class LatestWindowsTest {

    private static final Windows NONE = new Windows(null, null, List.of(), new TrailingWeek(Instant.EPOCH));

    private final LatestWindows latest = new LatestWindows();
    private final TenantId ours = new TenantId(UUID.randomUUID());
    private final List<String> read = new ArrayList<>();

    private Windows ask(TenantId tenant, EntityKind kind, String state) {
        return latest.of(tenant, kind, state, () -> {
            read.add(kind + " " + state);
            return NONE;
        });
    }

    @Test
    void filesThatStayTheSameAreReadOnceForEachTenantAndKind() {
        ask(ours, EntityKind.HASHTAG, "1,2");
        ask(ours, EntityKind.HASHTAG, "1,2");
        ask(ours, EntityKind.SOUND, "1,2");
        ask(new TenantId(UUID.randomUUID()), EntityKind.HASHTAG, "1,2");
        ask(ours, EntityKind.HASHTAG, "1,2,3");
        ask(ours, EntityKind.HASHTAG, "1,2,3");

        assertThat(read).hasSize(4).last().isEqualTo(EntityKind.HASHTAG + " 1,2,3");
    }

    @Test
    void manyWhoAskAtOnceCauseOneReading() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                threads.submit(() -> ask(ours, EntityKind.HASHTAG, "1"));
            }
        }
        assertThat(read).hasSize(1);
    }
}
