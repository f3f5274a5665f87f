package dev.upswell.server.improve;

import dev.upswell.companion.FeatureRecipes;
import dev.upswell.learn.drift.DriftVerdict;
import dev.upswell.server.evaluate.Cause;
import dev.upswell.server.evaluate.Evaluations;
import dev.upswell.server.evaluate.Evaluations.CallFilter;
import dev.upswell.server.forecast.Forecasts;
import dev.upswell.server.improve.FeatureReview.Absent;
import dev.upswell.server.improve.FeatureReview.Advice;
import dev.upswell.server.improve.FeatureReview.Line;
import dev.upswell.server.insight.ImportanceHistory;
import dev.upswell.server.insight.KeptImportance;
import dev.upswell.server.insight.ModelInsights;
import dev.upswell.server.registry.ImprovementTask;
import dev.upswell.server.registry.ImprovementTask.Category;
import dev.upswell.server.registry.ImprovementTask.Order;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.registry.RegisteredModel;
import dev.upswell.server.registry.TaskRepository;
import dev.upswell.server.store.Database;
import dev.upswell.server.web.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Makes the feature review of each task every two weeks of its data, and the task that goes with it.
final class FeatureReviewing {

    private static final Duration EVERY = Duration.ofDays(14);
    private static final int TRAININGS = 3;
    private static final int MOST_FEATURES = 500;
    private static final double SILENT = 0.0005;
    private static final double HEARD = 0.005;
    private static final double MOSTLY = 0.5;

    /// Fewer silent features than this are not worth a new set.
    private static final int WORTH_A_SET = 10;

    private final Database database;
    private final Forecasts forecasts;
    private final Evaluations evaluations;
    private final ModelInsights insights;
    private final FeatureReviewRepository reviews = new FeatureReviewRepository();
    private final TaskRepository tasks = new TaskRepository();

    FeatureReviewing(Database database, Forecasts forecasts, Evaluations evaluations) {
        this.database = database;
        this.forecasts = forecasts;
        this.evaluations = evaluations;
        this.insights = new ModelInsights(database);
    }

    List<FeatureReview> list(ModelTask task, int limit) {
        return database.transactions().call(forecasts.tenant(), db -> reviews.list(db, task, limit));
    }

    /// Makes the review of this task when two weeks have passed since the last, or at once; empty when it is not due, or no model
    /// serves whose importance is known.
    Optional<FeatureReview> review(ModelTask task, boolean atOnce) {
        Optional<RegisteredModel> serving = forecasts.registry().serving(forecasts.tenant(), task);
        if (serving.isEmpty()) {
            return Optional.empty();
        }
        Instant asOf = asOf(serving.get());
        boolean early = list(task, 1).stream().anyMatch(last -> last.asOf().plus(EVERY).isAfter(asOf));
        List<KeptImportance> importance = early && !atOnce
                ? List.of()
                : insights.importance(forecasts.tenant(), serving.get().id());
        if (importance.isEmpty()) {
            return Optional.empty();
        }
        FeatureReview review = of(serving.get(), importance, asOf);
        database.transactions().run(forecasts.tenant(), db -> {
            reviews.put(db, review);
            order(db, review);
        });
        return Optional.of(review);
    }

    /// The end of the last judged day, or what the model knew when nothing was judged since.
    private Instant asOf(RegisteredModel serving) {
        Instant trained = serving.record().trainingTo();
        return evaluations.lastDay(serving.task())
                .map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())
                .filter(judged -> judged.isAfter(trained)).orElse(trained);
    }

    private FeatureReview of(RegisteredModel serving, List<KeptImportance> importance, Instant asOf) {
        ImportanceHistory history = insights.history(forecasts.tenant(), serving.task(), serving.kind(), MOST_FEATURES,
                TRAININGS);
        Map<String, Double> most = new HashMap<>();
        history.lines().forEach(line -> line.shares().forEach(share -> most.merge(line.feature(),
                share == null ? 0 : share, Math::max)));
        Map<String, Boolean> drifted = drifted(serving);
        LocalDate last = asOf.atOffset(ZoneOffset.UTC).toLocalDate();
        var calls = new CallFilter(serving.task(), null, last.minusDays(EVERY.toDays()), last, null);
        List<Evaluations.CauseCount> causes = evaluations.causes(calls);
        return new FeatureReview(serving.task(), asOf, serving.id(), serving.record().featureSet(),
                history.trainings().size(),
                importance.stream().map(one -> line(one, most, drifted.get(one.importance().feature()))).toList(),
                causes.stream().filter(one -> one.cause() == Cause.FEATURE_GAP)
                        .mapToInt(Evaluations.CauseCount::calls).sum(),
                causes.stream().mapToInt(Evaluations.CauseCount::calls).sum(),
                FeatureRecipes.of(serving.record().featureSet()).set().absent().stream()
                        .map(one -> new Absent(one.group().label(), one.reason())).toList());
    }

    /// Features that had drifted in the model's first report already say nothing.
    private Map<String, Boolean> drifted(RegisteredModel serving) {
        Map<String, Boolean> drifted = new HashMap<>();
        forecasts.of(serving.task()).drifting().list(forecasts.tenant(), 1, 0).stream()
                .filter(one -> one.author().id().equals(serving.id()))
                .forEach(one -> one.report().features().stream()
                        .filter(feature -> feature.verdict() != DriftVerdict.UNTESTED)
                        .forEach(feature -> drifted.put(feature.feature(), feature.verdict() == DriftVerdict.DRIFTED
                                && !one.always().contains(feature.feature()))));
        return drifted;
    }

    private static Line line(KeptImportance kept, Map<String, Double> most, @Nullable Boolean drifted) {
        var one = kept.importance();
        double loudest = Math.max(one.share(), most.getOrDefault(one.feature(), 0.0));
        return new Line(one.feature(), one.rank(), one.share(), loudest, one.missing(), drifted, kept.costNanos(),
                advice(one.share(), loudest, one.missing(), drifted));
    }

    private static Advice advice(double share, double most, double missing, @Nullable Boolean drifted) {
        if (missing >= 1) {
            return Advice.NOT_GIVEN;
        }
        if (most < SILENT) {
            return Advice.PRUNE;
        }
        return share >= HEARD && (missing > MOSTLY || Boolean.TRUE.equals(drifted)) ? Advice.MEND : Advice.KEEP;
    }

    /// A set that could lose many features is worth a task; it is done when a later review finds few.
    private void order(JdbcClient db, FeatureReview review) {
        String topic = "improve prune " + review.task().label();
        int silent = review.with(Advice.PRUNE).size();
        Optional<ImprovementTask> pending = tasks.pending(db, topic);
        if (silent < WORTH_A_SET) {
            pending.ifPresent(task -> tasks.close(db, task.id(), true,
                    "The feature review as of %s finds %d silent features in %s.".formatted(Times.kept(review.asOf()),
                            silent,
                            review.featureSet())));
            return;
        }
        tasks.open(db, new Order(topic, "Leave %d silent features of %s out".formatted(silent, review.featureSet()),
                Category.FEATURE,
                "The feature review as of %s: %d of %d features made less than 0.05 %% of the effect in each of the last trainings, of which there were %d."
                        .formatted(review.asOf(), silent, review.features().size(), review.trainings()),
                "Without them the model says the same and costs less.",
                "A later feature review finds fewer than " + WORTH_A_SET + " silent features.", "feature agent",
                review.asOf().atOffset(ZoneOffset.UTC).toLocalDate().plusDays(2 * EVERY.toDays()),
                Map.of("silent", (double) silent, "features", (double) review.features().size())), review.asOf());
    }
}
