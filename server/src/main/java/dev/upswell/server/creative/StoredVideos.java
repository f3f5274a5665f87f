package dev.upswell.server.creative;

import dev.upswell.content.EntityId;
import dev.upswell.creative.Reactions;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Videos of a tenant as they were posted, with their last counts.
public final class StoredVideos {

    private final TenantId tenant;
    private final StoredVideoRepository videos;

    public StoredVideos(TenantId tenant, Database database) {
        this.tenant = tenant;
        videos = new StoredVideoRepository(database);
    }

    /// A video as it was posted.
    ///
    /// @param lengthSeconds null where nobody tells it
    /// @param postedAt null where nobody tells it
    /// @param hashtags names in lower case without `#`
    public record Posted(EntityId id, @Nullable Double lengthSeconds, @Nullable Instant postedAt, List<String> hashtags,
            Reactions reactions) {

        public Posted {
            hashtags = List.copyOf(hashtags);
        }
    }

    /// The videos of a subject, in the order of their ids.
    public List<Posted> of(PatternSubject subject) {
        return videos.stored(tenant, subject).stream().map(one -> new Posted(one.candidate().id(),
                one.posting().lengthSeconds(), one.candidate().postedAt(), one.posting().hashtags(),
                one.candidate().reactions())).toList();
    }
}
