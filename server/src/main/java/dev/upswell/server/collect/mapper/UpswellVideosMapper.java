package dev.upswell.server.collect.mapper;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.content.Video;
import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.row.JsonMapper;
import dev.upswell.server.collect.row.JsonText;
import dev.upswell.server.collect.row.RowCheck;
import tools.jackson.databind.JsonNode;

/// Upswell's own descriptions of videos, without counters.
final class UpswellVideosMapper implements JsonMapper {

    @Override
    public FileFormat format() {
        return FileFormat.UPSWELL_VIDEOS;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String contentSource() {
        return "upswell";
    }

    @Override
    public boolean recognises(JsonNode item) {
        return item.has("id") && (item.has("createdAt") || item.has("durationSeconds"));
    }

    @Override
    public void read(JsonNode item, RowCheck check) {
        EntityId video = check.ownId("id", JsonText.at(item, "id"), EntityKind.VIDEO);
        String sound = JsonText.at(item, "sound");
        EntityId soundId = sound == null ? null : check.ownId("sound", sound, EntityKind.SOUND);
        if (video != null) {
            check.describeUndated(new Video(video, check.creatorIfGiven(JsonText.at(item, "creator")), soundId,
                    check.hashtags(JsonText.each(item.path("hashtags"), "name")),
                    check.createdAt("createdAt", JsonText.at(item, "createdAt"), video),
                    check.seconds("durationSeconds", JsonText.at(item, "durationSeconds")),
                    JsonText.at(item, "caption")));
        }
    }
}
