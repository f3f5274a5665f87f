package dev.upswell.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private static final String CLEARED = "\r\033[K";

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    private ProgressLine line(boolean interactive) {
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new Screen(stream, stream, () -> now, interactive, false).progress("Reading videos");
    }

    private void after(long millis) {
        now = now.plusMillis(millis);
    }

    /// What was drawn one after the other, without what clears the line.
    private List<String> drawn() {
        return List.of(err.toString(StandardCharsets.UTF_8).split("\r\033\\[K|\n", -1)).stream()
                .filter(text -> !text.isEmpty()).toList();
    }

    @Test
    void aPersonSeesABarAndTheTimeThatIsLeft() {
        try (ProgressLine line = line(true)) {
            for (int done = 1; done <= 10; done++) {
                after(1_000);
                line.at(done, 10);
            }
        }

        assertThat(drawn()).hasSize(9)
                .startsWith("Reading videos         ━━━━━━──────────────────────  20 %  about 8 s left")
                .endsWith("Reading videos         ━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 100 %");
        assertThat(err.toString(StandardCharsets.UTF_8)).as("nothing is left of it").endsWith(CLEARED);
    }

    @Test
    void whatWasDoneBeforeItBeganSaysNothingOfTheTimeThatIsLeft() {
        try (ProgressLine line = line(true)) {
            after(100);
            line.at(201, 250);
            after(2_000);
            line.at(203, 250);
        }

        assertThat(drawn())
                .containsExactly("Reading videos         ━━━━━━━━━━━━━━━━━━━━━━━─────  81 %  about 47 s left");
    }

    @Test
    void longTimesAreToldInMinutesAndUnknownOnesNotAtAll() {
        try (ProgressLine line = line(true)) {
            after(3_000);
            line.at(5, 100);
            after(10_000);
            line.at(6, 100);
        }

        assertThat(drawn()).containsExactly("Reading videos         ━───────────────────────────   5 %",
                "Reading videos         ━━──────────────────────────   6 %  about 16 min left");
    }

    @Test
    void theNextPieceIsCountedAnewAndShownAtOnce() {
        try (ProgressLine line = line(true)) {
            after(5_000);
            line.at(10, 10);
            after(10);
            line.next("Comparing choices");
            line.at(0, 4);
            after(2_000);
            line.at(1, 4);
        }

        assertThat(drawn()).containsExactly("Reading videos         ━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 100 %",
                "Comparing choices      ────────────────────────────   0 %",
                "Comparing choices      ━━━━━━━─────────────────────  25 %  about 6 s left");
    }

    @Test
    void threadsThatTellInAnotherOrderDoNotTurnItBack() {
        try (ProgressLine line = line(true)) {
            after(2_000);
            line.at(4, 8);
            after(300);
            line.at(3, 8);
        }

        assertThat(drawn()).hasSize(2).allMatch(text -> text.contains(" 50 %"));
    }

    @Test
    void whereNobodyWatchesALineComesEveryTenSeconds() {
        try (ProgressLine line = line(false)) {
            for (int done = 1; done <= 25; done++) {
                after(1_000);
                line.at(done, 25);
            }
        }

        assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain("\033");
        assertThat(drawn()).containsExactly(
                "Reading videos         ━━━━━━━━━━━─────────────────  40 %  about 15 s left",
                "Reading videos         ━━━━━━━━━━━━━━━━━━━━━━──────  80 %  about 5 s left");
    }

    @Test
    void shortWorkAndWorkOfUnknownSizeShowNoBar() {
        try (ProgressLine line = line(true)) {
            after(1_900);
            line.at(9, 10);
        }
        assertThat(drawn()).isEmpty();

        try (ProgressLine line = line(true)) {
            after(2_000);
            line.at(12_345, 0);
        }
        assertThat(drawn()).containsExactly("Reading videos  12,345");
    }
}
