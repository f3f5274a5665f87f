package dev.upswell.server.trend;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StoreException;
import dev.upswell.trend.Absence;

import dev.upswell.trend.Basis;
import dev.upswell.trend.Metric;
import dev.upswell.trend.MetricRow;
import dev.upswell.trend.MetricValues;
import dev.upswell.trend.rank.TrailingWeek;
import dev.upswell.trend.Window;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads metric rows from the lake: of each window the newest computation.
///
/// **cost** tens of milliseconds for a day of some hundred entities; files and row groups outside the selection's time are
/// skipped · **errors** [StoreException].
public final class MetricRepository {

    private static final Metric[] METRICS = Metric.values();

    private static final String COLUMNS = Stream.concat(
            Stream.of("kind", "entity_id", "window_length", "epoch_us(window_end) AS end_us", "is_new", "source",
                    "basis",
                    "views_from_videos", "coverage", "provisional", "epoch_us(last_reading) AS last_us",
                    "cadence_seconds", "definition", "inputs_hash", "absences"),
            Stream.of(METRICS).map(Metric::label)).collect(Collectors.joining(", "));

    private static final int FIRST_METRIC = 16;

    private static final String CHOSEN = "window_length = ? AND window_end BETWEEN ? AND ? AND kind = ?";

    /// The rows, by entity and then by end.
    public List<MetricRow> list(LakeSession session, MetricSelection selection) {
        List<MetricRow> rows = new ArrayList<>();
        each(session, selection, rows::add);
        return rows;
    }

    /// Hands on the rows one by one, by entity and then by end, so that none need be held.
    public void each(LakeSession session, MetricSelection selection, Consumer<MetricRow> sink) {
        query(session, "SELECT " + COLUMNS + " FROM " + current(session, selection) + " ORDER BY entity_id, window_end",
                selection, sink);
    }

    /// Part of the rows, newest first.
    public List<MetricRow> newest(LakeSession session, MetricSelection selection, int limit, int offset) {
        List<MetricRow> rows = new ArrayList<>();
        query(session, "SELECT " + COLUMNS + " FROM " + current(session, selection)
                + " ORDER BY window_end DESC, entity_id LIMIT " + limit + " OFFSET " + offset, selection, rows::add);
        return rows;
    }

    /// The newest row of each window length of an entity whose end lies in [`from`, `to`], the shortest window first.
    List<MetricRow> latest(LakeSession session, EntityId entity, Instant from, Instant to) {
        String ofEntity = newestOf(session.scan(MetricDataset.METRIC, from, to),
                "window_end BETWEEN ? AND ? AND kind = ? AND entity_id = ?");
        List<MetricRow> rows = new ArrayList<>();
        read(session, "SELECT " + COLUMNS + " FROM " + ofEntity
                + " QUALIFY row_number() OVER (PARTITION BY window_length ORDER BY window_end DESC) = 1",
                List.of(utc(from), utc(to), entity.kind().label(), entity.value()), rows::add);
        rows.sort(Comparator.comparing(MetricRow::window));
        return rows;
    }

    /// What one metric was at the end of a window.
    public record Value(Instant end, double value) {
    }

    /// One metric of one entity in the windows of the selection, oldest first; windows in which it is absent are left out.
    List<Value> line(LakeSession session, MetricSelection selection, Metric metric) {
        String sql = "SELECT epoch_us(window_end), " + metric.label() + " FROM " + current(session, selection)
                + " WHERE "
                + metric.label() + " IS NOT NULL ORDER BY window_end";
        List<Value> line = new ArrayList<>();
        try (PreparedStatement statement = prepared(session, sql, selection);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                line.add(new Value(micros(row.getLong(1)), row.getDouble(2)));
            }
            return line;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /// How many rows there are.
    public long count(LakeSession session, MetricSelection selection) {
        return number(session, "SELECT count(*) FROM " + current(session, selection), selection).orElse(0L);
    }

    /// The latest end of the rows.
    public Optional<Instant> latestEnd(LakeSession session, MetricSelection selection) {
        return number(session, "SELECT epoch_us(max(window_end)) FROM " + current(session, selection), selection)
                .map(MetricRepository::micros);
    }

    /// The values of one metric, in no order; rows in which it is absent are left out.
    public double[] values(LakeSession session, MetricSelection selection, Metric metric) {
        String sql = "SELECT " + metric.label() + " FROM " + current(session, selection) + " WHERE " + metric.label()
                + " IS NOT NULL";
        try (PreparedStatement statement = prepared(session, sql, selection);
                ResultSet result = statement.executeQuery()) {
            double[] values = new double[1024];
            int size = 0;
            while (result.next()) {
                values = size == values.length ? java.util.Arrays.copyOf(values, 2 * size) : values;
                values[size++] = result.getDouble(1);
            }
            return java.util.Arrays.copyOf(values, size);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /// The 24-hour rows of a kind that end at these instants, by end.
    Map<Instant, List<MetricRow>> ending(LakeSession session, EntityKind kind, SortedSet<Instant> ends) {
        String list = ends.stream().map(end -> "TIMESTAMP '" + utc(end).toString().replace('T', ' ') + "'")
                .collect(Collectors.joining(", "));
        MetricSelection all = MetricSelection.of(kind, Window.DAY, ends.first(), ends.last());
        String rows = newestOf(session.scan(MetricDataset.METRIC, all.from(), all.to()), CHOSEN
                + " AND window_end IN (" + list + ")");
        Map<Instant, List<MetricRow>> byEnd = new HashMap<>();
        query(session, "SELECT " + COLUMNS + " FROM " + rows, all,
                row -> byEnd.computeIfAbsent(row.end(), end -> new ArrayList<>()).add(row));
        return byEnd;
    }

    /// The views that entities gained in a window.
    record Gained(EntityId entity, Instant end, double views) {
    }

    /// What the entities of a kind gained in the 24-hour windows that end in [`from`, `to`], oldest first.
    List<Gained> gained(LakeSession session, EntityKind kind, Instant from, Instant to) {
        MetricSelection selection = MetricSelection.of(kind, Window.DAY, from, to);
        String gained = Metric.VIEWS_GAINED.label();
        String sql = "SELECT entity_id, epoch_us(window_end), " + gained + " FROM " + current(session, selection)
                + " WHERE " + gained + " IS NOT NULL ORDER BY window_end";
        Map<String, EntityId> entities = new HashMap<>();
        List<Gained> all = new ArrayList<>();
        try (PreparedStatement statement = prepared(session, sql, selection);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                all.add(new Gained(entities.computeIfAbsent(row.getString(1), id -> new EntityId(kind, id)),
                        micros(row.getLong(2)), row.getDouble(3)));
            }
            return all;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /// Feeds a trailing week with the 24-hour rows of a kind that it asks for, of which only four columns are read.
    void feed(LakeSession session, EntityKind kind, TrailingWeek week) {
        MetricSelection selection = MetricSelection.of(kind, Window.DAY, week.end().minus(TrailingWeek.LOAD),
                week.end().minusSeconds(1));
        String sql = "SELECT entity_id, epoch_us(window_end), " + Metric.MOMENTUM.label() + ", "
                + Metric.LOG_VIEW_GROWTH_24H.label() + ", " + Metric.POSTS_GAINED.label() + ", "
                + Metric.VIEWS_GAINED.label() + " FROM "
                + current(session, selection) + " ORDER BY entity_id";
        EntityId entity = null;
        try (PreparedStatement statement = prepared(session, sql, selection);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String id = row.getString(1);
                entity = entity != null && entity.value().equals(id) ? entity : new EntityId(kind, id);
                week.add(entity, micros(row.getLong(2)), row.getObject(3, Double.class),
                        new TrailingWeek.Growth(row.getObject(4, Double.class), row.getObject(5, Double.class),
                                row.getObject(6, Double.class)));
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static String current(LakeSession session, MetricSelection selection) {
        String one = selection.entityId() == null ? "" : " AND entity_id = ?";
        return newestOf(session.scan(MetricDataset.METRIC, selection.from(), selection.to()),
                CHOSEN + one);
    }

    /// A table expression over the newest computations of those rows of the relation that meet the condition.
    ///
    /// The condition may speak of a window's identity only, else an older computation could take the place of a newer one.
    public static String newestOf(String relation, String condition) {
        return "(SELECT * FROM " + relation + " WHERE " + condition + " QUALIFY row_number() OVER (PARTITION BY kind,"
                + " entity_id, window_length, window_end ORDER BY computed_seq DESC) = 1 AND NOT withdrawn)";
    }

    private static PreparedStatement prepared(LakeSession session, String sql, MetricSelection selection)
            throws SQLException {
        return prepared(session, sql, parameters(selection));
    }

    private static PreparedStatement prepared(LakeSession session, String sql, List<?> parameters) throws SQLException {
        PreparedStatement statement = session.connection().prepareStatement(sql);
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, parameters.get(i));
        }
        return statement;
    }

    private static List<?> parameters(MetricSelection selection) {
        List<Object> parameters = new ArrayList<>(List.of(selection.window().label(), utc(selection.from()),
                utc(selection.to()), selection.kind().label()));
        if (selection.entityId() != null) {
            parameters.add(selection.entityId());
        }
        return parameters;
    }

    private static void query(LakeSession session, String sql, MetricSelection selection, Consumer<MetricRow> sink) {
        read(session, sql, parameters(selection), sink);
    }

    private static void read(LakeSession session, String sql, List<?> parameters, Consumer<MetricRow> sink) {
        var words = new AbsenceWords();
        try (PreparedStatement statement = prepared(session, sql, parameters);
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                sink.accept(row(result, words));
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static Optional<Long> number(LakeSession session, String sql, MetricSelection selection) {
        try (PreparedStatement statement = prepared(session, sql, selection);
                ResultSet result = statement.executeQuery()) {
            result.next();
            long number = result.getLong(1);
            return result.wasNull() ? Optional.empty() : Optional.of(number);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static MetricRow row(ResultSet row, AbsenceWords words) throws SQLException {
        EntityId entity = new EntityId(EntityKind.of(row.getString(1)), row.getString(2));
        String basis = row.getString(7);
        MetricRow.Backing backing = new MetricRow.Backing(row.getString(6),
                basis == null ? null : Basis.valueOf(basis.toUpperCase(Locale.ROOT)),
                row.getBoolean(8), row.getDouble(9), row.getBoolean(10), micros(row.getLong(11)), row.getLong(12),
                row.getInt(13), row.getLong(14));
        Map<Metric, Absence> absences = new EnumMap<>(Metric.class);
        absences.putAll(words.read(row.getString(15)));
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        for (int i = 0; i < METRICS.length; i++) {
            if (!absences.containsKey(METRICS[i])) {
                double value = row.getDouble(FIRST_METRIC + i);
                if (row.wasNull()) {
                    absences.put(METRICS[i], Absence.NOT_YET_DEFINED);
                } else {
                    values.put(METRICS[i], value);
                }
            }
        }
        return new MetricRow(entity, Window.of(row.getString(3)), micros(row.getLong(4)), backing, row.getBoolean(5),
                MetricValues.of(values, absences));
    }

    /// The instant as the lake holds it.
    public static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /// The instant of these microseconds since 1970.
    public static Instant micros(long epochMicros) {
        return Instant.ofEpochSecond(Math.floorDiv(epochMicros, 1_000_000L),
                Math.floorMod(epochMicros, 1_000_000L) * 1000);
    }

    private static StoreException failure(SQLException cause) {
        return StoreException.permanent("metric rows were not read", "lake",
                "Check that the data folder is complete; the log has the statement.", cause);
    }
}
