package dev.upswell.server.forecast.page;

import dev.upswell.learn.Dataset;
import dev.upswell.learn.drift.Adwin;
import dev.upswell.learn.drift.DriftReference;
import dev.upswell.learn.drift.DriftReport;
import dev.upswell.learn.drift.DriftSettings;
import dev.upswell.server.forecast.StoredDrift;
import dev.upswell.server.registry.ModelTask;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;

/// Reports of a made-up market in which growth became faster on the last days.
public final class SampleDriftPages implements DriftPages {

    private static final List<String> COLUMNS = List.of("growth_24h", "growth_72h", "rank_growth_24h", "log_level",
            "hours_since_step", "volatility_7d", "hour", "reading_age_hours");
    private static final int HOUR = COLUMNS.indexOf("hour");
    private static final int ENTITIES = 200;
    private static final int REPORTS = 8;
    private static final Instant START = Instant.parse("2025-12-01T00:00:00Z");
    private static final UUID MODEL = UUID.fromString("1f0c9d2a-b7e4-4c11-9c55-0a5b8d0c7e11");

    private final List<StoredDrift> reports = IntStream.range(0, REPORTS).mapToObj(SampleDriftPages::report).toList();

    @Override
    public List<StoredDrift> latest() {
        return List.of(reports.getLast());
    }

    @Override
    public List<StoredDrift> history(ModelTask task) {
        return reports.reversed();
    }

    private static StoredDrift report(int number) {
        DriftReference reference = DriftReference.of(rows(0, 30, 0, 1),
                DriftSettings.USUAL.withWindow(Duration.ofDays(1)));
        Adwin errors = new Adwin(Adwin.USUAL_CONFIDENCE);
        IntStream.range(0, 20 + number).forEach(i -> errors.add(0.04 + 0.001 * (i % 5)));
        double faster = Math.max(0, number - 4) * 0.6;
        Instant asOf = START.plus(Duration.ofDays(31 + number));
        DriftReport report = reference.compare(reference.window(dev.upswell.learn.sketch.ColumnTable.of(
                rows(30 + number, 1, faster, number + 2))), asOf, List.of(errors.state()));
        return new StoredDrift(ModelTask.DAILY_HASHTAGS, new StoredDrift.Author(MODEL, "boosted-trees", true), asOf,
                number > 5, report, Set.of("hour"));
    }

    private static Dataset rows(int firstDay, int days, double faster, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = days * ENTITIES;
        float[] values = new float[size * COLUMNS.size()];
        float[] labels = new float[size];
        int[] entities = new int[size];
        long[] cuts = new long[size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < COLUMNS.size(); column++) {
                boolean moves = column < 2;
                values[row * COLUMNS.size() + column] = (float) (random.nextGaussian() + (moves ? faster : 0));
            }
            values[row * COLUMNS.size() + HOUR] = firstDay > 0 ? 1 : row % 4;
            if (random.nextInt(10) == 0) {
                values[row * COLUMNS.size() + COLUMNS.size() - 1] = Float.NaN;
            }
            labels[row] = random.nextInt(20) == 0 ? 1 : 0;
            entities[row] = row % ENTITIES;
            cuts[row] = START.plus(Duration.ofDays(firstDay + row / ENTITIES)).getEpochSecond();
        }
        return new Dataset(COLUMNS, values, labels, entities, cuts);
    }
}
