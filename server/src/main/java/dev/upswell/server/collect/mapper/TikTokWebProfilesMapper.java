package dev.upswell.server.collect.mapper;

import dev.upswell.content.Count;
import dev.upswell.content.EntityId;
import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.row.CountLimit;
import dev.upswell.server.collect.row.CountsOf;
import dev.upswell.server.collect.row.JsonMapper;
import dev.upswell.server.collect.row.JsonText;
import dev.upswell.server.collect.row.RowCheck;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Profiles of creators and hashtags as TikTok's web pages give them, and as api23-style services relay them.
///
/// `statsV2` has the same counters as text and exact; it goes before `stats`. `heartCount` of a creator are the likes received.
final class TikTokWebProfilesMapper implements JsonMapper {

    @Override
    public FileFormat format() {
        return FileFormat.TIKTOK_WEB_PROFILES;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String contentSource() {
        return TikTokWebItemsMapper.SOURCE;
    }

    @Override
    public boolean recognises(JsonNode item) {
        return item.at("/userInfo/user").isObject() || item.at("/challengeInfo/challenge").isObject();
    }

    @Override
    public void read(JsonNode item, RowCheck check) {
        JsonNode creator = item.path("userInfo");
        JsonNode hashtag = item.path("challengeInfo");
        if (JsonText.isTrue(creator, "user", "privateAccount") || JsonText.isTrue(creator, "user", "secret")) {
            check.reject(RejectReason.PRIVATE, "user.privateAccount or user.secret", "true");
            return;
        }
        Instant observedAt = check.observedAt("observedAt", null);
        if (observedAt == null) {
            check.reject(RejectReason.MISSING_TIME, "observed at", null);
            return;
        }
        if (creator.path("user").isObject()) {
            String handle = JsonText.at(creator, "user", "uniqueId");
            EntityId id = check.creator("user.uniqueId", handle);
            check.observe(id, contentSource(), observedAt, CountsOf.creator(
                    count(creator, "followerCount", CountLimit.PEOPLE, check),
                    JsonText.at(creator, "statsV2", "heartCount") == null && JsonText.at(creator, "stats",
                            "heartCount") == null
                                    ? count(creator, "heart", CountLimit.REACTIONS, check)
                                    : count(creator, "heartCount", CountLimit.REACTIONS, check),
                    count(creator, "videoCount", CountLimit.ITEMS, check)));
            check.name(id, handle);
        }
        if (hashtag.path("challenge").isObject()) {
            String name = JsonText.at(hashtag, "challenge", "title");
            EntityId id = check.hashtag("challenge.title", name);
            check.observe(id, contentSource(), observedAt, CountsOf.topic(
                    count(hashtag, "viewCount", CountLimit.TOPIC, check),
                    count(hashtag, "videoCount", CountLimit.ITEMS, check)));
            check.name(id, name);
        }
    }

    private static @Nullable Count count(JsonNode about, String name, CountLimit limit, RowCheck check) {
        return check.displayed(name,
                JsonText.first(JsonText.at(about, "statsV2", name), JsonText.at(about, "stats", name)), limit);
    }
}
