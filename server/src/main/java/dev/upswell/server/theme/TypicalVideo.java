package dev.upswell.server.theme;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.server.text.StoredCaption;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A video that is typical of a theme, with what it says and whose it is.
@Schema(name = "ThemeVideo")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TypicalVideo(@Schema(description = "Id of the video") String video,
        @Schema(description = "As it was collected, with the hashtags told beside it; left out where none is stored any more") @Nullable String caption,
        @Schema(description = "Handle in lower case; left out when unknown") @Nullable String creator,
        @Schema(description = "When it was posted, in UTC; left out when unknown") @Nullable Instant postedAt) {

    /// These videos in their order.
    static List<TypicalVideo> of(List<String> videos, List<StoredCaption> stored) {
        Map<String, StoredCaption> known = stored.stream()
                .collect(Collectors.toMap(StoredCaption::video, Function.identity(), (first, later) -> first));
        return videos.stream().map(video -> of(video, known.get(video))).toList();
    }

    private static TypicalVideo of(String video, @Nullable StoredCaption stored) {
        return stored == null
                ? new TypicalVideo(video, null, null, null)
                : new TypicalVideo(video, stored.text().text(), stored.creator(), stored.postedAt());
    }
}
