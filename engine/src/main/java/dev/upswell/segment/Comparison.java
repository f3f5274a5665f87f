package dev.upswell.segment;

import java.util.BitSet;
import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;

/// Compares forecasts of a segment with all others.
///
/// Both figures are ratios of sums over forecasts. Forecasts of one entity go together, and so do those of one day, so the variance of
/// their difference is that of whole entities, of whole days, or of both together, whichever is largest, and the degrees of freedom
/// are those of the fewer.
///
/// **cost** linear in the forecasts · **source** Cameron, Gelbach and Miller, Robust Inference with Multiway Clustering (2011)
final class Comparison {

    private static final double SURE = 0.975;

    private final Forecasts forecasts;
    private final SearchSettings.Sizes sizes;

    Comparison(Forecasts forecasts, SearchSettings.Sizes sizes) {
        this.forecasts = forecasts;
        this.sizes = sizes;
    }

    /// What the forecasts `among` these rows tell of a segment; empty where they are too few.
    ///
    /// @param inside rows of the segment
    Optional<Measured> of(BitSet inside, BitSet among, Fault fault) {
        BitSet in = (BitSet) inside.clone();
        in.and(among);
        BitSet out = (BitSet) among.clone();
        out.andNot(inside);
        int entities = forecasts.entities(in);
        int days = forecasts.days(in);
        if (entities < sizes.entities() || forecasts.entities(out) < sizes.entities() || days < sizes.days()
                || forecasts.doubt(in) < sizes.doubt() || forecasts.doubt(out) < sizes.doubt()) {
            return Optional.empty();
        }
        Ratio one = ratio(in, fault);
        Ratio other = ratio(out, fault);
        if (one.below() <= 0 || other.below() <= 0) {
            return Optional.empty();
        }
        var told = new Measured.Told(entities, in.cardinality(), forecasts.stated(in), forecasts.came(in));
        return measured(one, other, Math.min(entities, days) - 1, told, fault);
    }

    private Optional<Measured> measured(Ratio one, Ratio other, int degrees, Measured.Told told, Fault fault) {
        double apart = one.value() - other.value();
        double error = Math.sqrt(variance(one, other));
        if (!(error > 0)) {
            return Optional.empty();
        }
        var t = new TDistribution(null, degrees);
        double p = t.cumulativeProbability(-apart / error);
        if (fault != Fault.UNSURE) {
            // Where the segment is right and the others are not, it is the others that are wrong.
            double own = Math.sqrt(variance(one, Ratio.none()));
            p = own > 0 ? Math.max(p, t.cumulativeProbability(-one.value() / own)) : 1;
        }
        double reach = t.inverseCumulativeProbability(SURE) * error;
        return Optional.of(new Measured(one.value(), other.value(), apart - reach, apart + reach, p, told));
    }

    /// A ratio of two sums.
    ///
    /// @param share that came true in these rows, of which the error of always stating it is made
    private record Ratio(BitSet rows, Fault fault, double above, double below, double share) {

        static Ratio none() {
            return new Ratio(new BitSet(), Fault.UNSURE, 0, 1, 0);
        }

        double value() {
            return above / below;
        }
    }

    private Ratio ratio(BitSet rows, Fault fault) {
        double share = forecasts.came(rows);
        double above = 0;
        double below = 0;
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            above += above(row, fault);
            below += below(row, fault, share);
        }
        return new Ratio(rows, fault, above, below, share);
    }

    private double above(int row, Fault fault) {
        double off = forecasts.came(row) - forecasts.stated(row);
        return switch (fault) {
            case TOO_LOW -> off;
            case TOO_HIGH -> -off;
            case UNSURE -> off * off;
        };
    }

    private double below(int row, Fault fault, double share) {
        double off = forecasts.came(row) - share;
        return fault == Fault.UNSURE ? off * off : 1;
    }

    private double variance(Ratio one, Ratio other) {
        Pulls entities = new Pulls(forecasts.entities());
        Pulls days = new Pulls(forecasts.days());
        Pulls both = new Pulls(forecasts.entityDays());
        for (Ratio side : new Ratio[]{one, other}) {
            double sign = side == one ? 1 : -1;
            for (int row = side.rows().nextSetBit(0); row >= 0; row = side.rows().nextSetBit(row + 1)) {
                double pull = sign * (above(row, side.fault())
                        - side.value() * below(row, side.fault(), side.share())) / side.below();
                entities.add(forecasts.entity(row), pull);
                days.add(forecasts.day(row), pull);
                both.add(forecasts.entityDay(row), pull);
            }
        }
        double ofEntities = entities.variance();
        double ofDays = days.variance();
        return Math.max(Math.max(ofEntities, ofDays), ofEntities + ofDays - both.variance());
    }

    /// How groups of forecasts pull at a figure.
    private static final class Pulls {

        private final double[] pulls;
        private final BitSet pulling = new BitSet();

        Pulls(int groups) {
            pulls = new double[groups];
        }

        void add(int group, double pull) {
            pulls[group] += pull;
            pulling.set(group);
        }

        double variance() {
            double sum = 0;
            for (double pull : pulls) {
                sum += pull * pull;
            }
            int groups = pulling.cardinality();
            return groups < 2 ? 0 : sum * groups / (groups - 1);
        }
    }
}
