package dev.upswell.server.contest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.recommend.Configuration;
import dev.upswell.recommend.Objective;
import dev.upswell.server.recommend.Configurations;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A configuration as programs and the command line see it.
@Schema(name = "RecommendationConfiguration")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConfigurationDocument(String name, Configurations.State state,
        @Schema(description = "What virality weighs") double virality,
        @Schema(description = "What relevance weighs") double relevance,
        @Schema(description = "What engagement weighs") double engagement,
        @Schema(description = "What all people did weighs, where it is known") double crowd,
        @Schema(description = "What further objectives weigh, that among them") Map<Objective, Double> objectives,
        @Schema(description = "Learned ranker that orders the list; left out where the formula does") @Nullable String ranker,
        @Schema(description = "Of the draw; 0 always takes the best") double temperature,
        @Schema(description = "How many of the best are drawn from") int pool,
        @Schema(description = "Score from which a video may be shown") double threshold,
        @Schema(description = "Factor for another video of a creator") double authorAgain,
        @Schema(description = "Factor for the same set of categories again") double tagsAgain,
        @Schema(description = "Most videos of a creator in the top") int perAuthor,
        @Schema(description = "How long the top is") int top) {

    /// All that are kept, the one of the product before them where requests are dealt to it.
    public static List<ConfigurationDocument> all(Configurations configurations) {
        List<Configurations.Kept> kept = configurations.list();
        Stream<ConfigurationDocument> usual = configurations.active().stream()
                .filter(one -> kept.stream().noneMatch(other -> other.configuration().name().equals(one.name())))
                .map(one -> of(one, Configurations.State.ACTIVE));
        return Stream.concat(usual, kept.stream().map(one -> of(one.configuration(), one.state()))).toList();
    }

    /// A configuration in this state.
    public static ConfigurationDocument of(Configuration one, Configurations.State state) {
        return new ConfigurationDocument(one.name(), state, one.weights().virality(), one.weights().relevance(),
                one.weights().engagement(), one.weights().crowd(), one.weights().objectives(), one.ranker(),
                one.temperature(), one.pool(),
                one.threshold(), one.diversity().authorAgain(), one.diversity().tagsAgain(),
                one.diversity().perAuthor(), one.diversity().top());
    }
}
