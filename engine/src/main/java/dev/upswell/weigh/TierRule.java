package dev.upswell.weigh;

import dev.upswell.scorecard.Kpi;
import dev.upswell.scorecard.Tier;
import dev.upswell.scorecard.Weighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// What weights must keep to about the tiers while outcomes decide the rest.
///
/// Every weighting that keeps to a rule is a mixture of a few corners: weightings on one indicator, or on one of each tier. Whatever
/// mixture is found keeps to the rule.
public enum TierRule {
    /// A tier weighs at least as much as the next: outcomes decide by how much.
    ORDERED {
        @Override
        List<double[]> corners(Set<Kpi> seen) {
            List<double[]> corners = new ArrayList<>();
            for (Kpi first : of(Tier.REVENUE, seen)) {
                corners.add(corner(first));
                for (Kpi second : of(Tier.ENABLING, seen)) {
                    corners.add(corner(first, second));
                    for (Kpi third : of(Tier.HEALTH, seen)) {
                        corners.add(corner(first, second, third));
                    }
                }
            }
            return corners;
        }
    },
    /// Tiers weigh 0.55, 0.32 and 0.13 as they are written: outcomes decide within them.
    FIXED {
        @Override
        List<double[]> corners(Set<Kpi> seen) {
            List<double[]> corners = new ArrayList<>();
            for (Kpi first : of(Tier.REVENUE, seen)) {
                for (Kpi second : of(Tier.ENABLING, seen)) {
                    for (Kpi third : of(Tier.HEALTH, seen)) {
                        double[] corner = new double[Kpi.values().length];
                        for (Kpi one : List.of(first, second, third)) {
                            corner[one.ordinal()] = written(one.tier());
                        }
                        corners.add(corner);
                    }
                }
            }
            return corners;
        }
    },
    /// Outcomes decide all.
    FREE {
        @Override
        List<double[]> corners(Set<Kpi> seen) {
            return Stream.of(Kpi.values()).filter(seen::contains).map(TierRule::corner).toList();
        }
    };

    /// The corners over these indicators, each with a weight for every indicator; none where the rule cannot be kept with them.
    abstract List<double[]> corners(Set<Kpi> seen);

    /// The name in files and options.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static List<Kpi> of(Tier tier, Set<Kpi> seen) {
        return Stream.of(Kpi.values()).filter(kpi -> kpi.tier() == tier && seen.contains(kpi)).toList();
    }

    private static double[] corner(Kpi... together) {
        double[] corner = new double[Kpi.values().length];
        for (Kpi kpi : together) {
            corner[kpi.ordinal()] = 1.0 / together.length;
        }
        return corner;
    }

    private static double written(Tier tier) {
        return Stream.of(Kpi.values()).filter(kpi -> kpi.tier() == tier).mapToDouble(Weighting.SEED::of).sum();
    }
}
