package dev.upswell.commerce;

import dev.upswell.content.EntityId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Something that one made or plans to post: a clip with its hook, caption and script.
///
/// @param id one's own name for it
/// @param words what is written and said in it
/// @param campaign to which it belongs; null when it is not told
/// @param duration null when it is not told
/// @param sound null when it is not told
/// @param hashtags without `#`; empty when none is told
/// @param plannedAt when it is to be posted; null when it is not told
/// @param postedAt when it was posted; null when it was not, or it is not told
/// @param video as which it was posted; null when it was not, or it is not told
public record OwnAsset(String id, String source, Instant observedAt, Words words, @Nullable String campaign,
        @Nullable Duration duration, @Nullable EntityId sound, List<EntityId> hashtags, @Nullable Instant plannedAt,
        @Nullable Instant postedAt, @Nullable EntityId video) implements CommerceFact {

    /// What is written and said in it.
    ///
    /// @param caption null when it is not told
    /// @param hook its first seconds in words; null when it is not told
    /// @param script null when it is not told
    public record Words(@Nullable String caption, @Nullable String hook, @Nullable String script) {
    }

    public OwnAsset {
        hashtags = List.copyOf(hashtags);
    }

    @Override
    public OwnAsset from(String other) {
        return new OwnAsset(id, other, observedAt, words, campaign, duration, sound, hashtags, plannedAt, postedAt,
                video);
    }

    @Override
    public OwnAsset withTexts(UnaryOperator<String> change) {
        Words clean = new Words(CommerceFact.changed(words.caption(), change),
                CommerceFact.changed(words.hook(), change),
                CommerceFact.changed(words.script(), change));
        return new OwnAsset(id, source, observedAt, clean, CommerceFact.changed(campaign, change), duration, sound,
                hashtags, plannedAt, postedAt, video);
    }
}
