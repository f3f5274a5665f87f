package dev.upswell.forecast;

import dev.upswell.companion.OutbreakFeatures;
import dev.upswell.content.EntityId;
import dev.upswell.feature.HashtagFeatures;
import dev.upswell.learn.Calibration;
import dev.upswell.learn.Fingerprint;
import dev.upswell.learn.LogisticRegression;
import dev.upswell.learn.TreeSettings;
import dev.upswell.timeline.CounterSeries;
import dev.upswell.timeline.EntitySeries;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A process that trains every kind and prints a line for whatever must be the same in another one.
final class TrainingProgram {

    private static final SurgeProtocol OFTEN = SurgeProtocol.DAILY.every(Duration.ofHours(1)).minEligible(20);
    private static final SurgeProtocol SELDOM = OFTEN.every(Duration.ofHours(3));

    private TrainingProgram() {
    }

    /// @param arguments number of hashtags, days; then `posts` where posts come with views and features learn, or `trees` for
    ///     nothing but trees of many rows
    public static void main(String[] arguments) {
        int days = Integer.parseInt(arguments[1]);
        boolean manyRows = arguments.length > 2 && arguments[2].equals("trees");
        if (arguments.length > 2 && !manyRows) {
            accompanied(Worlds.accompanied(Integer.parseInt(arguments[0]), days, 5), days);
            return;
        }
        Map<EntityId, CounterSeries> world = Worlds.hourly(Integer.parseInt(arguments[0]), days, 5);
        Instant now = Worlds.START.plus(Duration.ofDays(days - 1));
        TrainSettings settings = new TrainSettings(manyRows ? OFTEN : SELDOM, HashtagFeatures.RECIPE,
                new TreeSettings(40, 4, 0.1, 0.8, 0.3, 5, 1, 32, 1, 0, 7),
                new TreeSettings(8, 3, 0.3, 0.8, 0.6, 2, 1, 32, 0.5, 0, 7), new LogisticRegression.Settings(10, 0.05),
                SurgeModelTest.SMALL_NETWORK,
                Calibration.Kind.BETA, 5, 10, 20, "test");
        if (manyRows) {
            print(SurgeTrainer.train(SurgeKind.TREES, Worlds.watched(world), now, settings), Worlds.watched(world),
                    now);
            return;
        }
        SurgeTrainer.train(List.copyOf(SurgeKind.TRAINED), Worlds.watched(world), now, settings)
                .forEach(trained -> print(trained, Worlds.watched(world), now));
        backtest(world, now, settings.protocol(OFTEN.every(Duration.ofHours(6))));
    }

    private static void accompanied(Map<EntityId, EntitySeries> world, int days) {
        Instant now = Worlds.START.plus(Duration.ofDays(days - 1));
        TrainSettings settings = SurgeModelTest.QUICK.features(OutbreakFeatures.RECIPE);
        print(SurgeTrainer.train(SurgeKind.TREES, world, now, settings), world, now);
    }

    private static void print(TrainedSurgeModel trained, Map<EntityId, EntitySeries> world, Instant now) {
        List<SurgePrediction> said = SurgeModel.load(trained.artefact()).predict(world, now);
        print("artefact of " + trained.record().kind() + " " + Fingerprint.of(trained.artefact()));
        print("record of " + trained.record().kind() + " " + trained.record());
        print("predictions of " + trained.record().kind() + " " + said.size() + " "
                + Fingerprint.of(said.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static void backtest(Map<EntityId, CounterSeries> world, Instant now, TrainSettings settings) {
        BacktestReport report = SurgeBacktest.run(Worlds.watched(world),
                new BacktestSettings(now.minus(Duration.ofDays(3)),
                        now.minus(Duration.ofDays(1)), Duration.ofDays(1), SurgeKind.TRAINED, settings,
                        20),
                SurgeBacktest.Progress.SILENT);
        report.results().forEach((kind, result) -> print("backtest of " + kind.label() + " " + result));
        for (SurgeKind kind : SurgeKind.TRAINED) {
            StringBuilder said = new StringBuilder();
            for (int i = 0; i < report.pairs().size(); i++) {
                said.append(report.pairs().entityAt(i)).append(report.pairs().probability(kind, i)).append('\n');
            }
            print("backtest predictions of " + kind.label() + " "
                    + Fingerprint.of(said.toString().getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static void print(String line) {
        System.out.println(line);
    }
}
