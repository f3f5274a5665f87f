package dev.upswell.server.taste;

import dev.upswell.language.TextTokens;
import dev.upswell.language.Token;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.store.TenantId;
import dev.upswell.taxonomy.SaidText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The captions of a tenant's videos in the lake.
final class CaptionRepository {

    /// So many are read at most; of more, those whose ids hash lowest.
    static final int MOST = 100_000;

    private static final String QUERY = """
        SELECT video_id, min(creator) AS creator, min(caption) AS caption, min(hashtags) AS hashtags FROM %s
        WHERE coalesce(caption, '') <> '' OR coalesce(hashtags, '') <> ''
        GROUP BY video_id ORDER BY md5(video_id), video_id LIMIT %d""";

    private CaptionRepository() {
    }

    /// The captions with their authors, and hashtags that do not stand in them; each video's once.
    static List<SaidText> all(TenantId tenant, Database database) {
        try (LakeSession lake = database.lake().open(tenant);
                Statement statement = lake.connection().createStatement();
                ResultSet row = statement.executeQuery(QUERY.formatted(lake.scan(Collected.VIDEO), MOST))) {
            List<SaidText> texts = new ArrayList<>();
            while (row.next()) {
                texts.add(new SaidText(text(row.getString("caption"), row.getString("hashtags")),
                        row.getString("creator")));
            }
            return texts;
        } catch (SQLException e) {
            throw StoreException.permanent("captions were not read", "the lake", "Run \"upswell doctor\".", e);
        }
    }

    private static String text(@Nullable String caption,
            @Nullable String hashtags) {
        StringBuilder text = new StringBuilder(caption == null ? "" : caption);
        Set<String> said = Set.copyOf(TextTokens.of(text.toString()).of(Token.Kind.HASHTAG));
        for (String tag : (hashtags == null ? "" : hashtags).split(" ")) {
            if (!tag.isBlank() && !said.contains(tag)) {
                text.append(" #").append(tag);
            }
        }
        return text.toString();
    }
}
