package dev.upswell.server.trend.rest;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.listing.Column;
import dev.upswell.server.listing.FileFormat;
import dev.upswell.server.listing.Table;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.trend.EntityQuery;
import dev.upswell.server.trend.MetricSelection;
import dev.upswell.server.trend.TrendDocument;
import dev.upswell.server.trend.TrendQuery;
import dev.upswell.server.trend.TrendTable;
import dev.upswell.server.trend.page.RowsFilter;
import dev.upswell.server.trend.page.TrendsFilter;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import dev.upswell.trend.MetricRow;
import dev.upswell.trend.Window;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The ranked table and the metric rows of an entity as files, under the addresses of their pages.
@Controller
class TrendFiles {

    private static final String RANK = "momentum, 0 to 1";
    private static final List<Column<TrendDocument.Row>> COLUMNS = Column.of(TrendDocument.Row.class, Map.ofEntries(
            Map.entry("rank", "place, from 1"), Map.entry("viewsGained", "views in 24 hours"),
            Map.entry("viewGrowth", "share of the 24 hours before"), Map.entry("momentum", RANK),
            Map.entry("momentumRank", RANK), Map.entry("noveltyIndex", "index, 0 to 1"),
            Map.entry("velocity", "share of the volume before"),
            Map.entry("boost.sigmas", "robust standard deviations"),
            Map.entry("boost.usualViews", "views in 24 hours"),
            Map.entry("boost.creatorDispersion", "index, 0 to 1"),
            Map.entry("boost.engagementShare", "share of the median"),
            Map.entry("coverage", "share of the window backed by readings, 0 to 1"),
            Map.entry("probability", "probability, 0 to 1")));

    private static final Instant FOREVER = Instant.parse("9999-01-01T00:00:00Z");

    private final TenantId tenant;
    private final TrendQuery trends;
    private final EntityQuery entities;

    TrendFiles(TenantId tenant, TrendQuery trends, EntityQuery entities) {
        this.tenant = tenant;
        this.trends = trends;
        this.entities = entities;
    }

    @GetMapping(path = "/trends", params = FileFormat.PARAMETER)
    Table<TrendDocument.Row> trends(Query query) {
        TrendsFilter filter = TrendsFilter.from(query);
        FileFormat format = FileFormat.of(query);
        query.done();
        TrendTable table = trends.trends(tenant, filter.kind(), filter.at());
        return new Table<>("trends-" + filter.kind().label(), format, COLUMNS,
                TrendDocument.of(table, table.lines(filter.text(), filter.emergingOnly()), Table.ONE_MORE, 0).rows());
    }

    @GetMapping(path = "/metrics/{kind}/{id}", params = FileFormat.PARAMETER)
    Table<MetricRow> rows(@PathVariable String kind, @PathVariable String id, Query query) {
        RowsFilter filter = RowsFilter.from(query);
        FileFormat format = FileFormat.of(query);
        query.done();
        EntityId entity = entity(kind, id);
        Instant at = filter.at();
        Window window = Window.of(filter.window());
        return new Table<>("metrics-" + entity.kind().label(), format, MetricColumns.of(),
                entities.rows(tenant, MetricSelection.of(entity, window, Instant.EPOCH, at == null ? FOREVER : at),
                        Table.ONE_MORE, 0)
                        .items());
    }

    private EntityId entity(String kind, String id) {
        EntityId entity;
        try {
            entity = new EntityId(EntityKind.of(kind), id);
        } catch (IllegalArgumentException unknown) {
            throw WebProblem.notFound(Sentence.of("problem.kind"));
        }
        if (entities.name(tenant, entity).isEmpty()) {
            throw WebProblem.notFound(Sentence.of("problem.entity." + kind, id));
        }
        return entity;
    }
}
