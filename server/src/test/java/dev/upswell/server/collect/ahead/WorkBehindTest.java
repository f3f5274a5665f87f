package dev.upswell.server.collect.ahead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkBehindTest {

    private final List<Integer> done = Collections.synchronizedList(new ArrayList<>());

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void doesAllWorkInItsOrder() {
        try (WorkBehind work = new WorkBehind("work-behind-test")) {
            IntStream.range(0, 100).forEach(i -> work.begin(() -> done.add(i)));
        }
        assertThat(done).containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
    }

    @Test
    void whoGivesWorkGoesOnBeforeItIsDone() {
        var goneOn = new CountDownLatch(1);
        try (WorkBehind work = new WorkBehind("work-behind-test")) {
            work.begin(() -> {
                await(goneOn);
                done.add(1);
            });
            assertThat(done).isEmpty();
            goneOn.countDown();
            work.end();
            assertThat(done).containsExactly(1);
        }
    }

    @Test
    void tellsAFailureWithTheNextWorkAndDoesNotBeginThat() {
        try (WorkBehind work = new WorkBehind("work-behind-test")) {
            work.begin(() -> {
                throw new IllegalArgumentException("no");
            });
            assertThatThrownBy(() -> work.begin(() -> done.add(2))).isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("no");
        }
        assertThat(done).isEmpty();
    }

    @Test
    void tellsAFailureAtItsEndWhenNobodyAskedBefore() {
        WorkBehind work = new WorkBehind("work-behind-test");
        work.begin(() -> {
            throw new StackOverflowError("deep");
        });
        assertThatThrownBy(work::close).isInstanceOf(StackOverflowError.class);
    }

    @Test
    void waitsForWhatRunsWhenItsOwnerFails() {
        var failing = new CountDownLatch(1);
        assertThatThrownBy(() -> {
            try (WorkBehind work = new WorkBehind("work-behind-test")) {
                work.begin(() -> {
                    await(failing);
                    done.add(1);
                });
                failing.countDown();
                throw new IllegalStateException("of the owner");
            }
        }).hasMessage("of the owner");
        assertThat(done).containsExactly(1);
    }
}
