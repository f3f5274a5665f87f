package dev.upswell.server.insight;

import dev.upswell.forecast.SurgeModel;
import dev.upswell.forecast.explain.Dependence;
import dev.upswell.forecast.explain.FeatureImportance;
import dev.upswell.learn.Dataset;
import dev.upswell.server.insight.ImportanceHistory.Line;
import dev.upswell.server.insight.ImportanceHistory.Training;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What trained models rest on: worked out once for each training, kept, and compared from training to training.
public final class ModelInsights {

    /// So many features get a curve.
    private static final int CURVES = 10;

    /// So many rows a curve is made of.
    private static final int ROWS = 400;

    private final Database database;
    private final InsightRepository insights = new InsightRepository();

    /// The insights in this store.
    public ModelInsights(Database database) {
        this.database = database;
    }

    /// Works out and keeps what a model rests on. Nothing is kept of a model that is no function of feature vectors.
    ///
    /// @param sample rows that the model learned from
    /// @param costNanos what each feature costs, in the order of the set; null where that was not measured
    ///
    /// **cost** a second or two for 2,000 rows
    public void keep(TenantId tenant, UUID id, SurgeModel model, Dataset sample, double @Nullable [] costNanos) {
        Optional<SurgeModel.ByRows> byRows = model.byRows();
        if (byRows.isEmpty() || sample.size() == 0) {
            return;
        }
        List<FeatureImportance> importances = FeatureImportance.of(byRows.get(), sample);
        Dataset rows = sample.evenly(ROWS);
        List<Dependence> curves = importances.stream().filter(one -> one.effect() > 0).limit(CURVES)
                .flatMap(one -> Dependence.of(byRows.get(), rows, one.feature()).stream()).toList();
        List<String> names = byRows.get().features().names();
        List<KeptImportance> kept = importances.stream().map(one -> new KeptImportance(one,
                costNanos == null ? null : Double.valueOf(costNanos[names.indexOf(one.feature())]))).toList();
        database.transactions().run(tenant, db -> insights.put(db, id, kept, curves));
    }

    /// The features of a model, the most important first; empty when nothing was kept of it.
    public List<KeptImportance> importance(TenantId tenant, UUID model) {
        return database.transactions().call(tenant, db -> insights.importance(db, model));
    }

    /// How the model's probability hangs on its strongest features, the most important first; empty when nothing was kept of it.
    public List<Dependence> dependence(TenantId tenant, UUID model) {
        return database.transactions().call(tenant, db -> insights.dependence(db, model));
    }

    /// The importance of the features on which the last training of this family rests most, over its last trainings.
    ///
    /// @param features so many of them
    /// @param trainings so many of these
    public ImportanceHistory history(TenantId tenant, ModelTask task, String family, int features, int trainings) {
        return database.transactions().call(tenant, db -> {
            List<Training> all = insights.trainings(db, task, family, trainings);
            List<Map<String, FeatureImportance>> byTraining = all.stream()
                    .map(one -> byName(insights.importance(db, one.model()))).toList();
            List<Line> lines = all.isEmpty()
                    ? List.of()
                    : insights.importance(db, all.getLast().model()).stream().limit(features)
                            .map(one -> line(one.importance().feature(), byTraining)).toList();
            return new ImportanceHistory(all, lines);
        });
    }

    private static Map<String, FeatureImportance> byName(List<KeptImportance> kept) {
        Map<String, FeatureImportance> byName = new HashMap<>();
        kept.forEach(one -> byName.put(one.importance().feature(), one.importance()));
        return byName;
    }

    private static Line line(String feature, List<Map<String, FeatureImportance>> byTraining) {
        List<@Nullable Double> shares = new ArrayList<>();
        List<@Nullable Integer> ranks = new ArrayList<>();
        for (Map<String, FeatureImportance> training : byTraining) {
            FeatureImportance one = training.get(feature);
            shares.add(one == null ? null : Double.valueOf(one.share()));
            ranks.add(one == null ? null : Integer.valueOf(one.rank()));
        }
        return new Line(feature, shares, ranks);
    }
}
