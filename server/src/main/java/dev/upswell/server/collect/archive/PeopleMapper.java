package dev.upswell.server.collect.archive;

import dev.upswell.commerce.OwnActivity;
import dev.upswell.commerce.OwnActivity.Action;
import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.row.FactMapper;
import dev.upswell.server.collect.row.FigureCheck;
import dev.upswell.server.collect.row.JsonText;
import dev.upswell.server.collect.row.RowCheck;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Upswell's own format for what people did with videos: `account`, `video`, `action`, `at`, and `seconds` where it was watched.
///
/// **units** `at` in UTC unless it names its zone, `seconds` in seconds
public final class PeopleMapper implements FactMapper {

    private static final List<String> FIELDS = List.of("account", "video", "action", "at");

    @Override
    public FileFormat format() {
        return FileFormat.UPSWELL_PEOPLE;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public boolean recognises(JsonNode item) {
        return item.propertyNames().containsAll(FIELDS);
    }

    @Override
    public void read(JsonNode item, RowCheck check, FigureCheck figures) {
        EntityId account = check.creator("account", JsonText.at(item, "account"));
        EntityId video = check.ownId("video", JsonText.at(item, "video"), EntityKind.VIDEO);
        Action action = action(JsonText.at(item, "action"), check);
        Instant at = check.time("at", JsonText.at(item, "at"), ZoneOffset.UTC);
        Duration watched = check.seconds("seconds", JsonText.at(item, "seconds"));
        if (account != null && video != null && action != null && at != null) {
            check.fact(new OwnActivity(account.value(), action, video, at, watched, format().label(), at));
        }
    }

    private static @Nullable Action action(@Nullable String word, RowCheck check) {
        Action action = word == null ? null : Action.find(word).orElse(null);
        if (action == null) {
            check.reject(RejectReason.BAD_KIND, "action", word);
        }
        return action;
    }
}
