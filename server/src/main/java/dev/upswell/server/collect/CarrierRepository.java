package dev.upswell.server.collect;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StoreException;
import dev.upswell.timeline.Carriers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds the videos that carry hashtags or sounds, and when each was first read.
///
/// **cost** one scan of the video descriptions and of the videos' reading times
public final class CarrierRepository {

    private static final String CARRIERS = """
        WITH described AS (
            SELECT video_id, min(creator) AS creator, min(sound) AS sound,
                list_distinct(flatten(list(string_split(hashtags, ' ')))) AS hashtags FROM %1$s GROUP BY video_id),
        read AS (
            SELECT entity_id AS video_id, (epoch_us(min(observed_at)) + 999999) // 1000000 AS second FROM %2$s
            WHERE kind = 'video' AND observed_at <= CAST('%3$s' AS TIMESTAMP) GROUP BY entity_id),
        carried AS (%4$s)
        SELECT entity_id, second, video_id, creator FROM carried JOIN read USING (video_id) ORDER BY ALL""";

    private static final String OF_HASHTAGS = """
        SELECT unnest(hashtags) AS entity_id, video_id, creator FROM described""";

    private static final String OF_SOUNDS = """
        SELECT sound AS entity_id, video_id, creator FROM described WHERE sound IS NOT NULL""";

    private CarrierRepository() {
    }

    /// The carriers of all entities of this kind that had been read at or before `to`; only hashtags and sounds have any.
    public static Map<EntityId, Carriers> carriers(LakeSession lake, EntityKind kind, Instant to) {
        return switch (kind) {
            case HASHTAG -> carriers(lake, kind, to, OF_HASHTAGS);
            case SOUND -> carriers(lake, kind, to, OF_SOUNDS);
            case VIDEO, CREATOR -> Map.of();
        };
    }

    private static Map<EntityId, Carriers> carriers(LakeSession lake, EntityKind kind, Instant to, String carried) {
        String sql = CARRIERS.formatted(lake.scan(Collected.VIDEO), lake.scan(Collected.OBSERVATION, Instant.EPOCH, to),
                to.truncatedTo(ChronoUnit.MICROS).toString().replace("Z", ""), carried);
        Map<EntityId, List<Carriers.Carrier>> found = new HashMap<>();
        try (Statement statement = lake.connection().createStatement(); ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                if (!row.getString(1).isBlank()) {
                    found.computeIfAbsent(new EntityId(kind, row.getString(1)), any -> new ArrayList<>())
                            .add(new Carriers.Carrier(row.getLong(2), row.getString(3), row.getString(4)));
                }
            }
        } catch (SQLException e) {
            throw StoreException.permanent("carrying videos were not read", "lake of tenant " + lake.tenant(),
                    "Check that the data folder is complete; the log has the statement.", e);
        }
        Map<EntityId, Carriers> all = new HashMap<>();
        found.forEach((id, carriers) -> all.put(id, Carriers.of(carriers)));
        return all;
    }
}
