package dev.upswell.server.recommend;

import dev.upswell.server.collect.Collected;
import dev.upswell.server.commerce.CommerceDatasets;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.Dataset;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A tenant whose lake holds just the videos that a test tells.
public final class Library {

    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final int TOGETHER = 500;

    public final Database database = TestDatabase.shared();
    public final TenantId tenant = TestDatabase.newTenant();

    /// A description of a video.
    public void video(String id, @Nullable String creator, @Nullable Instant posted, @Nullable String caption,
            String hashtags) {
        keep(Collected.VIDEO, List.of(described(id, creator, posted, caption, hashtags)));
    }

    private static Map<String, String> described(String id, @Nullable String creator, @Nullable Instant posted,
            @Nullable String caption, String hashtags) {
        return Map.of("video_id", text(id), "source", "'test'", "creator", text(creator), "created_at",
                posted == null ? "NULL" : text(posted.toString()), "caption", text(caption), "hashtags",
                text(hashtags));
    }

    /// A reading of a video's counters.
    public void reading(String id, Instant at, long views, long likes, long comments, long shares) {
        keep(Collected.OBSERVATION, List.of(read(id, at, views, likes, comments, shares)));
    }

    /// That an account did something with a video; of whom seconds are told, it watched so long.
    public void acted(String account, String action, String video, Instant at, @Nullable Double seconds) {
        keep(CommerceDatasets.OWN_ACTIVITY,
                List.of(Map.of("source", "'upswell-people'", "account", text(account), "action", text(action),
                        "entity_id", text(video), "entity_kind", "'video'", "acted_at", text(at.toString()),
                        "observed_at", text(at.toString()), "watched_seconds",
                        seconds == null ? "NULL" : seconds.toString())));
    }

    /// Something that an account did.
    ///
    /// @param seconds watched; null where nobody told
    public record Did(String account, String action, String video, Instant at, @Nullable Double seconds) {
    }

    /// That accounts did all of this, five hundred in a file.
    public void did(List<Did> all) {
        for (int from = 0; from < all.size(); from += TOGETHER) {
            didTogether(all.subList(from, Math.min(all.size(), from + TOGETHER)));
        }
    }

    private void didTogether(List<Did> all) {
        keep(CommerceDatasets.OWN_ACTIVITY,
                all.stream().map(one -> Map.of("source", "'upswell-people'", "account", text(one.account()), "action",
                        text(one.action()), "entity_id", text(one.video()), "entity_kind", "'video'", "acted_at",
                        text(one.at().toString()), "observed_at", text(one.at().toString()), "watched_seconds",
                        one.seconds() == null ? "NULL" : one.seconds().toString())).toList());
    }

    /// That an account liked these videos on that day, one an hour.
    public void liked(String account, Instant from, String... videos) {
        for (int i = 0; i < videos.length; i++) {
            acted(account, "liked", videos[i], from.plus(Duration.ofHours(i)), null);
        }
    }

    private static Map<String, String> read(String id, Instant at, long views, long likes, long comments,
            long shares) {
        return Map.of("kind", "'video'", "entity_id", text(id), "source", "'test'", "observed_at", text(at.toString()),
                "views", Long.toString(views), "likes", Long.toString(likes), "comments", Long.toString(comments),
                "shares", Long.toString(shares));
    }

    /// So many videos of this hashtag, each of another creator, 27 seconds long and read once, in one file: `tag0`, `tag1` …
    public void videos(String tag, int count, long views) {
        List<Map<String, String>> videos = new ArrayList<>();
        List<Map<String, String>> readings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, String> video = new HashMap<>(described(tag + i, "creator" + tag + i,
                    NOON.minus(Duration.ofHours(5)), "Video " + i + " #" + tag, tag));
            video.put("duration_ms", "27000");
            videos.add(video);
            readings.add(read(tag + i, NOON.minus(Duration.ofHours(1)), views + 100L * i, views / 20, views / 200,
                    views / 100));
        }
        keep(Collected.VIDEO, videos);
        keep(Collected.OBSERVATION, readings);
    }

    private static String text(@Nullable String value) {
        return value == null ? "NULL" : "'" + value.replace("'", "''").replace("Z", "") + "'";
    }

    private void keep(Dataset dataset, List<Map<String, String>> given) {
        try (LakeSession lake = database.lake().open(tenant)) {
            String rows = given.stream().map(row -> dataset.columns().stream()
                    .map(column -> "CAST(" + row.getOrDefault(column.name(), "NULL") + " AS " + column.type() + ") AS "
                            + column.quoted())
                    .collect(Collectors.joining(", ", "SELECT ", ""))).collect(Collectors.joining(" UNION ALL "));
            lake.stage(dataset, rows).ifPresent(
                    file -> database.transactions().run(tenant, db -> database.manifest().publish(db, file)));
        }
    }
}
