package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.content.EntityKind;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.sample.SampleLoop;
import dev.upswell.server.setting.Setting;
import dev.upswell.server.setting.Settings;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.web.ShellSettings.Launcher;
import dev.upswell.simulate.WorldSettings;
import dev.upswell.simulate.WorldSettings.Population;
import dev.upswell.simulate.WorldSize;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The demo shows trends as soon as there are any, while it still trains and judges; over a world of a few hashtags.
@Tag("slow")
class EarlyTrendsTest {

    private static final WorldSettings WORLD = world();

    @TempDir
    Path folder;

    private static WorldSettings world() {
        WorldSettings small = WorldSettings.of(WorldSize.SMALL, 3).withDays(11).withFutures(1);
        return new WorldSettings(small.seed(), small.start(), small.days(), Duration.ofHours(1),
                new Population(16, 2, 10, 30), small.watches(), small.faults(), small.judging());
    }

    @Test
    void trendsAreThereToLookAtLongBeforeTheBacktestEndsAndOnlyOnce() {
        OpenWorkplace workplace = workplace();
        List<Integer> seen = new ArrayList<>();

        new SampleLoop(workplace, silent(), report -> List.of(), WORLD).run(() -> {
            seen.add(workplace.forecasting().trends().trends(workplace.tenant(), EntityKind.HASHTAG, null).lines()
                    .size());
            assertThat(workplace.forecasting().forecasts().backtesting().latest(workplace.tenant())).isEmpty();
        });

        assertThat(seen).singleElement().satisfies(lines -> assertThat(lines).isGreaterThan(10));
        assertThat(workplace.forecasting().forecasts().backtesting().latest(workplace.tenant())).isPresent();
        assertThat(workplace.collecting().viewings().asOf(WORLD.end())).as("how owners' videos are watched")
                .isNotEmpty();

        new SampleLoop(workplace, silent(), report -> List.of(), WORLD).run(() -> seen.add(0));
        assertThat(seen).as("what is done is not announced again").hasSize(1);
    }

    private OpenWorkplace workplace() {
        return new OpenWorkplace(
                Settings.read(folder, Map.of(),
                        Map.of(Setting.FORECAST_EVERY_HOURS, "6", Setting.FORECAST_MIN_ELIGIBLE, "5",
                                Setting.FORECAST_NETWORK, "off")),
                TestDatabase.shared(), TestDatabase.newTenant(),
                InstantSource.fixed(WORLD.end().plus(Duration.ofMinutes(6))), Launcher.usual());
    }

    private static Screen silent() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Screen(nowhere, nowhere, InstantSource.fixed(WORLD.end()), false, true);
    }
}
