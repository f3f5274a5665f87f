package dev.upswell.commerce;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.content.Viewing;
import java.time.Instant;
import java.util.function.UnaryOperator;

/// What the owner of a video was told of how it is watched.
///
/// @param told totals since the video was posted, at least one of them
public record VideoViewing(EntityId video, String source, Instant observedAt,
        Viewing told) implements CommerceFact {

    public VideoViewing {
        if (video.kind() != EntityKind.VIDEO) {
            throw new IllegalArgumentException(
                    "video (" + video + ") must be of kind video\nMaybe use EntityId.video.");
        }
        if (told.tellsNothing()) {
            throw new IllegalArgumentException(
                    "viewing of " + video.value() + " (none) must tell a figure\nMaybe leave the fact out.");
        }
    }

    @Override
    public VideoViewing from(String other) {
        return new VideoViewing(video, other, observedAt, told);
    }

    @Override
    public VideoViewing withTexts(UnaryOperator<String> change) {
        return this;
    }
}
