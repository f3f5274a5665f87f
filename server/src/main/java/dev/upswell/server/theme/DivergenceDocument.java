package dev.upswell.server.theme;

import dev.upswell.theme.Divergence;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;

/// Two that mean nearly the same and move differently, as REST and commands tell it.
@Schema(name = "Divergence")
public record DivergenceDocument(@Schema(description = "The one that moves more") Side one,
        @Schema(description = "The one that moves less") Side other,
        @Schema(description = "Cosine of their vectors [-1..1]") double likeness,
        @Schema(description = "Momentum of the one less that of the other [0.4..1]") double difference) {

    /// One of the two.
    @Schema(name = "DivergenceSide")
    public record Side(@Schema(description = "hashtag or theme") String kind,
            @Schema(description = "Hashtag without #, or id of the theme") String id,
            @Schema(description = "As it was called then") String name,
            @Schema(description = "Of a hashtag its own, of a theme the median of its hashtags' [0..1]") double momentum) {

        static Side of(Divergence.Subject subject, String name) {
            return new Side(subject.kind().name().toLowerCase(Locale.ROOT), subject.id(), name, subject.momentum());
        }
    }

    /// These pairs.
    public static List<DivergenceDocument> of(List<DivergenceRun.Pair> pairs) {
        return pairs.stream()
                .map(pair -> new DivergenceDocument(Side.of(pair.divergence().one(), pair.oneName()),
                        Side.of(pair.divergence().other(), pair.otherName()), pair.divergence().likeness(),
                        pair.divergence().difference()))
                .toList();
    }
}
