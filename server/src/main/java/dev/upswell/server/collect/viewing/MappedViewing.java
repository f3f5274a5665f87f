package dev.upswell.server.collect.viewing;

import dev.upswell.content.EntityId;
import dev.upswell.server.collect.row.FigureCheck;
import dev.upswell.server.collect.row.RowCheck;
import dev.upswell.server.mapping.ColumnMapping;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a row of one's own columns says of how its video is watched.
///
/// **units** as the value or the name of the column says; where neither does, as in exports of TikTok Studio.
public final class MappedViewing {

    private static final Map<String, Figure> FIGURES = Map.of("completion-rate", Figure.COMPLETION, "average-watch",
            Figure.WATCH_TIME, "rewatch-ratio", Figure.REWATCH, "retention-3s", Figure.RETENTION_3S, "retention-5s",
            Figure.RETENTION_5S, "profile-views", Figure.PROFILE_VIEWS, "link-clicks", Figure.LINK_CLICKS,
            "new-followers", Figure.NEW_FOLLOWERS);

    private MappedViewing() {
    }

    /// Adds the fact, if the mapping names columns of it and they say something.
    ///
    /// @param source who tells the row; null when that could not be read, and the row is refused
    /// @param toldAt null for when the importer says, else the import
    public static void read(ColumnMapping mapping, @Nullable EntityId video, @Nullable String source,
            @Nullable Instant toldAt,
            Function<String, @Nullable String> field, RowCheck check, FigureCheck figures) {
        ViewingCheck viewing = new ViewingCheck(check, figures);
        for (String key : ColumnMapping.VIEWING) {
            String column = mapping.content().get(key);
            Figure figure = FIGURES.get(key);
            if (column != null && figure != null) {
                viewing.read(figure, column, field.apply(column), StudioTitle.unit(column));
            }
        }
        if (source != null) {
            viewing.fact(video, source, toldAt);
        }
    }
}
