package dev.upswell.forecast;

import dev.upswell.content.EntityId;
import dev.upswell.learn.ScoredPairs;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Every judged pair of entity and cut with the probability that each model had given it.
///
/// **shape** pairs in order of the cuts; within a cut in the order of the caller's map of series.
public final class BacktestPairs {

    private final List<EntityId> entities;
    private final int[] entity;
    private final long[] cuts;
    private final float[] labels;
    private final double[] growths;
    private final double[] bars;
    private final double[] hoursToBar;
    private final Map<SurgeKind, double[]> probabilities = new EnumMap<>(SurgeKind.class);
    private final Map<SurgeKind, boolean[]> alerts = new EnumMap<>(SurgeKind.class);

    BacktestPairs(List<EntityId> entities, Columns columns) {
        this.entities = entities;
        entity = columns.entity;
        cuts = columns.cuts;
        labels = columns.labels;
        growths = columns.growths;
        bars = columns.bars;
        hoursToBar = columns.hoursToBar;
    }

    /// The columns that do not depend on a model.
    record Columns(int[] entity, long[] cuts, float[] labels, double[] growths, double[] bars, double[] hoursToBar) {
    }

    void put(SurgeKind kind, double[] probability, boolean[] alert) {
        probabilities.put(kind, probability);
        alerts.put(kind, alert);
    }

    /// How many pairs there are.
    public int size() {
        return entity.length;
    }

    /// The entity of pair `index`.
    public EntityId entityAt(int index) {
        return entities.get(entity[index]);
    }

    /// The cut of pair `index`.
    public Instant cutAt(int index) {
        return Instant.ofEpochSecond(cuts[index]);
    }

    /// Whether the entity of pair `index` surged.
    public boolean surgedAt(int index) {
        return labels[index] > 0;
    }

    /// Its log growth over the 24 hours.
    public double growthAt(int index) {
        return growths[index];
    }

    /// The bar of its cut in log growth.
    public double barAt(int index) {
        return bars[index];
    }

    /// The probability that this kind had given pair `index`.
    public double probability(SurgeKind kind, int index) {
        return column(kind)[index];
    }

    /// Whether that probability was an alert at the time.
    public boolean alerted(SurgeKind kind, int index) {
        return alertColumn(kind)[index];
    }

    /// The pairs of one kind, ready to be evaluated.
    public ScoredPairs scored(SurgeKind kind) {
        return new ScoredPairs(column(kind), labels, entity, cuts);
    }

    LeadTime.Alerts alerts(SurgeKind kind) {
        return new LeadTime.Alerts(alertColumn(kind), labels, entity, hoursToBar);
    }

    private double[] column(SurgeKind kind) {
        double[] column = probabilities.get(kind);
        if (column == null) {
            throw new IllegalArgumentException("kind (" + kind.label() + ") must be one of " + probabilities.keySet()
                    + "\nMaybe it was not part of the backtest.");
        }
        return column;
    }

    private boolean[] alertColumn(SurgeKind kind) {
        return alerts.getOrDefault(kind, new boolean[size()]);
    }
}
