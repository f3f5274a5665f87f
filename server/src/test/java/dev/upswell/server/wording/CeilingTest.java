package dev.upswell.server.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.wording.Spending.Day;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CeilingTest {

    private static final Instant NOW = Instant.parse("2025-09-15T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2025-09-15");

    private final TenantId tenant = TestDatabase.newTenant();

    private Spending spending(Instant at) {
        return new Spending(tenant, TestDatabase.shared(), InstantSource.fixed(at));
    }

    @Test
    void fiftyThreadsTogetherNeverPassTheCeiling() throws InterruptedException, ExecutionException {
        AtomicLong spent = new AtomicLong();
        List<Callable<Integer>> askers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            long cost = 60 + i % 7 * 5L;
            askers.add(() -> {
                int held = 0;
                for (int question = 0; question < 10; question++) {
                    Optional<UUID> one = spending(NOW).reserve(100, 10_000);
                    if (one.isPresent()) {
                        spending(NOW).settle(one.get(), cost);
                        spent.addAndGet(cost);
                        held++;
                    }
                }
                return held;
            });
        }
        int held = 0;
        try (var threads = Executors.newFixedThreadPool(50)) {
            for (Future<Integer> one : threads.invokeAll(askers)) {
                held += one.get();
            }
        }

        assertThat(held).isBetween(100, 170);
        assertThat(spending(NOW).days(5)).containsExactly(new Day(TODAY, 10_000, spent.get(), 0));
        assertThat(spent.get()).isBetween(9_900L, 10_000L);
    }

    @Test
    void whatIsHeldBackIsNotThereForOthers() {
        assertThat(spending(NOW).reserve(60, 100)).isPresent();
        assertThat(spending(NOW).reserve(60, 100)).isEmpty();
        assertThat(spending(NOW).reserve(40, 100)).isPresent();
    }

    @Test
    void whatAStoppedProcessHeldBackIsLetGoAndCountsAsSpent() {
        spending(NOW).reserve(60, 100).orElseThrow();

        assertThat(spending(NOW.plus(Duration.ofMinutes(9))).days(1)).containsExactly(new Day(TODAY, 100, 0, 60));
        assertThat(spending(NOW.plus(Duration.ofMinutes(11))).days(1)).containsExactly(new Day(TODAY, 100, 60, 0));
        assertThat(spending(NOW.plus(Duration.ofMinutes(11))).reserve(41, 100)).isEmpty();
        assertThat(spending(NOW.plus(Duration.ofMinutes(11))).reserve(40, 100)).isPresent();
    }

    @Test
    void anAnswerAfterThatIsNotPaidTwice() {
        UUID late = spending(NOW).reserve(60, 100).orElseThrow();
        spending(NOW.plus(Duration.ofMinutes(11))).days(1);
        spending(NOW.plus(Duration.ofMinutes(12))).settle(late, 30);

        assertThat(spending(NOW).days(1)).containsExactly(new Day(TODAY, 100, 60, 0));
    }

    @Test
    void anotherDayAndAnotherTenantHaveTheirOwnMoney() {
        spending(NOW).reserve(100, 100).orElseThrow();

        assertThat(spending(NOW.plus(Duration.ofHours(13))).reserve(100, 100)).isPresent();
        assertThat(new Spending(TestDatabase.newTenant(), TestDatabase.shared(), InstantSource.fixed(NOW)).reserve(100,
                100))
                .isPresent();
    }
}
