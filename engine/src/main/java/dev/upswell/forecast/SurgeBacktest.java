package dev.upswell.forecast;

import dev.upswell.content.EntityId;
import dev.upswell.learn.Estimate;
import dev.upswell.learn.Evaluation;
import dev.upswell.timeline.EntitySeries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Goes through the past as it was lived: train on what was known, foretell, wait, compare, move on.
public final class SurgeBacktest {

    private SurgeBacktest() {
    }

    /// Trains every `retrainEvery`, scores every cut with the latest training, and judges what was said.
    ///
    /// A label enters a training only once its outcome was known. Every eligible pair gets a probability. What features learn is
    /// learnt once: at the first training, or on the first day after it on which enough was known, with a training of its own.
    /// **cost** one fit per kind and training, and eight more before the first for the calibration.
    ///
    /// @param entities all counters of each; the order of the map decides between equal probabilities
    public static BacktestReport run(Map<EntityId, EntitySeries> entities, BacktestSettings settings,
            Progress progress) {
        SurgeProtocol protocol = settings.training().protocol();
        EntityBook book = EntityBook.of(entities, protocol);
        progress.at(0, 1, "Computing features");
        LabelTable labels = LabelTable.of(book, book.firstSecond(),
                settings.to().getEpochSecond() + protocol.reach().toSeconds());
        JudgedCuts judged = JudgedCuts.of(labels, settings);
        BacktestRun run = new BacktestRun(book, labels, judged, settings);
        run.walk(progress);
        BacktestPairs pairs = run.pairs();
        return new BacktestReport(settings, judged.skipped(), pairs, run.trainings(), results(pairs, settings),
                run.rangeResult().orElse(null));
    }

    private static Map<SurgeKind, BacktestReport.Result> results(BacktestPairs pairs, BacktestSettings settings) {
        Map<SurgeKind, BacktestReport.Result> results = new EnumMap<>(SurgeKind.class);
        SurgeKind.TRAINED.stream().filter(settings.kinds()::contains).toList().parallelStream()
                .map(kind -> result(kind, pairs, settings)).toList()
                .forEach(result -> results.put(result.kind(), result));
        return results;
    }

    private static BacktestReport.Result result(SurgeKind kind, BacktestPairs pairs, BacktestSettings settings) {
        long seed = settings.training().seed();
        int samples = settings.bootstrapSamples();
        Evaluation evaluation = Evaluation.of(pairs.scored(kind), samples, seed).orElse(null);
        boolean compared = kind != SurgeKind.TREES && evaluation != null && settings.kinds().contains(SurgeKind.TREES);
        Estimate loss = compared
                ? Evaluation.difference(pairs.scored(SurgeKind.TREES), pairs.scored(kind), samples, seed)
                : null;
        return new BacktestReport.Result(kind, evaluation, LeadTime.of(pairs.alerts(kind), samples, seed).orElse(null),
                loss);
    }

    /// Hears how far a backtest is.
    @FunctionalInterface
    public interface Progress {

        /// Nobody listens.
        Progress SILENT = (done, total, what) -> {
        };

        /// `done` of `total` steps are finished; `what` comes next.
        void at(int done, int total, String what);
    }

    /// The cuts of a backtest that can be judged, and why the others cannot.
    record JudgedCuts(List<CutLabels> judged, List<BacktestReport.SkippedCut> skipped) {

        static JudgedCuts of(LabelTable table, BacktestSettings settings) {
            SurgeProtocol protocol = settings.training().protocol();
            List<CutLabels> judged = new ArrayList<>();
            List<BacktestReport.SkippedCut> skipped = new ArrayList<>();
            LabelTable.grid(settings.from().getEpochSecond(), settings.to().getEpochSecond(), protocol.step())
                    .forEach(cut -> {
                        CutLabels labels = table.at(cut).orElse(null);
                        if (labels != null && labels.surges() > 0) {
                            judged.add(labels);
                        } else {
                            skipped.add(new BacktestReport.SkippedCut(Instant.ofEpochSecond(cut),
                                    labels == null ? tooFew(protocol) : "no " + protocol.kind().label() + " surged"));
                        }
                    });
            return new JudgedCuts(List.copyOf(judged), List.copyOf(skipped));
        }

        private static String tooFew(SurgeProtocol protocol) {
            return "fewer than " + protocol.minEligible() + " " + protocol.kind().label() + "s with "
                    + protocol.minLevel() + " " + protocol.counter().label() + " and a level "
                    + switch (protocol.outcomes()) {
                        case OutcomeRule.AtHorizon exact -> protocol.horizon().toHours() + " hours later";
                        case OutcomeRule.NextLook look -> "at the next look";
                    };
        }

        int pairs() {
            return judged.stream().mapToInt(CutLabels::size).sum();
        }
    }
}
