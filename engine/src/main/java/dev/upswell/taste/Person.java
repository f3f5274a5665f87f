package dev.upswell.taste;

import dev.upswell.content.EntityId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somebody who is profiled, by what they made, met and sent away.
///
/// @param followers null where nobody told
/// @param liked posts, reposts and likes, in any order; of each source the newest are looked at
/// @param hidden what they sent away
public record Person(EntityId handle, @Nullable Long followers, List<TastedItem> liked, List<TastedItem> hidden) {

    public Person {
        liked = List.copyOf(liked);
        hidden = List.copyOf(hidden);
    }
}
