package dev.upswell.server.collect.mapped;

import dev.upswell.content.Counts;
import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.content.Video;
import dev.upswell.server.collect.row.CountLimit;
import dev.upswell.server.collect.row.RowCheck;
import dev.upswell.server.collect.row.WrittenId;
import dev.upswell.server.mapping.ColumnMapping;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a mapped row says of a video beside its own counters: its description, and the counters of its creator and sound.
public final class MappedVideo {

    private static final Pattern BETWEEN_TAGS = Pattern.compile("[\\s,;|\\[\\]'\"]+");
    private static final Pattern CLOCK = Pattern.compile("(?:(\\d{1,2}):)?(\\d{1,3}):(\\d{2})");

    private final ColumnMapping mapping;
    private final @Nullable String source;
    private final Function<String, @Nullable String> field;
    private final RowCheck check;

    /// @param source who tells the row; `null` when that cannot be read
    public MappedVideo(ColumnMapping mapping, @Nullable String source, Function<String, @Nullable String> field,
            RowCheck check) {
        this.mapping = mapping;
        this.source = source;
        this.field = field;
        this.check = check;
    }

    /// Whether a counter is of the entity that the row is about: followers are of a named creator, posts of a named sound.
    public boolean belongs(String counter) {
        return !mapping.describes() || !switch (counter) {
            case "followers" -> mapping.content().containsKey("creator");
            case "posts" -> mapping.content().containsKey("sound");
            default -> false;
        };
    }

    /// Adds the description and the readings of others, if the mapping has any.
    public void describe(@Nullable EntityId video, @Nullable Instant observedAt,
            Function<String, @Nullable String> count) {
        if (!mapping.describes() || video == null || video.kind() != EntityKind.VIDEO) {
            return;
        }
        EntityId creator = check.creatorIfGiven(creator());
        EntityId sound = check.soundIfGiven(said("sound"));
        String tags = said("hashtags");
        check.describe(new Video(video, creator, sound,
                check.hashtags(tags == null ? List.of() : List.of(BETWEEN_TAGS.split(tags))), posted(video),
                check.seconds("duration", seconds(said("duration"))), said("caption")), observedAt);
        if (!belongs("followers")) {
            check.observe(creator, source, observedAt, new Counts(null, null, null, null, null, null,
                    check.displayed("followers", count.apply("followers"), CountLimit.PEOPLE)));
        }
        if (!belongs("posts")) {
            check.observe(sound, source, observedAt,
                    new Counts(null, null, null, null, null,
                            check.displayed("posts", count.apply("posts"), CountLimit.ITEMS), null));
        }
    }

    private @Nullable String creator() {
        String named = said("creator");
        return named != null ? named : WrittenId.handleInAddress(said("url")).orElse(null);
    }

    private @Nullable Instant posted(EntityId video) {
        var posted = mapping.posted();
        return check.createdAt("posted", posted == null ? null : LocalTimeText.of(posted, field), video);
    }

    private @Nullable String said(String key) {
        String column = mapping.content().get(key);
        return column == null ? null : field.apply(column);
    }

    /// `01:05` and `1:02:03` as seconds; other texts as they are.
    static @Nullable String seconds(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var clock = CLOCK.matcher(text);
        if (!clock.matches()) {
            return text;
        }
        int hours = clock.group(1) == null ? 0 : Integer.parseInt(clock.group(1));
        return Integer.toString(
                hours * 3600 + Integer.parseInt(clock.group(2)) * 60 + Integer.parseInt(clock.group(3)));
    }
}
