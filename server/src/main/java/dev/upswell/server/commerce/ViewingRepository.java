package dev.upswell.server.commerce;

import dev.upswell.commerce.VideoViewing;
import dev.upswell.content.EntityId;
import dev.upswell.content.Viewing;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.store.TenantId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/// What one tenant was told of how its videos are watched, in the lake.
public final class ViewingRepository implements Viewings {

    /// Of more videos than these naming them in a table costs less than in the question.
    private static final int MOST_NAMED = 500;

    private static final Instant FOREVER = Instant.parse("9999-01-01T00:00:00Z");

    private final TenantId tenant;
    private final Database database;

    public ViewingRepository(TenantId tenant, Database database) {
        this.tenant = tenant;
        this.database = database;
    }

    @Override
    public Map<EntityId, Viewing> asOf(Instant asOf) {
        Map<EntityId, Viewing> known = new LinkedHashMap<>();
        read(Set.of(), asOf, fact -> add(known, fact));
        return known;
    }

    @Override
    public Map<EntityId, Viewing> asOf(Instant asOf, Set<EntityId> videos) {
        Map<EntityId, Viewing> known = new LinkedHashMap<>();
        read(videos, asOf, fact -> {
            if (videos.contains(fact.video())) {
                add(known, fact);
            }
        });
        return known;
    }

    private static void add(Map<EntityId, Viewing> known, VideoViewing fact) {
        known.merge(fact.video(), fact.told(), (before, told) -> told.withEarlier(before));
    }

    @Override
    public Map<Asked, Viewing> of(Collection<Asked> asked) {
        Map<Asked, Viewing> known = new HashMap<>();
        Map<EntityId, List<Asked>> byVideo = asked.stream().collect(Collectors.groupingBy(Asked::video));
        asked.stream().map(Asked::at).max(Comparator.naturalOrder())
                .ifPresent(last -> read(byVideo.keySet(), last, fact -> {
                    for (Asked one : byVideo.getOrDefault(fact.video(), List.of())) {
                        if (!fact.observedAt().isAfter(one.at())) {
                            known.merge(one, fact.told(), (before, told) -> told.withEarlier(before));
                        }
                    }
                }));
        return known;
    }

    @Override
    public Map<EntityId, List<VideoViewing>> histories(Set<EntityId> videos) {
        Map<EntityId, List<VideoViewing>> histories = new HashMap<>();
        if (!videos.isEmpty()) {
            read(videos, FOREVER, fact -> histories.computeIfAbsent(fact.video(), key -> new ArrayList<>()).add(fact));
        }
        return histories;
    }

    @Override
    public List<VideoViewing> history(EntityId video, Instant until) {
        List<VideoViewing> told = new ArrayList<>();
        read(Set.of(video), until, told::add);
        return told;
    }

    /// Facts until a time, those of a video one after another as they were told.
    ///
    /// @param wanted of none the facts of all videos come
    private void read(Set<EntityId> wanted, Instant until, Consumer<VideoViewing> each) {
        List<String> named = wanted.size() > MOST_NAMED ? List.of() : wanted.stream().map(EntityId::value).toList();
        String among = wanted.isEmpty()
                ? ""
                : " AND video_id IN (" + (named.isEmpty()
                        ? "SELECT id FROM asked_video"
                        : String.join(", ", Collections.nCopies(named.size(), "?"))) + ")";
        try (LakeSession lake = open(named.isEmpty() ? wanted : Set.of());
                PreparedStatement statement = lake.connection()
                        .prepareStatement("SELECT * FROM " + lake.scan(CommerceDatasets.VIDEO_VIEWING)
                                + " WHERE observed_at <= ?" + among + " ORDER BY video_id, observed_at, "
                                + CommerceDatasets.VIDEO_VIEWING.columnList())) {
            statement.setObject(1, LocalDateTime.ofInstant(until, ZoneOffset.UTC));
            for (int i = 0; i < named.size(); i++) {
                statement.setString(2 + i, named.get(i));
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    each.accept(fact(row));
                }
            }
        } catch (SQLException e) {
            throw StoreException.permanent("what was told of viewing was not read", "DuckDB",
                    "Check free memory; the log has the cause.", e);
        }
    }

    private LakeSession open(Set<EntityId> asked) throws SQLException {
        LakeSession lake = database.lake().open(tenant);
        if (!asked.isEmpty()) {
            lake.execute("CREATE TEMP TABLE asked_video (id VARCHAR)");
            try (DuckDBAppender rows = lake.appender("asked_video")) {
                for (EntityId video : asked) {
                    rows.beginRow().append(video.value()).endRow();
                }
            }
        }
        return lake;
    }

    private static VideoViewing fact(ResultSet row) throws SQLException {
        return new VideoViewing(EntityId.video(row.getString("video_id")), row.getString("source"),
                row.getObject("observed_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                new Viewing(number(row, "completion_rate"), number(row, "average_watch_seconds"),
                        number(row, "rewatch_ratio"), number(row, "retention_3s"), number(row, "retention_5s"),
                        count(row, "profile_views"), count(row, "link_clicks"), count(row, "new_followers")));
    }

    private static @Nullable Double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : (Double) value;
    }

    private static @Nullable Long count(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : (Long) value;
    }
}
