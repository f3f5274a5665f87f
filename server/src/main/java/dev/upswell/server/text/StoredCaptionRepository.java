package dev.upswell.server.text;

import dev.upswell.language.Cleaning;
import dev.upswell.language.TextTokens;
import dev.upswell.language.Token.Kind;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.store.TenantId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Captions of a tenant, read from the lake.
///
/// Of several sources the first by order of text speaks; hashtags are those of all.
final class StoredCaptionRepository {

    /// So many captions are read at most; of more, those posted last.
    static final int MOST = 200_000;

    private static final String QUERY = """
        SELECT video_id AS id, min(creator) AS creator, min(caption) AS caption, min(created_at) AS created_at,
            array_to_string(list_sort(list_distinct(flatten(list(string_split(coalesce(hashtags, ''), ' '))))), ' ') AS hashtags
        FROM %s WHERE %s GROUP BY video_id HAVING min(caption) IS NOT NULL OR max(coalesce(hashtags, '')) <> ''
        ORDER BY min(created_at) DESC NULLS LAST, video_id LIMIT %d""";

    private final Database database;

    StoredCaptionRepository(Database database) {
        this.database = database;
    }

    /// The captions by video id.
    List<StoredCaption> list(TenantId tenant) {
        return read(tenant, "TRUE", List.of());
    }

    /// The caption of one video; empty where it has none.
    Optional<StoredCaption> find(TenantId tenant, String video) {
        return read(tenant, "video_id = ?", List.of(video)).stream().findFirst();
    }

    /// The captions of these videos, by video id.
    List<StoredCaption> list(TenantId tenant, List<String> videos) {
        return read(tenant, "video_id IN (SELECT unnest(string_split(?, ' ')))", List.of(String.join(" ", videos)));
    }

    private static StoreException failure(SQLException cause) {
        return StoreException.permanent("captions were not read", "the lake", "Run \"upswell doctor\".", cause);
    }

    private List<StoredCaption> read(TenantId tenant, String which, List<String> values) {
        try (LakeSession lake = database.lake().open(tenant);
                PreparedStatement query = lake.connection()
                        .prepareStatement(QUERY.formatted(lake.scan(Collected.VIDEO), which, MOST))) {
            for (int place = 0; place < values.size(); place++) {
                query.setString(place + 1, values.get(place));
            }
            List<StoredCaption> captions = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    LocalDateTime posted = row.getObject("created_at", LocalDateTime.class);
                    captions.add(caption(row.getString("id"), row.getString("creator"), row.getString("caption"),
                            row.getString("hashtags"), posted));
                }
            }
            captions.sort((a, b) -> a.video().compareTo(b.video()));
            return captions;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static StoredCaption caption(String id, @Nullable String creator, @Nullable String caption, String told,
            @Nullable LocalDateTime posted) {
        TextTokens text = TextTokens.of(caption == null ? "" : caption);
        Set<String> hashtags = new LinkedHashSet<>(text.of(Kind.HASHTAG));
        StringBuilder whole = new StringBuilder(text.text());
        for (String name : told.split(" ")) {
            String folded = Cleaning.folded(name);
            if (!folded.isEmpty() && hashtags.add(folded)) {
                whole.append(" #").append(folded);
            }
        }
        return new StoredCaption(id, creator, posted == null ? null : posted.toInstant(ZoneOffset.UTC),
                TextTokens.of(whole.toString()), List.copyOf(hashtags));
    }
}
