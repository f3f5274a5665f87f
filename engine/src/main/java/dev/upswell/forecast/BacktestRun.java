package dev.upswell.forecast;

import dev.upswell.content.EntityId;
import dev.upswell.learn.Dataset;
import dev.upswell.learn.QuantileRange;
import dev.upswell.numeric.Quantiles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// The walk of one backtest: trainings in order of time, and what each said of the cuts until the next.
final class BacktestRun {

    private static final long RANGE_LASTS_SECONDS = 28L * 24 * 3600;

    /// A network takes a minute or more to train, so it serves four weeks; its calibration follows each training.
    private static final long NETWORK_LASTS_SECONDS = 28L * 24 * 3600;

    private static final long DAY = 24 * 3600;

    private final EntityBook book;
    private final LabelTable labels;
    private final SurgeBacktest.JudgedCuts judged;
    private final BacktestSettings settings;
    private final Learnt learnt;
    private final Map<SurgeKind, double[]> probabilities = new EnumMap<>(SurgeKind.class);
    private final Map<SurgeKind, boolean[]> alerts = new EnumMap<>(SurgeKind.class);
    private final List<BacktestReport.Training> trainings = new ArrayList<>();
    private final List<Double> widths = new ArrayList<>();
    private int inside;
    private Stage stage;
    private @Nullable QuantileRange range;
    private long rangeTrainedAt;

    /// @param labels of all cuts up to the last that is judged, and of the history before them
    BacktestRun(EntityBook book, LabelTable labels, SurgeBacktest.JudgedCuts judged, BacktestSettings settings) {
        this.book = book;
        this.labels = labels;
        this.judged = judged;
        this.settings = settings;
        learnt = Learnt.of(book, settings);
        long from = settings.from().getEpochSecond();
        stage = learnt.at() > from ? stage(settings.training(), learnt.at() - 1) : stage(learnt.training(), until());
        int size = labels.all().stream().filter(cut -> cut.cut() <= until()).mapToInt(CutLabels::size).sum();
        for (SurgeKind kind : settings.kinds()) {
            probabilities.put(kind, new double[size]);
            alerts.put(kind, new boolean[size]);
        }
    }

    /// When features could learn what they learn, looked at every day from the first training on.
    ///
    /// @param at epoch seconds; the first training where features learn nothing, the end where too little was known until then
    /// @param training with features that know what was learnt
    private record Learnt(long at, TrainSettings training) {

        static Learnt of(EntityBook book, BacktestSettings settings) {
            long from = settings.from().getEpochSecond();
            long until = settings.to().getEpochSecond();
            TrainSettings training = settings.training();
            for (long at = from; training.features().yetToLearn() && at <= until; at += DAY) {
                TrainSettings tried = training.learnt(book, Instant.ofEpochSecond(at));
                if (!tried.features().yetToLearn()) {
                    return new Learnt(at, tried);
                }
            }
            return new Learnt(training.features().yetToLearn() ? until + 1 : from, training);
        }
    }

    /// What trainings learn from while features compute in one way.
    ///
    /// Rows of a later stage begin with those of the one before, in the same order, so that a row's place means the same in both.
    ///
    /// @param rows all that are asked about
    /// @param growths what came of each
    /// @param models learn from those that the settings do not leave out
    private record Stage(TrainSettings training, Dataset rows, float[] growths, RawModels models) {
    }

    private Stage stage(TrainSettings of, long lastCut) {
        TrainSettings training = of.withoutBand();
        SurgeRows rows = SurgeRows.of(book, training.features(), labels, book.firstSecond(), lastCut);
        SurgeRows.Learnable learnable = rows.learnable(training.leftOut(), Long.MIN_VALUE);
        return new Stage(training, learnable.leftOut() == 0 ? learnable.rows() : rows.labelled(),
                rows.outcomes().growths(), new RawModels(book, learnable.rows(), learnable.outcomes(), training,
                        new RawModels.Renewal(settings.from().getEpochSecond(), NETWORK_LASTS_SECONDS)));
    }

    private long until() {
        return settings.to().getEpochSecond();
    }

    List<BacktestReport.Training> trainings() {
        return List.copyOf(trainings);
    }

    void walk(SurgeBacktest.Progress progress) {
        long[] instants = instants();
        for (int i = 0; i < instants.length; i++) {
            long at = instants[i];
            progress.at(i, instants.length, "Training as of " + Instant.ofEpochSecond(at));
            if (at == learnt.at() && i > 0) {
                stage = stage(learnt.training(), until());
                range = null;
            }
            train(at, i + 1 < instants.length ? instants[i + 1] : until() + 1);
        }
        progress.at(instants.length, instants.length, "Judging");
    }

    /// When models are trained: in even steps, and when features have learnt.
    private long[] instants() {
        long from = settings.from().getEpochSecond();
        long step = settings.retrainEvery().toSeconds();
        return LongStream.concat(LongStream.rangeClosed(0, (until() - from) / step).map(i -> from + i * step),
                LongStream.of(learnt.at()).filter(at -> at <= until())).sorted().distinct().toArray();
    }

    private void train(long at, long next) {
        int from = stage.rows().firstAt(at);
        int to = stage.rows().firstAt(next);
        if (from == to) {
            return;
        }
        RawModels models = stage.models();
        Dataset asked = stage.rows().slice(from, to);
        models.prepare(probabilities.keySet(), at, probabilities.containsKey(SurgeKind.TREES) && rangeIsDue(at));
        Map<SurgeKind, String> notes = new EnumMap<>(SurgeKind.class);
        for (SurgeKind kind : probabilities.keySet()) {
            SurgeFit fit = SurgeFit.of(kind, models, stage.training(), at);
            score(kind, fit, asked, from);
            if (!fit.notes().isEmpty()) {
                notes.put(kind, fit.notes());
            }
            if (kind == SurgeKind.TREES) {
                freshRange(fit, at).ifPresent(found -> measure(found, asked, from));
            }
        }
        trainings.add(new BacktestReport.Training(Instant.ofEpochSecond(at), models.known(at),
                models.knownPositives(at), !stage.training().features().yetToLearn(), notes));
        models.forgetBefore(next - stage.training().holdBackDays() * DAY);
    }

    /// The range of views is trained every fourth week only: it costs as much as all else and hardly changes within a month.
    private Optional<QuantileRange> freshRange(SurgeFit fit, long at) {
        if (rangeIsDue(at)) {
            range = SurgeTrainer.range(fit, stage.models(), stage.training(), at).orElse(null);
            rangeTrainedAt = at;
        }
        return Optional.ofNullable(range);
    }

    private boolean rangeIsDue(long at) {
        return range == null || at - rangeTrainedAt >= RANGE_LASTS_SECONDS;
    }

    private void score(SurgeKind kind, SurgeFit fit, Dataset asked, int from) {
        double[] said = fit.probabilities(stage.models().asked(asked));
        double[] column = probabilities.getOrDefault(kind, said);
        boolean[] alert = alerts.getOrDefault(kind, new boolean[0]);
        for (int i = 0; i < said.length; i++) {
            column[from + i] = said[i];
            alert[from + i] = fit.alerts(said[i]);
        }
    }

    private void measure(QuantileRange range, Dataset asked, int from) {
        double[][] ranges = range.of(asked.values(), asked.size());
        for (int i = 0; i < ranges.length; i++) {
            float growth = stage.growths()[from + i];
            inside += growth >= ranges[i][0] && growth <= ranges[i][2] ? 1 : 0;
            widths.add(ranges[i][2] - ranges[i][0]);
        }
    }

    Optional<BacktestReport.RangeResult> rangeResult() {
        if (widths.isEmpty()) {
            return Optional.empty();
        }
        double[] sorted = widths.stream().mapToDouble(Double::doubleValue).toArray();
        return Optional.of(new BacktestReport.RangeResult(sorted.length, (double) inside / sorted.length,
                Quantiles.of(sorted, 0.5)));
    }

    /// The judged pairs, each cut in the order of the caller's map.
    BacktestPairs pairs() {
        int size = judged.pairs();
        int[] source = new int[size];
        BacktestPairs.Columns columns = new BacktestPairs.Columns(new int[size], new long[size], new float[size],
                new double[size], new double[size], new double[size]);
        int at = 0;
        for (CutLabels cut : judged.judged()) {
            int first = stage.rows().firstAt(cut.cut());
            int[] order = IntStream.range(0, cut.size()).boxed()
                    .sorted((x, y) -> Integer.compare(book.place(cut.entities()[x]), book.place(cut.entities()[y])))
                    .mapToInt(Integer::intValue).toArray();
            for (int index : order) {
                source[at] = first + index;
                fill(columns, at++, cut, index, book);
            }
        }
        List<EntityId> entities = IntStream.range(0, book.size()).mapToObj(book::entity).toList();
        BacktestPairs pairs = new BacktestPairs(entities, columns);
        probabilities.forEach((kind, column) -> pairs.put(kind, Arrays.stream(source).mapToDouble(i -> column[i])
                .toArray(), alerted(kind, source)));
        return pairs;
    }

    private boolean[] alerted(SurgeKind kind, int[] source) {
        boolean[] column = alerts.getOrDefault(kind, new boolean[stage.rows().size()]);
        boolean[] picked = new boolean[source.length];
        for (int i = 0; i < source.length; i++) {
            picked[i] = column[source[i]];
        }
        return picked;
    }

    private static void fill(BacktestPairs.Columns columns, int at, CutLabels cut, int index, EntityBook book) {
        int entity = cut.entities()[index];
        columns.entity()[at] = entity;
        columns.cuts()[at] = cut.cut();
        columns.labels()[at] = cut.surged(index) ? 1 : 0;
        columns.growths()[at] = cut.growths()[index];
        columns.bars()[at] = cut.bar(index);
        if (cut.surged(index)) {
            columns.hoursToBar()[at] = cut.hoursToBar(book, index);
        }
    }
}
