package dev.upswell.server.recommend.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LastMadeTest {

    private final LastMade<String> made = new LastMade<>();

    private String get(String wanted) {
        return made.get(wanted::equals, last -> true, () -> wanted);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whileOneMakesItAnewOthersGoByWhatWasThere() {
        get("old");
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        CompletableFuture<String> maker = CompletableFuture
                .supplyAsync(() -> made.get("new"::equals, last -> true, () -> {
                    begun.countDown();
                    await(end);
                    return "new";
                }));
        await(begun);

        String meanwhile = get("new");
        end.countDown();

        assertThat(meanwhile).isEqualTo("old");
        assertThat(maker.join()).isEqualTo("new");
        assertThat(get("new")).isEqualTo("new");
    }

    @Test
    void whoHasNothingToGoByWaitsAndItIsMadeOnce() {
        List<String> times = new ArrayList<>();
        List<CompletableFuture<String>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            all.add(CompletableFuture.supplyAsync(() -> made.get("one"::equals, last -> false, () -> {
                times.add("made");
                return "one";
            })));
        }

        assertThat(all).extracting(CompletableFuture::join).containsOnly("one");
        assertThat(times).containsExactly("made");
    }

    @Test
    void whatCouldNotBeMadeIsTriedByTheNext() {
        get("old");

        assertThatThrownBy(() -> made.get("new"::equals, last -> true, () -> {
            throw new IllegalStateException("away");
        })).hasMessage("away");

        assertThat(get("new")).isEqualTo("new");
    }
}
