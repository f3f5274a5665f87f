package dev.upswell.server.collect.mapper;

import dev.upswell.content.EntityId;
import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.row.CountLimit;
import dev.upswell.server.collect.row.CountsOf;
import dev.upswell.server.collect.row.JsonMapper;
import dev.upswell.server.collect.row.JsonText;
import dev.upswell.server.collect.row.RowCheck;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/// The Creative Center's own hashtag answer: exact views and posts of the last seven days. It does not say when it was given.
final class CreativeCenterHashtagsApiMapper implements JsonMapper {

    @Override
    public FileFormat format() {
        return FileFormat.CREATIVE_CENTER_HASHTAGS_API;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public boolean cumulative() {
        return false;
    }

    @Override
    public boolean recognises(JsonNode item) {
        return item.has("hashtag_name") && item.has("publish_cnt");
    }

    @Override
    public void read(JsonNode item, RowCheck check) {
        EntityId hashtag = check.hashtag("hashtag_name", JsonText.at(item, "hashtag_name"));
        Instant observedAt = check.observedAt("observed_at", null);
        if (observedAt == null) {
            check.reject(RejectReason.MISSING_TIME, "the answer does not say when it was given: state it at import",
                    null);
        }
        check.observe(hashtag, CreativeCenter.hashtagsOf(JsonText.at(item, "country_info", "id")), observedAt,
                CountsOf.topic(check.exact("video_views", JsonText.at(item, "video_views"), CountLimit.TOPIC),
                        check.exact("publish_cnt", JsonText.at(item, "publish_cnt"), CountLimit.ITEMS)));
    }
}
