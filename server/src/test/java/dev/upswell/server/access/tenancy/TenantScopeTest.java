package dev.upswell.server.access.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.store.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TenantScopeTest {

    private static final TenantId OURS = new TenantId(new UUID(0, 1));
    private static final TenantId THEIRS = new TenantId(new UUID(0, 2));

    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final AtomicInteger made = new AtomicInteger();
    private final TenantScope scope = new TenantScope(() -> now);

    private Object bean(TenantId tenant) {
        List<Object> found = new ArrayList<>();
        scope.<RuntimeException>enter(tenant,
                () -> found.add(scope.get("bean", () -> tenant + " " + made.incrementAndGet())));
        return found.getFirst();
    }

    @Test
    void eachTenantHasABeanOfItsOwnThatIsMadeOnce() {
        Object ours = bean(OURS);

        assertThat(bean(THEIRS)).isNotEqualTo(ours);
        assertThat(bean(OURS)).isSameAs(ours);
        assertThat(made).hasValue(2);
    }

    @Test
    void whatManyFirstRequestsAskForAtOnceIsMadeOnce() throws Exception {
        List<Callable<Object>> requests = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            TenantId tenant = i % 2 == 0 ? OURS : THEIRS;
            requests.add(() -> bean(tenant));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Object> done : threads.invokeAll(requests)) {
                done.get();
            }
        }
        assertThat(made).hasValue(2);
    }

    @Test
    void aBeanMayNeedAnotherOfTheSameTenant() {
        scope.<RuntimeException>enter(OURS, () -> assertThat(
                scope.get("outer", () -> "outer of " + scope.get("inner", () -> "inner"))).isEqualTo("outer of inner"));
    }

    @Test
    void outsideOfARequestThereIsNoBean() {
        assertThatThrownBy(() -> scope.get("bean", () -> "made")).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Maybe a bean that lives as long as the server asks for one of a tenant.");
    }

    @Test
    void aRoomThatNobodyEntersForHalfAnHourIsEmptiedAndFurnishedAgain() {
        Object before = bean(OURS);
        now = now.plus(TenantScope.IDLE);
        bean(THEIRS);
        assertThat(scope.tidy()).isEmpty();
        now = now.plusSeconds(1);

        assertThat(scope.tidy()).containsExactly(OURS);
        assertThat(scope.furnished()).isEqualTo(1);
        assertThat(bean(OURS)).isNotEqualTo(before);
    }

    @Test
    void ofTooManyThoseThatWereUsedLongestAgoAreEmptied() {
        for (int i = 0; i < TenantScope.MOST + 2; i++) {
            bean(new TenantId(new UUID(1, i)));
            now = now.plusMillis(1);
        }

        assertThat(scope.tidy()).containsExactly(new TenantId(new UUID(1, 0)), new TenantId(new UUID(1, 1)));
        assertThat(scope.furnished()).isEqualTo(TenantScope.MOST);
    }

    @Test
    void aRoomIsNotEmptiedUnderSomebodyOrWhileItHoldsWhatHasToBeClosed() {
        scope.<RuntimeException>enter(OURS, () -> {
            now = now.plus(TenantScope.IDLE).plusSeconds(1);
            assertThat(scope.tidy()).isEmpty();
        });
        List<String> closed = new ArrayList<>();
        scope.<RuntimeException>enter(THEIRS, () -> {
            scope.registerDestructionCallback("first", () -> closed.add("first"));
            scope.registerDestructionCallback("second", () -> closed.add("second"));
        });
        now = now.plus(TenantScope.IDLE).plusSeconds(1);

        assertThat(scope.tidy()).containsExactly(OURS);
        scope.close();
        assertThat(closed).containsExactly("second", "first");
    }
}
