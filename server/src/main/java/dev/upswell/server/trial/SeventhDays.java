package dev.upswell.server.trial;

import dev.upswell.content.EntityId;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.trial.SeventhDayRepository.Described;
import dev.upswell.server.trial.SeventhDayRepository.Reading;
import dev.upswell.trial.Engagement;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How videos are engaged with at seven days: as somebody told it, or as it was read.
final class SeventhDays {

    private final TenantId tenant;
    private final Database database;
    private final SeventhDayRepository lake = new SeventhDayRepository();

    SeventhDays(TenantId tenant, Database database) {
        this.tenant = tenant;
        this.database = database;
    }

    /// A video that is asked about.
    ///
    /// @param told its rate, where somebody told it; null: readings tell it
    record Wanted(String id, Instant postedAt, @Nullable Double told) {
    }

    /// What is known of these videos, by id, nothing read or due after an instant counted.
    Map<String, Engagement> of(List<Wanted> videos, Instant asOf) {
        Map<String, Instant> due = new HashMap<>();
        for (Wanted video : videos) {
            Instant old = video.postedAt().plus(Engagement.AGE);
            if (video.told() == null && !old.isAfter(asOf)) {
                due.put(video.id(), old);
            }
        }
        Map<String, Reading> readings = due.isEmpty() ? Map.of() : read(due, asOf);
        Map<String, Engagement> known = new HashMap<>();
        for (Wanted video : videos) {
            Reading reading = readings.get(video.id());
            Double told = video.told();
            known.put(video.id(), told != null
                    ? new Engagement.Known(told)
                    : reading == null ? Engagement.unread(video.postedAt(), asOf) : reading.engagement());
        }
        return known;
    }

    private Map<String, Reading> read(Map<String, Instant> due, Instant asOf) {
        try (LakeSession session = database.lake().open(tenant)) {
            return lake.readings(session, due, asOf);
        }
    }

    /// When a video was posted and by whom: as it was told, else as it is stored, else as its id tells.
    Described described(String id, @Nullable String creator, @Nullable Instant postedAt) {
        if (creator != null && postedAt != null) {
            return new Described(creator, postedAt);
        }
        Described stored;
        try (LakeSession session = database.lake().open(tenant)) {
            stored = lake.described(session, List.of(id)).getOrDefault(id, new Described(null, null));
        }
        Instant posted = stored.postedAt() == null
                ? EntityId.video(id).createdAt().orElse(null)
                : stored.postedAt();
        return new Described(creator == null ? stored.creator() : creator, postedAt == null ? posted : postedAt);
    }
}
