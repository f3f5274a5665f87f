package dev.upswell.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.simulate.SimulatedWorld.Passing;
import dev.upswell.simulate.SimulatedWorld.Passing.Shown;
import dev.upswell.simulate.WorldSettings.Faults;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PassingTest {

    private static final WorldSettings SETTINGS = WorldSettings.of(WorldSize.SMALL, 5).withDays(3).with(Faults.NONE);
    private static final SimulatedWorld WORLD = SimulatedWorld.of(SETTINGS);

    /// Views of each video read exactly, by the step in which it was read.
    private static Map<String, Long> observed() throws IOException {
        StringBuilder rows = new StringBuilder();
        WORLD.writeObservations(rows);
        Map<String, Long> views = new HashMap<>();
        for (String row : rows.toString().split("\n", -1)) {
            String[] fields = row.split(",", -1);
            if (fields[0].equals("video") && fields[3].equals("sim-api")) {
                long step = Instant.parse(fields[4]).getEpochSecond() / SETTINGS.cadence().toSeconds();
                views.put(fields[1] + " " + step, Long.parseLong(fields[5]));
            }
        }
        return views;
    }

    @Test
    void whatPassesIsWhatIsObserved() throws IOException {
        Map<String, Long> observed = observed();
        Map<String, Long> passed = new HashMap<>();
        Passing passing = WORLD.passing();
        while (passing.advance()) {
            long step = passing.now().getEpochSecond() / SETTINGS.cadence().toSeconds();
            passing.videos().forEach(video -> passed.put(video.id() + " " + step, video.views()));
        }

        assertThat(observed).hasSizeGreaterThan(500);
        assertThat(passed).containsAllEntriesOf(observed);
        assertThat(passing.now()).isEqualTo(SETTINGS.end());
    }

    @Test
    void theNewestStandFirstAndCarryTheirTags() {
        Passing passing = WORLD.passing();
        for (int i = 0; i < 192; i++) {
            passing.advance();
        }

        List<Shown> videos = passing.videos();
        assertThat(videos).hasSizeGreaterThan(10).isSortedAccordingTo(
                (a, b) -> b.createdAt().compareTo(a.createdAt()));
        assertThat(videos).allSatisfy(video -> {
            assertThat(video.createdAt()).isBeforeOrEqualTo(passing.now());
            assertThat(video.hashtags()).allSatisfy(tag -> assertThat(tag.posts()).isPositive());
            assertThat(video.caption()).contains(video.hashtags().stream().map(Passing.Tally::name).toList());
        });
    }
}
