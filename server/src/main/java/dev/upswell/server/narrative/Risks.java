package dev.upswell.server.narrative;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.grounding.Fact;
import dev.upswell.grounding.Unit;
import dev.upswell.numeric.Quantiles;
import dev.upswell.server.narrative.RiskFlag.Rule;
import dev.upswell.server.trend.TrendTable;
import dev.upswell.trend.Basis;
import dev.upswell.trend.Metric;
import dev.upswell.trend.MetricRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Looks for what makes a movement doubtful: each flag with its number and its limit.
///
/// Missing input raises nothing. A flag is a hint and no proof: an honest hit by a single creator looks alike.
final class Risks {

    private static final int LEAST_RATES = 10;
    private static final int LEAST_VIDEOS = 5;
    private static final int LEAST_CAPTIONS = 10;
    private static final int CREATORS = 3;
    private static final String DAY = "24 h";

    private final Movements movements;
    private final CarrierRepository carriers;

    Risks(Movements movements, CarrierRepository carriers) {
        this.movements = movements;
        this.carriers = carriers;
    }

    /// What is found out about one entity.
    private record Search(Topic topic, EntityId entity, MetricRow row, Known known, List<Told.Line> lines,
            List<RiskFlag> flags, String rows) {

        OptionalDouble value(Metric metric) {
            return row.value(metric);
        }

        Fact fact(String measure, double value, Unit unit) {
            return known.number(topic.name(), measure, value, unit, row.end(), DAY, rows);
        }

        Fact limit(Rule rule, String measure) {
            return limit(rule, measure, Unit.SHARE);
        }

        Fact limit(Rule rule, String measure, Unit unit) {
            return known.number(null, "limit of " + measure, rule.limit(), unit, null, null, rows);
        }

        void raise(Rule rule, double number, String key, Object... arguments) {
            flags.add(new RiskFlag(rule, number, rule.limit()));
            lines.add(Told.Line.of(key, arguments));
        }
    }

    /// What is doubtful; empty where nothing is.
    ///
    /// @param table of its kind at the same end, for what is usual
    Optional<Told> of(Topic topic, EntityId entity, MetricRow row, TrendTable table) {
        var search = new Search(topic, entity, row, new Known(), new ArrayList<>(), new ArrayList<>(),
                Movements.rows(entity, row.end()));
        engagement(search, table);
        if (entity.kind() == EntityKind.HASHTAG || entity.kind() == EntityKind.SOUND) {
            if (row.backing().basis() == Basis.VIDEOS && search.value(Metric.VOLUME).orElse(0) >= LEAST_VIDEOS) {
                oneCreator(search);
                fewCreators(search);
            }
            captions(search);
        }
        followers(search);
        return search.flags().isEmpty()
                ? Optional.empty()
                : Optional.of(new Told(topic, row.end(), search.known().evidence(row.end()), search.lines(),
                        search.known().links(), search.flags()));
    }

    private static void engagement(Search search, TrendTable table) {
        double[] rates = table.lines().stream().map(line -> line.ranked().row().value(Metric.ENGAGEMENT_RATE))
                .filter(OptionalDouble::isPresent).mapToDouble(OptionalDouble::getAsDouble).toArray();
        OptionalDouble rate = search.value(Metric.ENGAGEMENT_RATE);
        if (rates.length < LEAST_RATES || rate.isEmpty()) {
            return;
        }
        double usual = Quantiles.of(rates, 0.5);
        if (usual > 0 && usual <= 1 && rate.getAsDouble() / usual < Rule.LITTLE_ENGAGEMENT.limit()) {
            search.raise(Rule.LITTLE_ENGAGEMENT, rate.getAsDouble() / usual, "risk.engagement", search.topic().name(),
                    search.fact(Metric.ENGAGEMENT_RATE.label(), rate.getAsDouble(), Unit.SHARE),
                    search.known().number(null, "usual engagement rate", usual, Unit.SHARE, search.row().end(), DAY,
                            "/trends?kind=" + search.entity().kind().label()),
                    search.limit(Rule.LITTLE_ENGAGEMENT, "engagement beside the usual rate"));
        }
    }

    private static void oneCreator(Search search) {
        search.value(Metric.TOP_CREATOR_SHARE).ifPresent(share -> {
            if (share > Rule.ONE_CREATOR.limit()) {
                search.raise(Rule.ONE_CREATOR, share, "risk.creator", search.topic().name(),
                        search.fact(Metric.TOP_CREATOR_SHARE.label(), share, Unit.SHARE),
                        search.limit(Rule.ONE_CREATOR, "the share"));
            }
        });
    }

    private static void fewCreators(Search search) {
        OptionalDouble creators = search.value(Metric.UNIQUE_CREATORS);
        double videos = search.value(Metric.VOLUME).orElse(0);
        if (creators.isPresent() && creators.getAsDouble() / videos < Rule.FEW_CREATORS.limit()) {
            double each = creators.getAsDouble() / videos;
            search.raise(Rule.FEW_CREATORS, each,
                    creators.getAsDouble() == 1 ? "risk.creators.one" : "risk.creators", search.topic().name(),
                    search.fact(Metric.UNIQUE_CREATORS.label(), creators.getAsDouble(), Unit.CREATORS),
                    search.fact("videos that gained views", videos, Unit.POSTS),
                    search.limit(Rule.FEW_CREATORS, "creators for each video", Unit.COUNT));
        }
    }

    private void captions(Search search) {
        Instant end = search.row().end();
        CarrierRepository.Captions captions = carriers.captions(search.entity(), end);
        double repeated = captions.captions() < LEAST_CAPTIONS
                ? 0
                : (double) captions.repeated() / captions.captions();
        if (repeated > Rule.SAME_CAPTIONS.limit()) {
            search.raise(Rule.SAME_CAPTIONS, repeated, "risk.captions", search.topic().name(),
                    search.known().number(search.topic().name(), "share of captions that repeat in 7 days", repeated,
                            Unit.SHARE, end, null, Movements.page(search.entity().kind(), search.entity().value())),
                    search.limit(Rule.SAME_CAPTIONS, "captions that repeat"));
        }
    }

    private void followers(Search search) {
        for (String creator : creators(search)) {
            var entity = new EntityId(EntityKind.CREATOR, creator);
            movements.row(entity, search.row().end()).ifPresent(row -> row.value(Metric.LOG_FOLLOWER_GROWTH_24H)
                    .ifPresent(growth -> {
                        double rise = Math.expm1(growth);
                        if (rise > Rule.FOLLOWER_JUMP.limit()) {
                            search.raise(Rule.FOLLOWER_JUMP, rise, "risk.followers", "@" + creator,
                                    search.known().number("@" + creator, "follower growth", rise, Unit.CHANGE,
                                            row.end(), DAY, Movements.rows(entity, row.end())),
                                    search.limit(Rule.FOLLOWER_JUMP, "follower growth"));
                        }
                    }));
        }
    }

    private List<String> creators(Search search) {
        return switch (search.entity().kind()) {
            case HASHTAG, SOUND -> carriers.creators(search.entity(), search.row().end(), CREATORS).stream()
                    .map(CarrierRepository.Share::id).toList();
            case VIDEO -> carriers.maker(search.entity().value()).map(CarrierRepository.Maker::creator).stream()
                    .toList();
            case CREATOR -> List.of(search.entity().value());
        };
    }
}
