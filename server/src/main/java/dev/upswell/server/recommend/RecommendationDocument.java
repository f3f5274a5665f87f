package dev.upswell.server.recommend;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.recommend.FinalScore;
import dev.upswell.recommend.Way;
import dev.upswell.server.seek.LiveDocument;
import dev.upswell.server.seek.LiveFind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A recommendation as pages, programs and the command line show it. What is absent is left out.
@Schema(name = "Recommendation")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecommendationDocument(
        @Schema(description = "Left out where the list could not be kept") @Nullable UUID id, Instant at,
        @Schema(description = "How many videos were asked for") int asked,
        @Schema(description = "Which configuration made the list") String configuration,
        @Schema(description = "How many videos could have been shown") int candidates,
        @Schema(description = "What was away or missing, and what was done in its place") List<Lack> degraded,
        @Schema(description = "What a live source was asked for the list; left out where nobody wished it") @Nullable LiveDocument live,
        List<Item> items) {

    public RecommendationDocument {
        degraded = List.copyOf(degraded);
        items = List.copyOf(items);
    }

    /// Something that was away or missing.
    @Schema(name = "RecommendationLack")
    public record Lack(Degraded what, String says) {
    }

    /// A recommended video.
    @Schema(name = "RecommendedVideo")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(@Schema(description = "From 1") int place, String video, @Nullable String creator,
            @Nullable String caption,
            @Schema(description = "By formula, 0 to 1") double score,
            @Schema(description = "0 to 1; left out when nothing of it is known") @Nullable Double virality,
            @Schema(description = "0 to 1; left out when nothing of it is known") @Nullable Double relevance,
            @Schema(description = "0 to 1; left out when a count is missing") @Nullable Double engagement,
            @Schema(description = "How well it goes with the account by what all people did, 0 to 1; left out where that is not known") @Nullable Double crowd,
            @Schema(description = "Terms of the score by name, 0 to 1, without those that are unknown") Map<String, Double> terms,
            @Schema(description = "Liked categories that it is of, the strongest first") List<String> tags, String why,
            @Schema(description = "How it was found; left out where that was not kept") @Nullable Found found,
            @Schema(description = "Of being drawn at this place, given those before") double probability,
            @Schema(description = "Which live source told of it; left out where none did") @Nullable LiveFind live) {
    }

    /// How a video was found.
    @Schema(name = "RecommendedVideoFound")
    public record Found(
            @Schema(description = "QUERY: by words; LIVE: by words put to a live source; VECTORS: by likeness; CROWD: by what people who turned to the same turned to; POPULARITY: by views, or by what all people did") Way way,
            String says) {

        static Found of(Way way) {
            return new Found(way, switch (way) {
                case QUERY -> "Found by words that tell what the account turns to.";
                case LIVE -> "Found by words that were put to a live source.";
                case VECTORS -> "Found by its likeness to what the account liked.";
                case CROWD -> "Found because people who turned to the same videos turned to it.";
                case POPULARITY -> "Found because many viewed it or did something with it.";
            });
        }
    }

    /// @param videos what is stored of them, by id
    static RecommendationDocument of(Given given, Map<String, LibraryVideo> videos) {
        return new RecommendationDocument(given.id(), given.at(), given.asked(), given.configuration(),
                given.candidates(),
                given.degraded().stream().sorted().map(one -> new Lack(one, one.says())).toList(),
                LiveDocument.of(given.live()), given.items().stream()
                        .map(item -> item(item, videos.get(item.video()), given.live().find(item.video()))).toList());
    }

    private static Item item(Given.Item item, @Nullable LibraryVideo video, @Nullable LiveFind live) {
        return new Item(item.place(), item.video(), video == null ? null : video.creator(),
                video == null ? null : video.caption(), item.score(), item.virality(), item.relevance(),
                item.engagement(), item.terms().get(FinalScore.CROWD),
                new TreeMap<>(item.terms()), item.tags(), item.why(),
                item.way() == null ? null : Found.of(item.way()), item.probability(), live);
    }
}
