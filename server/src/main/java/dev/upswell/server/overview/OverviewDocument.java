package dev.upswell.server.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.fyp.SlotFigures;
import dev.upswell.learn.Interval;
import dev.upswell.server.evaluate.DailyEvaluation;
import dev.upswell.server.fyp.ScoredVideo;
import dev.upswell.server.registry.RegisteredModel;
import dev.upswell.server.trend.Expected;
import dev.upswell.server.trend.TrendTable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// An overview as programs read it: `docs/overview.md` says what each member is. Parts that the view does not have are left out.
///
/// @param kpis left out also where no video is a day old
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OverviewDocument(String view, int days, @Nullable Indicators kpis, @Nullable Costs cost,
        @Nullable List<NextAction> actions, @Nullable List<Mover> moving, @Nullable List<Standing> models,
        @Nullable DataStanding data, @Nullable List<Hour> slots, @Nullable List<Score> videos,
        @Nullable Map<String, Integer> people) {

    private static final int MOVERS = 5;
    private static final int HOURS = 5;

    /// Indicators of videos.
    ///
    /// @param from of videos posted after this
    /// @param values by name; those that were measured of no video are left out
    /// @param trend the span in steps
    public record Indicators(Instant from, Instant to, Map<String, Value> values, List<Step> trend) {
    }

    /// An indicator.
    ///
    /// @param of how many videos it was measured of
    /// @param low end of its 95 % interval, as is `high`; left out where there is none
    /// @param change to the span of the same length before; left out where that has none
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Value(double value, int of, @Nullable Double low, @Nullable Double high, @Nullable Double change) {
    }

    /// A step of the span, with what was measured in it.
    public record Step(Instant to, Map<String, Double> values) {
    }

    /// What the last days cost.
    ///
    /// @param wording paid to language models; left out where none was asked
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Costs(LocalDate from, LocalDate to, @Nullable BigDecimal wording, String currency,
            List<Cost.Asked> asked) {
    }

    /// A hashtag that moves.
    ///
    /// @param probability of a surge; left out where no model scored it
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Mover(int rank, String id, String name, @Nullable Double probability, @Nullable Double low,
            @Nullable Double high) {
    }

    /// How the forecasts of a task stand.
    ///
    /// @param model that serves; left out where none does
    /// @param judged last day that was judged; left out before the first
    /// @param precisionAt10 of that day [fraction]
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Standing(String task, @Nullable String model, @Nullable Instant trainedAt,
            @Nullable LocalDate judged, @Nullable Double precisionAt10) {
    }

    /// An hour of posting, UTC.
    public record Hour(String day, int hour, int videos, double strength) {
    }

    /// The latest score of a video.
    ///
    /// @param score left out where nothing can be compared
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Score(String video, String title, Instant postedAt, String mark, @Nullable Double score) {
    }

    /// An overview.
    public static OverviewDocument of(Overview overview) {
        Kpis kpis = overview.kpis();
        Cost cost = overview.cost();
        TrendTable moving = overview.moving();
        var slots = overview.slots();
        var models = overview.models();
        var videos = overview.videos();
        PeopleCount people = overview.people();
        return new OverviewDocument(overview.view().label(), overview.days(), kpis == null ? null : indicators(kpis),
                cost == null
                        ? null
                        : new Costs(cost.from(), cost.to(), cost.wording(), cost.currency(), cost.asked()),
                overview.actions(),
                moving == null
                        ? null
                        : moving.lines().stream().limit(MOVERS).map(OverviewDocument::mover).toList(),
                models == null ? null : models.stream().map(OverviewDocument::standing).toList(), overview.data(),
                slots == null
                        ? null
                        : slots.items().stream()
                                .sorted(Comparator.comparingDouble((SlotFigures one) -> -one.strength())
                                        .thenComparing(SlotFigures::slot))
                                .limit(HOURS).map(OverviewDocument::hour).toList(),
                videos == null ? null : videos.stream().map(OverviewDocument::score).toList(),
                people == null ? null : roles(people));
    }

    private static Indicators indicators(Kpis kpis) {
        Map<String, Value> values = new LinkedHashMap<>();
        kpis.now().values().forEach((kpi, measured) -> {
            Interval interval = measured.interval();
            OptionalDouble change = kpis.change(kpi);
            values.put(kpi.label(), new Value(measured.value(), measured.of(),
                    interval == null ? null : Double.valueOf(interval.low()),
                    interval == null ? null : Double.valueOf(interval.high()),
                    change.isEmpty() ? null : Double.valueOf(change.getAsDouble())));
        });
        return new Indicators(kpis.now().from(), kpis.now().to(), values,
                kpis.trend().stream().map(OverviewDocument::step).toList());
    }

    private static Step step(Span span) {
        Map<String, Double> values = new LinkedHashMap<>();
        Arrays.stream(Kpi.values())
                .forEach(kpi -> span.find(kpi).ifPresent(one -> values.put(kpi.label(), one.value())));
        return new Step(span.to(), values);
    }

    private static Mover mover(TrendTable.Line line) {
        Expected expected = line.expected();
        return new Mover(line.ranked().rank(), line.ranked().row().entity().value(), line.name(),
                expected == null ? null : Double.valueOf(expected.probability()),
                expected == null ? null : expected.low(), expected == null ? null : expected.high());
    }

    private static Standing standing(ModelStanding standing) {
        Optional<RegisteredModel> serving = Optional.ofNullable(standing.serving());
        Optional<DailyEvaluation> judged = Optional.ofNullable(standing.judged());
        return new Standing(standing.task().label(), serving.map(RegisteredModel::kind).orElse(null),
                serving.map(RegisteredModel::trainedAt).orElse(null), judged.map(DailyEvaluation::day).orElse(null),
                judged.map(one -> one.figures().top10().precision()).orElse(null));
    }

    private static Hour hour(SlotFigures figures) {
        return new Hour(figures.slot().day().name().toLowerCase(Locale.ROOT), figures.slot().hour(), figures.videos(),
                figures.strength());
    }

    private static Score score(ScoredVideo scored) {
        OptionalDouble fyp = scored.score().fyp();
        return new Score(scored.score().video().value(), scored.title(), scored.score().postedAt(),
                scored.score().mark().label(), fyp.isEmpty() ? null : Double.valueOf(fyp.getAsDouble()));
    }

    private static Map<String, Integer> roles(PeopleCount people) {
        Map<String, Integer> roles = new LinkedHashMap<>();
        people.roles().forEach((role, count) -> roles.put(role.label(), count));
        return roles;
    }
}
