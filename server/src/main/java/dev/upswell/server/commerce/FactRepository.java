package dev.upswell.server.commerce;

import dev.upswell.commerce.AdMetric;
import dev.upswell.commerce.AdResult;
import dev.upswell.commerce.Money;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.Dataset;
import dev.upswell.server.store.Dataset.Column;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.store.TenantId;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The facts of one tenant in the lake.
public final class FactRepository implements CommerceFacts {

    private final TenantId tenant;
    private final Database database;

    public FactRepository(TenantId tenant, Database database) {
        this.tenant = tenant;
        this.database = database;
    }

    @Override
    public Known list(FactKind kind, Optional<String> source, Instant asOf, int limit, long offset) {
        Dataset dataset = kind.dataset();
        String keys = Stream.concat(Stream.of("source"),
                CommerceDatasets.KEYS.getOrDefault(dataset, List.of()).stream())
                .map(name -> '"' + name + '"').collect(Collectors.joining(", "));
        // Ties are broken by all columns, so that the same facts give the same list.
        String sql = "WITH known AS (SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY " + keys
                + " ORDER BY observed_at DESC, " + dataset.columnList() + ") AS place FROM %s WHERE observed_at <= ?"
                + " AND (? IS NULL OR source = ?)) WHERE place = 1) SELECT *, count(*) OVER () AS facts_in_all FROM known"
                + " ORDER BY observed_at DESC, " + dataset.columnList() + " LIMIT ? OFFSET ?";
        try (LakeSession lake = database.lake().open(tenant)) {
            String known = lake.scan(dataset);
            Known part = read(lake, sql.formatted(known), dataset, source, asOf, limit, offset);
            if (!part.facts().isEmpty() || offset == 0) {
                return part;
            }
            // Behind the end nobody tells how many there are.
            return new Known(List.of(),
                    read(lake, sql.formatted(known), dataset, source, asOf, 1, 0).total());
        } catch (SQLException e) {
            throw StoreException.permanent("facts of " + dataset.name() + " were not read", "DuckDB",
                    "Check free memory; the log has the cause.", e);
        }
    }

    private static Known read(LakeSession lake, String sql, Dataset dataset, Optional<String> source, Instant asOf,
            int limit, long offset) throws SQLException {
        List<Map<String, @Nullable Object>> facts = new ArrayList<>();
        long total = 0;
        try (PreparedStatement statement = lake.connection().prepareStatement(sql)) {
            statement.setObject(1, LocalDateTime.ofInstant(asOf, ZoneOffset.UTC));
            statement.setString(2, source.orElse(null));
            statement.setString(3, source.orElse(null));
            statement.setInt(4, limit);
            statement.setLong(5, offset);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    total = row.getLong("facts_in_all");
                    facts.add(fact(row, dataset));
                }
            }
        }
        return new Known(facts, total);
    }

    private static Map<String, @Nullable Object> fact(ResultSet row, Dataset dataset) throws SQLException {
        Map<String, @Nullable Object> fact = new LinkedHashMap<>();
        for (Column column : dataset.columns()) {
            fact.put(column.name(), value(row, column));
        }
        if (dataset.equals(CommerceDatasets.AD_RESULT)) {
            rates(fact);
        }
        return fact;
    }

    private static @Nullable Object value(ResultSet row, Column column) throws SQLException {
        if (row.getObject(column.name()) == null) {
            return null;
        }
        return switch (column.type()) {
            case "TIMESTAMP" -> row.getObject(column.name(), LocalDateTime.class).toInstant(ZoneOffset.UTC).toString();
            case "DATE" -> row.getObject(column.name(), LocalDate.class).toString();
            case "DOUBLE" -> row.getDouble(column.name());
            case "BIGINT", "INTEGER" -> row.getLong(column.name());
            case "VARCHAR" -> row.getString(column.name());
            default -> row.getBigDecimal(column.name()).stripTrailingZeros().toPlainString();
        };
    }

    /// The rates as they are defined, in place of those that the report tells.
    private static void rates(Map<String, @Nullable Object> fact) {
        Map<AdMetric, Double> figures = AdResult.noFigures();
        for (AdMetric metric : AdMetric.values()) {
            if (fact.get(metric.label()) instanceof Double figure) {
                figures.put(metric, figure);
            }
        }
        Money spend = fact.get("spend") instanceof String amount ? new Money(new BigDecimal(amount), null) : null;
        AdResult result = new AdResult(new AdResult.Subject(AdResult.Level.AD, "", null, null, null), LocalDate.EPOCH,
                "", Instant.EPOCH, spend, figures);
        fact.put(AdMetric.CTR.label(), result.ctr());
        fact.put(AdMetric.CVR.label(), result.cvr());
        Money cpv = result.cpv();
        fact.put("cpv", cpv == null ? null : cpv.amount().toPlainString());
    }
}
