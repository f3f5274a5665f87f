package dev.upswell.server.trend.page.stored;

import dev.upswell.content.EntityId;
import dev.upswell.server.collect.Simulated;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.trend.EntityQuery;
import dev.upswell.server.trend.Expected;
import dev.upswell.server.trend.MetricRepository;
import dev.upswell.server.trend.MetricSelection;
import dev.upswell.server.trend.Reading;
import dev.upswell.server.trend.page.Chance;
import dev.upswell.server.trend.page.EntityFilter;
import dev.upswell.server.trend.page.EntityView;
import dev.upswell.server.trend.page.Freshness;
import dev.upswell.server.trend.page.Subject;
import dev.upswell.server.web.Notice;
import dev.upswell.server.web.Point;
import dev.upswell.trend.Window;
import dev.upswell.trend.rank.RankedEntity;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Puts together what the page of one entity shows.
final class EntityPage {

    private static final int PAST = 30;

    /// A surge is growth among the highest 5 %: so much is usual before any outcome is known.
    private static final double USUAL = 0.05;

    private final TenantId tenant;
    private final EntityQuery entities;
    private final InstantSource clock;

    EntityPage(TenantId tenant, EntityQuery entities, InstantSource clock) {
        this.tenant = tenant;
        this.entities = entities;
        this.clock = clock;
    }

    /// @param place where the entity stands among all of its kind; `null` where it has no place
    EntityView view(EntityId id, String name, EntityFilter filter, @Nullable RankedEntity place) {
        Instant ofKind = entities.lastReading(tenant, id.kind(), filter.at()).orElse(null);
        Instant at = ofKind == null ? filter.at() == null ? Instant.EPOCH : filter.at() : Window.DAY.endUntil(ofKind);
        List<dev.upswell.trend.MetricRow> rows = entities.latestRows(tenant, id, at);
        List<Reading.Coverage> sources = entities.coverage(tenant, id,
                filter.at() == null && ofKind != null ? ofKind : at);
        Instant last = sources.stream().map(Reading.Coverage::last).max(Instant::compareTo).orElse(null);
        var explained = entities.expected(tenant, id, at, filter.at()).orElse(null);
        var series = series(id, rows, at, filter.days(), explained == null ? null : explained.expected());
        var evidence = new EntityView.Evidence(past(id, at, filter.at()),
                sources.stream().map(EntityPage::source).toList());
        Instant moment = filter.at() == null ? clock.instant() : filter.at();
        return new EntityView(new Subject(id, name, place == null ? List.of() : Flags.of(place.flags())),
                new Freshness(at, last, patience(sources).isOver(at, clock.instant())), series,
                explained == null ? null : forecast(explained, entities.horizons(tenant, id, at, filter.at())),
                rows.stream().map(PageRows::of).toList(), evidence, notices(sources, moment),
                StoredTrendPages.boost(place == null ? null : place.boost()));
    }

    private EntityView.Series series(EntityId id, List<dev.upswell.trend.MetricRow> rows, Instant at, int days,
            @Nullable Expected expected) {
        Instant from = at.minus(Duration.ofDays(days));
        List<Point> level = List.of();
        if (!rows.isEmpty()) {
            dev.upswell.trend.MetricRow row = rows.getLast();
            level = new Lines(entities.levels(tenant, Map.of(id, row.backing().source()), from, at, Lines.step(days)),
                    days)
                    .of(row);
        }
        boolean hourly = days == 7 && rows.stream().anyMatch(row -> row.window() == Window.HOUR);
        Window window = hourly ? Window.HOUR : Window.DAY;
        List<Point> gains = new ArrayList<>();
        for (MetricRepository.Value row : entities.line(tenant, MetricSelection.of(id, window, from, at),
                dev.upswell.trend.Metric.VIEWS_GAINED)) {
            if (row.end().getEpochSecond() % window.seconds() == at.getEpochSecond() % window.seconds()) {
                addGain(gains, row, window);
            }
        }
        return new EntityView.Series(level, gains, window.length(), StoredTrendPages.outlook(id.kind(), expected));
    }

    /// Days follow each other without overlap; where one is missing, the line has a gap.
    private static void addGain(List<Point> gains, MetricRepository.Value row, Window window) {
        if (!gains.isEmpty() && gains.getLast().at().plus(window.length()).isBefore(row.end())) {
            gains.add(new Point(gains.getLast().at().plus(window.length()), null));
        }
        gains.add(new Point(row.end(), row.value()));
    }

    private static EntityView.Forecast forecast(Expected.Explained explained, List<Expected> horizons) {
        Expected expected = explained.expected();
        Double usual = explained.usual();
        return new EntityView.Forecast(StoredTrendPages.chance(expected), usual == null ? USUAL : usual,
                expected.horizonHours(),
                new EntityView.Author(expected.modelId().toString(), expected.model(), expected.asOf()),
                explained.reasons().stream()
                        .map(reason -> new EntityView.Contribution(reason.feature(), reason.value(), reason.effect()))
                        .toList(),
                horizons.stream().map(one -> new EntityView.AtHorizon(one.horizonHours(), StoredTrendPages.chance(one),
                        one.asOf())).toList(),
                explained.strange());
    }

    private List<EntityView.PastPrediction> past(EntityId id, Instant end, @Nullable Instant at) {
        List<EntityView.PastPrediction> past = new ArrayList<>();
        for (Expected.Past one : entities.past(tenant, id, end, at, PAST)) {
            Chance chance = StoredTrendPages.chance(one.expected());
            Boolean surged = one.surged();
            Double growth = one.growth();
            past.add(new EntityView.PastPrediction(one.expected().asOf(), chance,
                    surged == null || growth == null ? null : new EntityView.Outcome(surged, Math.expm1(growth))));
        }
        return past;
    }

    private static EntityView.SourceCoverage source(Reading.Coverage coverage) {
        return new EntityView.SourceCoverage(coverage.source(), coverage.readings(), coverage.first(), coverage.last(),
                coverage.cadence(), coverage.cumulative());
    }

    private static Patience patience(List<Reading.Coverage> sources) {
        return Patience.of(sources.stream().map(Reading.Coverage::cadence).filter(Objects::nonNull)
                .mapToLong(Duration::toSeconds));
    }

    private static List<Notice> notices(List<Reading.Coverage> sources, Instant moment) {
        Instant last = sources.stream().map(Reading.Coverage::last).max(Instant::compareTo).orElse(null);
        if (last == null) {
            return List.of();
        }
        if (sources.stream().allMatch(source -> Simulated.is(source.source()))) {
            return List.of(StoredTrendPages.SIMULATED);
        }
        return patience(sources).isOver(last, moment) ? List.of(new Notice.Stale(last)) : List.of();
    }
}
