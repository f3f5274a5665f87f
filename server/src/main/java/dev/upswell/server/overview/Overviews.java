package dev.upswell.server.overview;

import dev.upswell.content.EntityKind;
import dev.upswell.quality.Verdict;
import dev.upswell.server.access.Roster;
import dev.upswell.server.collect.Quarantine;
import dev.upswell.server.evaluate.DailyEvaluation;
import dev.upswell.server.evaluate.Evaluations;
import dev.upswell.server.fyp.ActionPlanList;
import dev.upswell.server.fyp.ScoreFilter;
import dev.upswell.server.fyp.ScoredVideo;
import dev.upswell.server.fyp.VideoScores;
import dev.upswell.server.quality.Quality;
import dev.upswell.server.registry.Governance;
import dev.upswell.server.registry.ImprovementTask;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.trend.TrendQuery;
import dev.upswell.server.trend.TrendTable;
import dev.upswell.server.wording.Spending;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Puts together what each role looks at first.
public final class Overviews {

    /// Over how many days one may look back.
    public static final List<Integer> DAYS = List.of(7, 30, 90);
    /// So many actions are next.
    static final int NEXT = 3;

    private static final int VIDEOS = 8;
    private static final int MOST_STEPS = 30;
    private static final int MICROS = 6;

    private final TenantId tenant;
    private final Database database;
    private final InstantSource clock;
    private final Services services;
    private final KpiRepository kpis = new KpiRepository();
    private final CostRepository costs = new CostRepository();

    /// @param services what is put together
    public Overviews(TenantId tenant, Database database, InstantSource clock, Services services) {
        this.tenant = tenant;
        this.database = database;
        this.clock = clock;
        this.services = services;
    }

    /// Who gave readings.
    ///
    /// @param names of all sources that ever gave something
    /// @param lastReading when the latest reading of all was made; empty when there is none
    public record Sources(Supplier<List<String>> names, Supplier<Optional<Instant>> lastReading) {
    }

    /// What overviews are put together from.
    ///
    /// @param currency of what language models cost
    public record Services(TrendQuery trends, VideoScores scores, Governance governance, Evaluations evaluations,
            Quality quality, Quarantine quarantine, Sources sources, Roster roster, Spending spending,
            String currency) {
    }

    /// What one sees who has this view.
    ///
    /// **cost** that of the table of trends for analysts and planners, else some small readings.
    ///
    /// @param days over how many of them indicators and cost are told, one of [#DAYS]
    public Overview of(View view, int days) {
        return switch (view) {
            case OWNER -> new Overview(view, days, kpis(days).orElse(null), cost(days), actions(), null, null, data(),
                    null, null, people());
            case EXECUTIVE -> new Overview(view, days, kpis(days).orElse(null), cost(days), actions(), null, null,
                    null, null, null, null);
            case ANALYST -> new Overview(view, days, null, null, null, moving(), models(), data(), null, null, null);
            case PLANNER -> new Overview(view, days, null, null, actions(), moving(), null, null,
                    services.scores().slots(null), null, null);
            case CREATOR -> new Overview(view, days, null, null, null, null, null, null,
                    services.scores().slots(null), videos(), null);
            case ADMIN -> new Overview(view, days, null, null, null, null, null, data(), null, null, people());
        };
    }

    /// How videos did in the last days, by those that are a day old; empty before the first.
    public Optional<Kpis> kpis(int days) {
        return database.transactions().call(tenant, db -> kpis.lastPosted(db).map(to -> kpis(db, to, days)));
    }

    /// How videos did that were posted in the days before an instant; without values where none was.
    Kpis kpis(Instant to, int days) {
        return database.transactions().call(tenant, db -> kpis(db, to, days));
    }

    private Kpis kpis(JdbcClient db, Instant to, int days) {
        List<Span> two = kpis.spans(db, to, Duration.ofDays(days), 2);
        int step = Math.ceilDiv(days, MOST_STEPS);
        return new Kpis(days, two.getLast(), two.getFirst(), kpis.spans(db, to, Duration.ofDays(step), days / step));
    }

    /// What the last days cost, today included.
    public Cost cost(int days) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        LocalDate from = today.minusDays(days - 1L);
        List<Spending.Day> spent = services.spending().days(days).stream()
                .filter(day -> !day.day().isBefore(from)).toList();
        BigDecimal wording = spent.isEmpty()
                ? null
                : BigDecimal.valueOf(spent.stream().mapToLong(Spending.Day::spentMicros).sum(), MICROS);
        return new Cost(from, today, wording, services.currency(), database.transactions().call(tenant,
                db -> costs.asked(db, from.atStartOfDay(ZoneOffset.UTC).toInstant())));
    }

    /// What is to be done next: first what rules and alarms ask for about videos, the most urgent first, then the backlog.
    public List<NextAction> actions() {
        Stream<NextAction> plans = services.scores().plans().list().stream()
                .filter(ActionPlanList.Standing::isPending).map(Overviews::action);
        Stream<NextAction> tasks = services.governance().tasks().list(tenant).stream()
                .filter(task -> task.state().pending()
                        && task.order().category() != ImprovementTask.Category.CONTENT)
                .map(Overviews::action);
        return Stream.concat(plans, tasks).limit(NEXT).toList();
    }

    private static NextAction action(ActionPlanList.Standing standing) {
        var plan = standing.plan();
        return new NextAction(String.join("; ", plan.actions()), standing.task().order().trigger(), plan.assignee(),
                plan.dueAt(), "/videos/" + plan.video() + "/score");
    }

    private static NextAction action(ImprovementTask task) {
        var order = task.order();
        return new NextAction(order.title(), order.trigger(), order.ownerAgent(), null, "/models/tasks");
    }

    /// Hashtags in order of their promise, as known now.
    public TrendTable moving() {
        return services.trends().trends(tenant, EntityKind.HASHTAG, null);
    }

    /// The tasks that are foretold or were judged.
    public List<ModelStanding> models() {
        SortedSet<ModelTask> tasks = new TreeSet<>(services.evaluations().judgedTasks());
        tasks.add(ModelTask.DAILY_HASHTAGS);
        return tasks.stream().map(task -> new ModelStanding(task,
                services.governance().models().serving(tenant, task).orElse(null), lastJudged(task))).toList();
    }

    private @Nullable DailyEvaluation lastJudged(ModelTask task) {
        return services.evaluations().lastDay(task)
                .flatMap(day -> services.evaluations().days(task, null, day, day).stream().findFirst()).orElse(null);
    }

    /// How the data stand.
    public DataStanding data() {
        List<String> stale = services.quality().staleness().sources().stream()
                .filter(source -> source.live() && source.freshness().verdict().compareTo(Verdict.PASS) > 0)
                .map(source -> source.name()).toList();
        int alerts = services.governance().tasks().alerts(tenant).unread();
        return new DataStanding(services.sources().names().get().size(),
                services.sources().lastReading().get().orElse(null),
                stale, services.quarantine().count(tenant, new Quarantine.Filter("", "")), alerts);
    }

    private List<ScoredVideo> videos() {
        return services.scores().list(ScoreFilter.ALL, VIDEOS, 0).items();
    }

    private PeopleCount people() {
        return PeopleCount.of(services.roster().list());
    }
}
