package dev.upswell.server.collect.archive;

import dev.upswell.commerce.OwnActivity;
import dev.upswell.commerce.OwnActivity.Action;
import dev.upswell.content.Counts;
import dev.upswell.content.EntityId;
import dev.upswell.content.Video;
import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.row.CountLimit;
import dev.upswell.server.collect.row.FactMapper;
import dev.upswell.server.collect.row.FigureCheck;
import dev.upswell.server.collect.row.JsonText;
import dev.upswell.server.collect.row.RowCheck;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Entries of an exported account: posts of one's own that say that everyone can view them become videos with their likes, and what was watched, liked, favourited
/// and shared is kept as it happened. Times are UTC. The export does not say when it was made: `--observed-at`, else likes of
/// own posts are left out.
public final class ExportMapper implements FactMapper {

    private static final String POST = "post";
    private static final Pattern SOUND = Pattern.compile("https?://[^\\s]*/music/(?:[^/]*-)?(\\d{5,20})(?:[/.?].*)?");
    private static final Pattern HASHTAG = Pattern.compile("https?://[^\\s]*/tag/([^/?]+).*");
    private static final Pattern SHARED_VIDEO = Pattern.compile("https?://[^\\s]*/video/(\\d{5,20})(?:[/?].*)?");

    @Override
    public FileFormat format() {
        return FileFormat.TIKTOK_USER_EXPORT;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public boolean recognises(JsonNode item) {
        String did = JsonText.at(item, "did");
        return (POST.equals(did) || action(did) != null) && (item.has("date") || item.has("link"));
    }

    @Override
    public void read(JsonNode item, RowCheck check, FigureCheck figures) {
        String did = JsonText.at(item, "did");
        if (POST.equals(did)) {
            post(item, check);
            return;
        }
        Action action = action(did);
        if (action == null) {
            check.reject(RejectReason.BAD_KIND, "did", did);
            return;
        }
        Instant at = check.time("date", JsonText.at(item, "date"), ZoneOffset.UTC);
        EntityId about = about(JsonText.at(item, "link"), check);
        if (at != null && about != null) {
            check.fact(new OwnActivity(null, action, about, at, null, contentSource(), at));
        }
    }

    private void post(JsonNode item, RowCheck check) {
        String open = JsonText.at(item, "whocanview");
        if (open == null || !open.toLowerCase(Locale.ROOT).matches("everyone|public|public_to_everyone")) {
            check.reject(RejectReason.PRIVATE, open == null ? "whocanview is not told" : "whocanview", open);
            return;
        }
        EntityId video = about(JsonText.at(item, "link"), check);
        Instant created = check.createdAt("date", JsonText.at(item, "date"), video);
        Instant told = check.observedAt("observed_at", null);
        var likes = check.exact("likes", JsonText.at(item, "likes"), CountLimit.REACTIONS);
        if (video != null) {
            check.describe(new Video(video, null, null, List.of(), created, null, JsonText.at(item, "title")), told);
            check.observe(video, contentSource(), told, new Counts(null, likes, null, null, null, null, null));
        }
    }

    private static @Nullable Action action(@Nullable String did) {
        return switch (did == null ? "" : did) {
            case "watched" -> Action.WATCHED;
            case "liked" -> Action.LIKED;
            case "favourited" -> Action.FAVOURITED;
            case "shared" -> Action.SHARED;
            default -> null;
        };
    }

    /// What an address leads to; rejects the row when it leads to nothing that is kept.
    private static @Nullable EntityId about(@Nullable String link, RowCheck check) {
        if (link == null) {
            check.reject(RejectReason.MISSING_ID, "link", null);
            return null;
        }
        Matcher sound = SOUND.matcher(link);
        if (sound.matches()) {
            return EntityId.sound(sound.group(1));
        }
        Matcher tag = HASHTAG.matcher(link);
        if (tag.matches()) {
            return check.hashtag("link", tag.group(1));
        }
        Matcher video = SHARED_VIDEO.matcher(link);
        if (video.matches()) {
            return EntityId.video(video.group(1));
        }
        check.reject(RejectReason.BAD_ID, "link", link);
        return null;
    }
}
