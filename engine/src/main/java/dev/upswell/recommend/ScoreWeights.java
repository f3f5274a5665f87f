package dev.upswell.recommend;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// What the parts of the final score weigh.
///
/// @param virality from 0
/// @param relevance from 0
/// @param engagement from 0
/// @param objectives of further ones, above 0 each
public record ScoreWeights(double virality, double relevance, double engagement, Map<Objective, Double> objectives) {

    /// What the crowd weighs where nobody says: as much as the three parts together.
    public static final double USUAL_CROWD = 1;

    /// As the origin has them.
    public static final ScoreWeights USUAL = new ScoreWeights(0.3, 0.4, 0.3, Map.of());

    /// The same and what all people did, which counts where it is known.
    public static final ScoreWeights WITH_CROWD = USUAL.withCrowd(USUAL_CROWD);

    public ScoreWeights {
        Map<Objective, Double> sorted = new EnumMap<>(Objective.class);
        sorted.putAll(objectives);
        objectives = Collections.unmodifiableMap(sorted);
        boolean numbers = virality >= 0 && relevance >= 0 && engagement >= 0
                && Double.isFinite(virality + relevance + engagement)
                && objectives.values().stream().allMatch(weight -> weight > 0 && Double.isFinite(weight));
        if (!numbers || virality + relevance + engagement <= 0) {
            throw new IllegalArgumentException(
                    "weights (virality " + virality + ", relevance " + relevance + ", engagement "
                            + engagement + ", " + objectives + ") must be from 0, one of the first three above it"
                            + "\nMaybe leave an objective out instead of giving it 0.");
        }
    }

    /// The same with this weight of what all people did; 0 leaves it out.
    public ScoreWeights withCrowd(double weight) {
        Map<Objective, Double> others = new EnumMap<>(Objective.class);
        others.putAll(objectives);
        others.remove(Objective.CROWD);
        if (weight != 0) {
            others.put(Objective.CROWD, weight);
        }
        return new ScoreWeights(virality, relevance, engagement, others);
    }

    /// What the crowd weighs; 0 where it is left out.
    public double crowd() {
        return objectives.getOrDefault(Objective.CROWD, 0.0);
    }
}
