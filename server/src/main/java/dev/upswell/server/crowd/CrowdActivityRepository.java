package dev.upswell.server.crowd;

import dev.upswell.server.collect.Collected;
import dev.upswell.server.commerce.CommerceDatasets;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.taste.Met;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// What the lake tells of many people's actions with stored videos until an instant.
///
/// **cost** a scan each of videos and own activity
final class CrowdActivityRepository {

    private static final String ACTED = """
        WITH done AS (
            SELECT coalesce(account, ?) AS who, entity_id, action, max(acted_at) AS last_at, max(watched_seconds) AS watched
            FROM %s WHERE entity_kind = 'video' AND acted_at <= ? AND action IN
                ('watched', 'liked', 'favourited', 'saved', 'shared', 'reposted', 'hidden')
            AND coalesce(account, ?) IN (SELECT unnest(CAST(? AS VARCHAR[])))
            AND entity_id IN (SELECT video_id FROM %s)
            GROUP BY who, entity_id, action)
        SELECT * FROM done
        QUALIFY row_number() OVER (PARTITION BY who ORDER BY last_at DESC, entity_id, action) <= %d
        ORDER BY who, last_at DESC, entity_id, action""";

    private static final String LENGTHS = """
        SELECT video_id, max(duration_ms) / 1000.0 AS seconds FROM %s
        WHERE duration_ms > 0 AND video_id IN (SELECT entity_id FROM %s WHERE watched_seconds IS NOT NULL)
        GROUP BY video_id""";

    private static final String TEXTS = """
        SELECT video_id, string_agg(coalesce(caption, '') || ' #' || replace(coalesce(hashtags, ''), ' ', ' #'), ' ') AS text
        FROM %s WHERE video_id IN (SELECT unnest(CAST(? AS VARCHAR[]))) GROUP BY video_id""";

    private static final String CREATORS = """
        SELECT video_id, min(creator) AS creator FROM %s
        WHERE creator IS NOT NULL AND video_id IN (SELECT unnest(CAST(? AS VARCHAR[]))) GROUP BY video_id""";

    private final LakeSession lake;

    CrowdActivityRepository(LakeSession lake) {
        this.lake = lake;
    }

    /// Whose acts are read.
    ///
    /// @param nameless whose those of exports are that name no account; null: nobody's
    /// @param most acts of each, the newest
    record Whose(Collection<String> accounts, @Nullable String nameless, int most) {
    }

    /// Tells account by account what these did until this time, the newest first.
    void acts(Whose whose, Instant until, BiConsumer<String, List<Met.Act>> each) {
        List<Met.Act> acts = new ArrayList<>();
        String[] account = new String[1];
        read(ACTED.formatted(lake.scan(CommerceDatasets.OWN_ACTIVITY), lake.scan(Collected.VIDEO), whose.most()),
                query -> {
                    query.setString(1, whose.nameless());
                    query.setObject(2, LocalDateTime.ofInstant(until, ZoneOffset.UTC));
                    query.setString(3, whose.nameless());
                    query.setArray(4, lake.connection().createArrayOf("VARCHAR", whose.accounts().toArray()));
                }, row -> {
                    String who = row.getString("who");
                    if (account[0] != null && !who.equals(account[0])) {
                        each.accept(account[0], List.copyOf(acts));
                        acts.clear();
                    }
                    account[0] = who;
                    double watched = row.getDouble("watched");
                    Double told = row.wasNull() ? null : Double.valueOf(watched);
                    acts.add(new Met.Act(row.getString("entity_id"), row.getString("action"),
                            row.getObject("last_at", LocalDateTime.class).toInstant(ZoneOffset.UTC), told));
                });
        if (account[0] != null) {
            each.accept(account[0], List.copyOf(acts));
        }
    }

    /// Lengths of videos that were watched for a time that is told, in seconds.
    Map<String, Double> lengths() {
        Map<String, Double> lengths = new HashMap<>();
        read(LENGTHS.formatted(lake.scan(Collected.VIDEO), lake.scan(CommerceDatasets.OWN_ACTIVITY)), query -> {
        }, row -> lengths.put(row.getString("video_id"), row.getDouble("seconds")));
        return lengths;
    }

    /// All that descriptions of these videos say, by id; without those that are not stored.
    Map<String, String> texts(Collection<String> videos) {
        Map<String, String> texts = new HashMap<>();
        read(TEXTS.formatted(lake.scan(Collected.VIDEO)),
                query -> query.setArray(1, lake.connection().createArrayOf("VARCHAR", videos.toArray())),
                row -> texts.put(row.getString("video_id"), row.getString("text")));
        return texts;
    }

    /// Who made these videos, by id; without those of whom nobody told.
    Map<String, String> creators(Collection<String> videos) {
        Map<String, String> creators = new HashMap<>();
        read(CREATORS.formatted(lake.scan(Collected.VIDEO)),
                query -> query.setArray(1, lake.connection().createArrayOf("VARCHAR", videos.toArray())),
                row -> creators.put(row.getString("video_id"), row.getString("creator")));
        return creators;
    }

    private interface Binding {
        void bind(PreparedStatement query) throws SQLException;
    }

    private interface RowReading {
        void read(ResultSet row) throws SQLException;
    }

    private void read(String sql, Binding binding, RowReading reading) {
        try (PreparedStatement query = lake.connection().prepareStatement(sql)) {
            binding.bind(query);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    reading.read(row);
                }
            }
        } catch (SQLException e) {
            throw StoreException.permanent("what people did was not read", "the lake", "Run \"upswell doctor\".", e);
        }
    }
}
