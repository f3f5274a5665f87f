package dev.upswell.server.trend.page.stored;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.collect.Simulated;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.trend.EntityQuery;
import dev.upswell.server.trend.Expected;
import dev.upswell.server.trend.Judged;
import dev.upswell.server.trend.MetricSelection;
import dev.upswell.server.trend.TrendQuery;
import dev.upswell.server.trend.TrendTable;
import dev.upswell.server.trend.page.Chance;
import dev.upswell.server.trend.page.EntityFilter;
import dev.upswell.server.trend.page.EntityView;
import dev.upswell.server.trend.page.Expectation;
import dev.upswell.server.trend.page.Freshness;
import dev.upswell.server.trend.page.MetricRow;
import dev.upswell.server.trend.page.RowsFilter;
import dev.upswell.server.trend.page.Subject;
import dev.upswell.server.trend.page.TrackRecord;
import dev.upswell.server.trend.page.TrendPages;
import dev.upswell.server.trend.page.TrendRow;
import dev.upswell.server.trend.page.TrendsFilter;
import dev.upswell.server.trend.page.TrendsView;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Notice;
import dev.upswell.server.web.Outlook;
import dev.upswell.server.web.Sentence;
import dev.upswell.trend.rank.PossibleBoost;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The trend pages of one tenant, answered from what is stored.
///
/// **cost** a ranked table and the lines of its rows: well under a second for hundreds of entities.
public final class StoredTrendPages implements TrendPages {

    /// Says that what is shown is the sample, whose time stands still.
    static final Notice SIMULATED = new Notice.Remark(Sentence.of("notice.simulated"));

    private static final Instant FOREVER = Instant.parse("9999-01-01T00:00:00Z");

    private final TenantId tenant;
    private final TrendQuery trends;
    private final EntityQuery entities;
    private final EntityPage page;
    private final InstantSource clock;

    /// The pages of this tenant; the clock tells how old what is known is, and which work is behind time.
    public StoredTrendPages(TenantId tenant, TrendQuery trends, EntityQuery entities, InstantSource clock) {
        this.tenant = tenant;
        this.clock = clock;
        this.trends = trends;
        this.entities = entities;
        this.page = new EntityPage(tenant, entities, clock);
    }

    @Override
    public TrendsView trends(TrendsFilter filter) {
        TrendTable table = trends.trends(tenant, filter.kind(), filter.at());
        List<TrendTable.Line> lines = table.lines(filter.text(), filter.emergingOnly()).stream()
                .limit(filter.top()).toList();
        Instant at = asOf(table, filter.at());
        List<TrendRow> rows = new ArrayList<>();
        Lines drawn = lines(lines, at, filter.days());
        for (TrendTable.Line line : lines) {
            rows.add(row(line, drawn));
        }
        TrendTable.Model model = table.model();
        Patience patience = patience(table);
        return new TrendsView(new Freshness(at, table.lastReading(), patience.isOver(at, clock.instant())),
                table.watched(), model == null ? null : expectation(model), rows, notices(table, filter, patience));
    }

    private static Patience patience(TrendTable table) {
        return Patience.of(table.lines().stream().mapToLong(line -> line.ranked().row().backing().cadenceSeconds()));
    }

    private static Instant asOf(TrendTable table, @Nullable Instant asked) {
        Instant end = table.at();
        Instant last = table.lastReading();
        return end != null ? end : asked != null ? asked : last != null ? last : Instant.EPOCH;
    }

    private Lines lines(List<TrendTable.Line> lines, Instant at, int days) {
        Map<EntityId, String> sources = new HashMap<>();
        lines.forEach(line -> sources.put(line.ranked().row().entity(), line.ranked().row().backing().source()));
        Instant from = at.minus(Duration.ofDays(days));
        return new Lines(entities.levels(tenant, sources, from, at, Lines.step(days)), days);
    }

    private static TrendRow row(TrendTable.Line line, Lines drawn) {
        var ranked = line.ranked();
        Subject subject = new Subject(ranked.row().entity(), line.name(), Flags.of(ranked.flags()));
        Expected expected = line.expected();
        return new TrendRow(ranked.rank(), subject, PageRows.of(ranked), boost(ranked.boost()),
                new TrendRow.Trace(drawn.of(ranked.row()), outlook(ranked.row().entity().kind(), expected)),
                expected == null ? null : chance(expected), expected == null ? List.of() : expected.reasons());
    }

    static TrendRow.@Nullable Boost boost(@Nullable PossibleBoost boost) {
        return boost == null
                ? null
                : new TrendRow.Boost(boost.usualViews(), boost.creatorDispersion() != null, boost.engagementShare());
    }

    static Chance chance(Expected expected) {
        double probability = Math.clamp(expected.probability(), 0, 1);
        Double low = expected.low();
        Double high = expected.high();
        return new Chance(probability, low == null ? null : Double.valueOf(Math.clamp(low, 0, probability)),
                high == null ? null : Double.valueOf(Math.clamp(high, probability, 1)));
    }

    /// Where the line of views is expected to go.
    ///
    /// **absence** null where no range was forecast, and for kinds of which another counter is foretold: posts of sounds and
    /// followers of creators have no place among views.
    static @Nullable Outlook outlook(EntityKind kind, @Nullable Expected expected) {
        Expected.Range views = expected == null || !ofViews(kind) ? null : expected.views();
        if (expected == null || views == null) {
            return null;
        }
        double low = Math.min(views.low(), views.middle());
        double high = Math.max(views.high(), views.middle());
        return new Outlook(expected.asOf().plus(Duration.ofHours(expected.horizonHours())), low, views.middle(), high);
    }

    private static boolean ofViews(EntityKind kind) {
        return switch (kind) {
            case HASHTAG, VIDEO -> true;
            case SOUND, CREATOR -> false;
        };
    }

    private static Expectation expectation(TrendTable.Model model) {
        Judged judged = model.judged();
        return new Expectation(model.called(), model.threshold(),
                new Expectation.Horizon(model.asOf(), model.horizonHours()),
                model.unplaced().stream().map(StoredTrendPages::unplaced).toList(),
                judged == null ? null : record(judged));
    }

    private static Expectation.Unplaced unplaced(TrendTable.Unplaced one) {
        return new Expectation.Unplaced(new Subject(one.entity(), one.name(), List.of()), chance(one.expected()));
    }

    private static TrackRecord record(Judged judged) {
        Double prAuc = judged.prAuc();
        Double growth = judged.growthPrAuc();
        Double guessing = judged.prevalence();
        TrackRecord.Comparison comparison = prAuc == null || growth == null || guessing == null
                ? null
                : new TrackRecord.Comparison(prAuc, growth, guessing);
        if (judged.pairs() == 0) {
            return new TrackRecord(judged.days(), null, null, comparison);
        }
        return new TrackRecord(judged.days(),
                new TrackRecord.Surges(judged.surges(), judged.caught(),
                        judged.caught() == 0 ? null : judged.leadHours()),
                new TrackRecord.Calls(judged.calls(), judged.caught(), judged.stated(), judged.callsBefore()),
                comparison);
    }

    private List<Notice> notices(TrendTable table, TrendsFilter filter, Patience patience) {
        List<Notice> notices = new ArrayList<>();
        Instant last = table.lastReading();
        Instant moment = moment(filter.at());
        long due = filter.at() == null ? entities.waiting(tenant, moment) : 0;
        if (due > 0) {
            notices.add(new Notice.Working(due));
        }
        long simulated = table.lines().stream().filter(StoredTrendPages::isSimulated).count();
        if (simulated > 0) {
            notices.add(SIMULATED);
        }
        boolean allSimulated = simulated > 0 && simulated == table.lines().size();
        if (last != null && !allSimulated && patience.isOver(last, moment)) {
            notices.add(new Notice.Stale(last));
        }
        if (table.model() == null && !table.lines().isEmpty()) {
            notices.add(withoutForecast(filter));
        }
        long watched = table.watched().getOrDefault(filter.kind(), 0L);
        if (table.unranked() > 0 && watched > 0) {
            notices.add(new Notice.Partial(Math.min(watched, table.unranked()), watched));
        }
        return notices;
    }

    /// The instant that readings are compared with: the one asked for, else now.
    private Instant moment(@Nullable Instant asked) {
        return asked == null ? clock.instant() : asked;
    }

    private static boolean isSimulated(TrendTable.Line line) {
        return Simulated.is(line.ranked().row().backing().source());
    }

    private static Notice withoutForecast(TrendsFilter filter) {
        if (filter.kind() != EntityKind.HASHTAG) {
            return new Notice.Remark(Sentence.of("notice.kindNotPredicted"));
        }
        return filter.at() == null
                ? new Notice.NoForecast()
                : new Notice.Remark(Sentence.of("notice.nothingPredicted"));
    }

    @Override
    public Optional<EntityView> entity(EntityId id, EntityFilter filter) {
        return entities.name(tenant, id)
                .map(name -> page.view(id, name, filter, trends.place(tenant, id, filter.at()).orElse(null)));
    }

    @Override
    public Optional<Listing<MetricRow>> rows(EntityId id, RowsFilter filter) {
        return entities.name(tenant, id).map(name -> {
            Instant at = filter.at();
            var selection = MetricSelection.of(id, dev.upswell.trend.Window.of(filter.window()), Instant.EPOCH,
                    at == null ? FOREVER : at);
            var rows = entities.rows(tenant, selection, filter.paging().limit(), filter.paging().offset());
            return new Listing<>(rows.items().stream().map(PageRows::of).toList(), rows.total(), filter.paging());
        });
    }

    @Override
    public Optional<Subject> subject(EntityId id) {
        return entities.name(tenant, id).map(name -> new Subject(id, name, List.of()));
    }
}
