package dev.upswell.trend.rank;

import dev.upswell.content.EntityId;
import dev.upswell.trend.Basis;
import dev.upswell.trend.Metric;
import dev.upswell.trend.MetricRow;
import dev.upswell.trend.rank.RankedEntity.Base;
import dev.upswell.trend.rank.RankedEntity.Flag;
import dev.upswell.trend.rank.RankedEntity.Score;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The entities of one kind at one window end, compared with each other and put in order.
///
/// Pure: the same rows, bars and probabilities give the same ranking, so it is computed when it is read and never stored.
///
/// @param ranked in order: first those with a probability where a model serves the kind, by score, then by id
/// @param leftOut those that cannot be ranked, in order of id
public record Ranking(List<RankedEntity> ranked, List<LeftOut> leftOut) {

    public Ranking {
        ranked = List.copyOf(ranked);
        leftOut = List.copyOf(leftOut);
    }

    /// An entity without a place, and why.
    public record LeftOut(MetricRow row, Reason reason) {

        /// Why an entity has no place.
        public enum Reason {
            /// Readings back less than half of the window.
            COVERAGE_TOO_LOW,
            /// Too few views, videos or posts to say anything.
            LOW_VOLUME,
            /// Neither the level of views nor a volume is known.
            VOLUME_UNKNOWN,
            /// No probability and no momentum: nothing to rank by.
            NOTHING_TO_RANK_BY
        }
    }

    /// What a ranking asks for.
    ///
    /// @param leastVolume the least videos or posts where the level of views is unknown, and the volume that emergence asks for
    /// @param leastViews the least level of views, where it is known
    /// @param leastNovelty the novelty index that emergence asks for
    public record Rules(long leastVolume, long leastViews, double leastNovelty) {

        /// At least 10,000 views, or 5 videos or posts where views are unknown; novelty of at least 0.5.
        public static final Rules STANDARD = new Rules(5, 10_000, 0.5);
    }

    /// What other slices know about the entities.
    ///
    /// @param probabilities a model's probability of a surge, where one serves this kind
    /// @param spreads in [0, 1], how widely an entity spreads across clusters, where clusters are known
    public record Context(Map<EntityId, Double> probabilities, Map<EntityId, Double> spreads) {

        /// Nothing known.
        public static final Context NONE = new Context(Map.of(), Map.of());

        public Context {
            probabilities = Map.copyOf(probabilities);
            spreads = Map.copyOf(spreads);
        }
    }

    private static final double PENALISED_NOVELTY = 0.3;
    private static final double SPREAD_BOOST = 0.10;
    private static final double FADING_VELOCITY = -0.2;
    private static final long LONGEST_QUIET_SECONDS = Duration.ofHours(6).toSeconds();

    /// Ranks these rows, all of one kind, window and end.
    public static Ranking of(List<MetricRow> rows, TrailingWeek week, Context context, Rules rules) {
        requireOneCut(rows, week);
        MomentumPeers peers = new MomentumPeers(rows);
        BoostRule boosts = new BoostRule(rows, week, rules.leastVolume());
        List<RankedEntity> ranked = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (MetricRow row : rows.stream().sorted(Comparator.comparing(MetricRow::entity)).toList()) {
            Map<Metric, Double> ranks = peers.ranks(row);
            OptionalDouble momentumRank = MomentumPeers.ofRanks(ranks);
            Score score = score(row, momentumRank, context);
            LeftOut.Reason reason = whyNot(row, score, rules);
            if (reason != null || score == null) {
                leftOut.add(new LeftOut(row, reason == null ? LeftOut.Reason.NOTHING_TO_RANK_BY : reason));
            } else {
                Emergence emergence = emergence(row, week, rules);
                PossibleBoost boost = boosts.find(row);
                ranked.add(new RankedEntity(1, row, score, momentumRank.isPresent() ? momentumRank.getAsDouble() : null,
                        ranks, emergence, boost, flags(row, emergence, boost)));
            }
        }
        return new Ranking(inOrder(ranked), leftOut);
    }

    private static void requireOneCut(List<MetricRow> rows, TrailingWeek week) {
        for (MetricRow row : rows) {
            MetricRow first = rows.getFirst();
            if (row.entity().kind() != first.entity().kind() || row.window() != first.window()
                    || !row.end().equals(week.end())) {
                throw new IllegalArgumentException("row (" + row.entity() + ", " + row.window().label() + ", "
                        + row.end() + ") must share kind, window and end with the others and with the trailing week ("
                        + week.end() + ")\nMaybe rank each kind by itself.");
            }
        }
    }

    private static @Nullable Score score(MetricRow row, OptionalDouble momentumRank, Context context) {
        Double probability = context.probabilities().get(row.entity());
        double spread = Math.clamp(context.spreads().getOrDefault(row.entity(), 0.0), 0, 1);
        double novelty = row.value(Metric.NOVELTY_INDEX).orElse(1);
        double noveltyFactor = novelty < PENALISED_NOVELTY ? 1 - PENALISED_NOVELTY + novelty : 1;
        if (probability != null) {
            return new Score(Base.PROBABILITY, probability, noveltyFactor, 1 + SPREAD_BOOST * spread);
        }
        return momentumRank.isEmpty() ? null
                : new Score(Base.MOMENTUM_V2, momentumRank.getAsDouble(), noveltyFactor, 1 + SPREAD_BOOST * spread);
    }

    private static LeftOut.@Nullable Reason whyNot(MetricRow row, @Nullable Score score, Rules rules) {
        if (row.backing().coverage() < Metric.MIN_COVERAGE) {
            return LeftOut.Reason.COVERAGE_TOO_LOW;
        }
        boolean viewsKnown = row.values().has(Metric.VIEWS);
        OptionalDouble size = row.value(viewsKnown ? Metric.VIEWS : Metric.VOLUME);
        if (size.isEmpty()) {
            return LeftOut.Reason.VOLUME_UNKNOWN;
        }
        if (size.getAsDouble() < (viewsKnown ? rules.leastViews() : rules.leastVolume())) {
            return LeftOut.Reason.LOW_VOLUME;
        }
        return score == null ? LeftOut.Reason.NOTHING_TO_RANK_BY : null;
    }

    private static Emergence emergence(MetricRow row, TrailingWeek week, Rules rules) {
        List<Emergence.Check> checks = new ArrayList<>();
        checks.add(new Emergence.Check(Emergence.Condition.MOMENTUM, TrailingWeek.boxed(row, Metric.MOMENTUM),
                week.momentumBar(), true));
        boolean aggregateOnly = row.backing().basis() != Basis.VIDEOS;
        if (aggregateOnly) {
            Metric growth = row.values().has(Metric.LOG_VIEW_GROWTH_24H) ? Metric.LOG_VIEW_GROWTH_24H
                    : Metric.POSTS_GAINED;
            checks.add(new Emergence.Check(Emergence.Condition.OWN_GROWTH, TrailingWeek.boxed(row, growth),
                    week.growthBar(row.entity(), growth), true));
        } else {
            checks.add(new Emergence.Check(Emergence.Condition.NOVELTY,
                    TrailingWeek.boxed(row, Metric.NOVELTY_INDEX), rules.leastNovelty(), false));
        }
        checks.add(new Emergence.Check(Emergence.Condition.VOLUME, TrailingWeek.boxed(row, Metric.VOLUME),
                (double) rules.leastVolume(), false));
        return new Emergence(aggregateOnly, checks);
    }

    private static Set<Flag> flags(MetricRow row, Emergence emergence, @Nullable PossibleBoost boost) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        MetricRow.Backing backing = row.backing();
        long quiet = Duration.between(backing.lastReading(), row.end()).toSeconds();
        mark(flags, Flag.EMERGING, emergence.isEmerging());
        mark(flags, Flag.AGGREGATE_ONLY, emergence.aggregateOnly());
        mark(flags, Flag.NEW, row.isNew());
        mark(flags, Flag.FADING, row.value(Metric.VELOCITY).orElse(0) <= FADING_VELOCITY);
        mark(flags, Flag.POSSIBLE_BOOST, boost != null);
        mark(flags, Flag.OVERDUE, quiet > backing.cadenceSeconds());
        mark(flags, Flag.STALE, quiet > Math.max(2 * backing.cadenceSeconds(), LONGEST_QUIET_SECONDS));
        mark(flags, Flag.WITHIN_ROUNDING, row.value(Metric.VIEWS_GAINED).orElse(0) > 0
                && row.value(Metric.VIEWS_GAINED_LOW).orElse(1) == 0);
        return flags;
    }

    private static void mark(Set<Flag> flags, Flag flag, boolean applies) {
        if (applies) {
            flags.add(flag);
        }
    }

    /// Growth that rounding may have made up ranks behind all that was measured; a model's probability knows of rounding.
    private static boolean isUnmeasured(RankedEntity each) {
        return each.score().base() == Base.MOMENTUM_V2 && each.flags().contains(Flag.WITHIN_ROUNDING);
    }

    private static List<RankedEntity> inOrder(List<RankedEntity> unordered) {
        List<RankedEntity> ordered = unordered.stream()
                .sorted(Comparator.comparing((RankedEntity each) -> each.score().base())
                        .thenComparing(Ranking::isUnmeasured).thenComparing(each -> -each.score().value()).thenComparing(each -> each.row().entity()))
                .toList();
        List<RankedEntity> ranked = new ArrayList<>();
        for (RankedEntity each : ordered) {
            ranked.add(new RankedEntity(ranked.size() + 1, each.row(), each.score(), each.momentumRank(),
                    each.percentileRanks(), each.emergence(), each.boost(), each.flags()));
        }
        return ranked;
    }
}
