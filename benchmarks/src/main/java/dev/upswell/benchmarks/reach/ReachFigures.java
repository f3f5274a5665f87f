package dev.upswell.benchmarks.reach;

import dev.upswell.forecast.reach.ReachArchive;
import dev.upswell.forecast.reach.ReachBacktest;
import dev.upswell.forecast.reach.ReachReport;
import dev.upswell.forecast.reach.ReachReport.Judged;
import dev.upswell.forecast.reach.ReachSettings;
import dev.upswell.forecast.reach.ReachTarget;
import dev.upswell.learn.Estimate;
import dev.upswell.learn.Evaluation;
import dev.upswell.learn.Figure;
import dev.upswell.simulate.WorldSettings;
import dev.upswell.simulate.WorldSize;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Judges reach forecasts, the plain rule beside the model, and prints a Markdown table for each world or file.
///
/// Run: `benchmarks/reach.sh SEED…` for simulated worlds (28 days, 300 creators, about 3,000 videos, the later 13 days judged),
/// or `benchmarks/reach.sh FILE.csv.gz FROM TO` for an archive whose videos were read once.
public final class ReachFigures {

    private static final int DAYS = 28;

    private ReachFigures() {
    }

    /// Judges and prints.
    public static void main(String[] args) throws IOException, SQLException {
        if (args.length == 3 && args[0].contains(".csv")) {
            archive(args[0], Instant.parse(args[1] + "T00:00:00Z"), Instant.parse(args[2] + "T00:00:00Z"));
        } else {
            for (long seed : Arrays.stream(args).mapToLong(Long::parseLong).toArray()) {
                simulated(seed);
            }
        }
    }

    private static void simulated(long seed) throws IOException {
        WorldSettings settings = WorldSettings.of(WorldSize.SMALL, seed).withDays(DAYS)
                .with(new WorldSettings.Population(100, 40, 300, 3_000));
        ReachArchive archive = SimulatedVideos.of(settings);
        print("Simulated world, seed " + seed, ReachBacktest.run(archive,
                new ReachBacktest.Range(settings.start().plus(Duration.ofDays(DAYS / 2)),
                        settings.end().minus(ReachTarget.DAY.age()), Duration.ofDays(7)),
                ReachSettings.usual(7, "benchmark")));
    }

    private static void archive(String file, Instant from, Instant to) throws SQLException {
        print("Archive", ReachBacktest.run(ArchivedVideos.of(file),
                new ReachBacktest.Range(from, to, Duration.ofDays(120)), ReachSettings.usual(7, "benchmark")));
    }

    private static void print(String title, ReachReport report) {
        System.out.println("**" + title + "**\n");
        System.out
                .println("| known by then | videos, breakouts | PR-AUC, rule | difference | ECE | typical error, rule |"
                        + " inside the range, rule | class loss, rule |\n|---|---|---|---|---|---|---|---|");
        report.stages().forEach((stage, result) -> System.out.println(String.format(Locale.ROOT,
                "| %s | %,d, %,d | %s | %s | %s | %.2f×, %.2f× | %.0f %%, %.0f %% | %.3f, %.3f |", stage.label(),
                result.videos(), result.breakouts(), both(result, Figure.PR_AUC), difference(result.advantage()),
                figure(result.model(), Figure.ECE), Math.pow(10, result.model().medianError()),
                Math.pow(10, result.rule().medianError()), 100 * result.model().coverage(),
                100 * result.rule().coverage(), result.model().classLoss(), result.rule().classLoss())));
        System.out.println();
    }

    private static String both(ReachReport.StageResult result, Figure figure) {
        return figure(result.model(), figure) + ", " + figure(result.rule(), figure);
    }

    private static String figure(Judged judged, Figure figure) {
        return judged.found().map((Evaluation found) -> String.format(Locale.ROOT, "%.3f", found.value(figure)))
                .orElse("–");
    }

    private static String difference(@Nullable Estimate advantage) {
        return advantage == null
                ? "–"
                : String.format(Locale.ROOT, "%+.3f [%+.3f, %+.3f]", advantage.value(), advantage.interval().low(),
                        advantage.interval().high());
    }
}
