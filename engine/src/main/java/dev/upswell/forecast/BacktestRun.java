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
import org.jspecify.annotations.Nullable;

/// The walk of one backtest: trainings in order of time, and what each said of the cuts until the next.
final class BacktestRun {

    private static final long RANGE_LASTS_SECONDS = 28L * 24 * 3600;

    /// A network takes a minute or more to train, so it serves four weeks; its calibration follows each training.
    private static final long NETWORK_LASTS_SECONDS = 28L * 24 * 3600;

    private final SurgeBacktest.JudgedCuts judged;
    private final BacktestSettings settings;
    private final TrainSettings training;
    private final RawModels models;
    private final Dataset all;
    private final Map<SurgeKind, double[]> probabilities = new EnumMap<>(SurgeKind.class);
    private final Map<SurgeKind, boolean[]> alerts = new EnumMap<>(SurgeKind.class);
    private final List<BacktestReport.Training> trainings = new ArrayList<>();
    private final List<Double> widths = new ArrayList<>();
    private int inside;
    private @Nullable QuantileRange range;
    private long rangeTrainedAt;

    BacktestRun(EntityBook book, SurgeRows rows, SurgeBacktest.JudgedCuts judged, BacktestSettings settings) {
        this.judged = judged;
        this.settings = settings;
        all = rows.labelled();
        training = settings.training().withoutBand();
        models = new RawModels(book, all, rows.outcomes(), training,
                new RawModels.Renewal(settings.from().getEpochSecond(), NETWORK_LASTS_SECONDS));
        for (SurgeKind kind : settings.kinds()) {
            probabilities.put(kind, new double[all.size()]);
            alerts.put(kind, new boolean[all.size()]);
        }
    }

    List<BacktestReport.Training> trainings() {
        return List.copyOf(trainings);
    }

    void walk(SurgeBacktest.Progress progress) {
        long from = settings.from().getEpochSecond();
        long until = settings.to().getEpochSecond();
        long step = settings.retrainEvery().toSeconds();
        int total = (int) ((until - from) / step) + 1;
        for (int i = 0; i < total; i++) {
            long at = from + i * step;
            progress.at(i, total, "Training as of " + Instant.ofEpochSecond(at));
            train(at, Math.min(until + 1, at + step));
        }
        progress.at(total, total, "Judging");
    }

    private void train(long at, long next) {
        int from = all.firstAt(at);
        int to = all.firstAt(next);
        if (from == to) {
            return;
        }
        Dataset asked = all.slice(from, to);
        Map<SurgeKind, String> notes = new EnumMap<>(SurgeKind.class);
        for (SurgeKind kind : probabilities.keySet()) {
            SurgeFit fit = SurgeFit.of(kind, models, training, at);
            score(kind, fit, asked, from);
            if (!fit.notes().isEmpty()) {
                notes.put(kind, fit.notes());
            }
            if (kind == SurgeKind.TREES) {
                freshRange(fit, at).ifPresent(found -> measure(found, asked, from));
            }
        }
        trainings.add(new BacktestReport.Training(Instant.ofEpochSecond(at), models.known(at),
                models.knownPositives(at), notes));
        models.forgetBefore(next - training.holdBackDays() * 24L * 3600);
    }

    /// The range of views is trained every fourth week only: it costs as much as all else and hardly changes within a month.
    private Optional<QuantileRange> freshRange(SurgeFit fit, long at) {
        if (range == null || at - rangeTrainedAt >= RANGE_LASTS_SECONDS) {
            range = SurgeTrainer.range(fit, models, training, at).orElse(null);
            rangeTrainedAt = at;
        }
        return Optional.ofNullable(range);
    }

    private void score(SurgeKind kind, SurgeFit fit, Dataset asked, int from) {
        double[] said = fit.probabilities(models.asked(asked));
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
            float growth = models.growths()[from + i];
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
    BacktestPairs pairs(EntityBook book) {
        int size = judged.pairs();
        int[] source = new int[size];
        BacktestPairs.Columns columns = new BacktestPairs.Columns(new int[size], new long[size], new float[size],
                new double[size], new double[size], new double[size]);
        int at = 0;
        for (CutLabels cut : judged.judged()) {
            int first = all.firstAt(cut.cut());
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
        boolean[] column = alerts.getOrDefault(kind, new boolean[all.size()]);
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
