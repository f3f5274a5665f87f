package dev.upswell.server.forecast;

import dev.upswell.simulate.SimulatedWorld;
import dev.upswell.simulate.WorldSettings;
import dev.upswell.simulate.WorldSettings.Faults;
import dev.upswell.simulate.WorldSettings.Population;
import dev.upswell.simulate.WorldSettings.Turns;
import dev.upswell.simulate.WorldSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The hashtags of a simulated world as a poll every three hours reads them.
final class SimulatedReadings {

    static final WorldSettings WORLD = WorldSettings.of(WorldSize.SMALL, 5)
            .with(new Population(72, 1, 3, 1, 50_000_000)).with(Faults.NONE);

    private static final long QUARTER = Duration.ofMinutes(15).toSeconds();
    private static final long POLL = Duration.ofHours(3).toSeconds();
    private static final int KIND = 0;
    private static final int ID = 1;
    private static final int SOURCE = 3;
    private static final int TIME = 4;
    private static final int VIEWS = 5;

    private SimulatedReadings() {
    }

    /// All readings of so many days of the source that shows exact numbers: 60 hashtags of 72.
    ///
    /// @param change when the market changes
    static List<Watch.Reading> of(int days, Instant change) {
        StringBuilder rows = new StringBuilder();
        try {
            SimulatedWorld.of(WORLD.withDays(days)).changing(Turns.since(change)).writeObservations(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Watch.Reading> readings = new ArrayList<>();
        rows.toString().lines().map(row -> row.split(",", -1))
                .filter(row -> row[KIND].equals("hashtag") && row[SOURCE].equals("sim-api")).forEach(row -> {
                    Instant at = Instant.parse(row[TIME]);
                    Instant look = Instant.ofEpochSecond(at.getEpochSecond() / QUARTER * QUARTER);
                    if (look.getEpochSecond() % POLL == 0) {
                        readings.add(new Watch.Reading(row[ID], "sim-api", look, Long.parseLong(row[VIEWS])));
                    }
                });
        return readings;
    }
}
