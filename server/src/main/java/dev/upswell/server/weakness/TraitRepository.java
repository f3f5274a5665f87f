package dev.upswell.server.weakness;

import dev.upswell.content.EntityKind;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.trend.MetricDataset;
import dev.upswell.server.trend.MetricRepository;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads from the lake how entities moved before cuts, and what their videos speak and carry.
final class TraitRepository {

    private final TenantId tenant;
    private final Database database;

    TraitRepository(TenantId tenant, Database database) {
        this.tenant = tenant;
        this.database = database;
    }

    /// Of whom at which cut.
    record At(String entity, Instant cut) {
    }

    /// How entities of a kind moved in the 24 hours before these instants, where a window ends there.
    ///
    /// **cost** a pass over the metrics from the first of these instants to the last; what is held is one movement for each that is asked for
    Map<At, Traits.Movement> movements(EntityKind kind, Collection<At> asked) {
        if (asked.isEmpty()) {
            return Map.of();
        }
        Instant first = asked.stream().map(At::cut).min(Comparator.naturalOrder()).orElseThrow();
        Instant last = asked.stream().map(At::cut).max(Comparator.naturalOrder()).orElseThrow();
        try (LakeSession lake = database.lake().open(tenant)) {
            // Both name a window, so that an older computation never takes the place of a newer one.
            String rows = MetricRepository.newestOf(lake.scan(MetricDataset.METRIC, first, last), """
                window_length = '24h' AND kind = ? AND window_end >= ? AND window_end <= ?
                AND (entity_id, epoch_us(window_end)) IN
                    (SELECT unnest(CAST(? AS VARCHAR[])), unnest(CAST(? AS BIGINT[])))""");
            try (PreparedStatement query = lake.connection().prepareStatement(
                    "SELECT entity_id, epoch_us(window_end), log_view_growth_24h, is_new FROM " + rows)) {
                query.setString(1, kind.label());
                query.setObject(2, utc(first));
                query.setObject(3, utc(last));
                query.setArray(4, lake.connection().createArrayOf("VARCHAR",
                        asked.stream().map(At::entity).toArray()));
                query.setArray(5, lake.connection().createArrayOf("BIGINT",
                        asked.stream().map(at -> ChronoUnit.MICROS.between(Instant.EPOCH, at.cut())).toArray()));
                Map<At, Traits.Movement> movements = new HashMap<>();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        movements.put(new At(row.getString(1), micros(row.getLong(2))),
                                new Traits.Movement(row.getObject(3, Double.class), row.getBoolean(4)));
                    }
                }
                return movements;
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /// Of videos their language and sound; of hashtags and sounds the language of most of their videos posted before `from`.
    ///
    /// @param languages of captions, by video
    Map<String, Traits.Carried> carried(EntityKind kind, Instant from, Map<String, String> languages) {
        Map<String, Traits.Carried> carried = new HashMap<>();
        Map<String, Map<String, Integer>> counts = new HashMap<>();
        if (kind == EntityKind.CREATOR) {
            return carried;
        }
        videos(kind == EntityKind.VIDEO ? null : from, (video, sound, hashtags) -> {
            String language = languages.get(video);
            if (kind == EntityKind.VIDEO) {
                carried.put(video, new Traits.Carried(language, sound));
            } else if (language != null) {
                String[] carriers = kind == EntityKind.SOUND
                        ? sound == null ? new String[0] : new String[]{sound}
                        : hashtags == null ? new String[0] : hashtags.split(" ");
                for (String carrier : carriers) {
                    counts.computeIfAbsent(carrier, _ -> new HashMap<>()).merge(language, 1, Integer::sum);
                }
            }
        });
        counts.forEach((entity, spoken) -> carried.put(entity, new Traits.Carried(spoken.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey).orElse(null), null)));
        return carried;
    }

    @FunctionalInterface
    private interface Described {

        void video(String id, @Nullable String sound, @Nullable String hashtags);
    }

    /// @param before null for videos whenever they were posted
    private void videos(@Nullable Instant before, Described described) {
        try (LakeSession lake = database.lake().open(tenant);
                PreparedStatement query = lake.connection().prepareStatement(
                        "SELECT video_id, min(sound), min(hashtags) FROM " + lake.scan(Collected.VIDEO)
                                + (before == null ? "" : " WHERE created_at < ?") + " GROUP BY video_id")) {
            if (before != null) {
                query.setObject(1, utc(before));
            }
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    described.video(row.getString(1), row.getString(2), row.getString(3));
                }
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private StoreException failure(SQLException e) {
        return StoreException.permanent("errors were not analysed", "lake of tenant " + tenant,
                "Check that the data folder is complete; the log has the statement.", e);
    }

    private static Instant micros(long epochMicros) {
        return Instant.ofEpochSecond(Math.floorDiv(epochMicros, 1_000_000L),
                Math.floorMod(epochMicros, 1_000_000L) * 1_000);
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
